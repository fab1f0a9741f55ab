"""Notices when the computer itself stands still, so that the program is not blamed for it."""

import os
import tempfile
import threading
import time

PAUSE = 0.1  # seconds between two looks
NOTABLE = 0.2  # a longer wait than this is remembered


class Probe(threading.Thread):
    """Writes a few bytes to the disk now and then, and remembers when that took long.

    What takes seconds here takes as long for a program that seals what was typed.
    """

    def __init__(self, folder):
        super().__init__(daemon=True)
        self.folder = folder
        self.waits = []
        self.is_done = threading.Event()

    def run(self):
        with tempfile.TemporaryFile(dir=self.folder) as file:
            while not self.is_done.is_set():
                begin = time.monotonic()
                time.sleep(PAUSE)
                file.write(b"a few bytes")
                file.flush()
                os.fsync(file.fileno())
                end = time.monotonic()
                if end - begin > PAUSE + NOTABLE:
                    self.waits.append((begin, end))

    def longest(self, begin, end):
        """The longest wait that overlaps a stretch of time; 0 if there was none."""
        return max((last - first for first, last in self.waits if last > begin and first < end),
                   default=0.0)

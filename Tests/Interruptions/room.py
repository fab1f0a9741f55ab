"""What every row of the table needs: a home, a program on a terminal, and the words typed there."""

import collections
import os
import pathlib
import random
import shutil
import signal
import subprocess
import tempfile
import time

from pack import ASKED, BEFORE, Pack
from result import Result
from resume import entries_text, keep_all, read_all
from talk import NotSeen, below, is_alive
from words import Words, found

# A word as it is searched on a screen, as it is searched in an entry that was kept, and whether it
# belongs to the question that is interrupted.
Typed = collections.namedtuple("Typed", "shown kept is_here")


class Room:
    """One row; those that derive from it say in `go` what happens."""

    def __init__(self, first, name, seed):
        self.random = random.Random(f"{seed} {name}")
        self.words = Words(self.random)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="alongside-room-"))
        self.home = first.copy(self.folder / "home")
        self.pack = Pack(self.folder / "pack", self.words)
        self.home.packs = self.pack.folder
        self.result = Result(name)
        self.talk = None
        self.typed = []
        self.odd = self.result.notes  # where what is odd on the way is told
        self.started = []  # processes that this row has to end, should they go on

    def go(self):
        raise NotImplementedError

    def run(self):
        """Does what the row is about, and cleans up whatever came of it."""
        result = self.result
        try:
            self.go()
        except (NotSeen, RuntimeError, OSError, subprocess.SubprocessError) as problem:
            result.problems.append(str(problem))
            result.typed = result.typed or len(self.typed)
        finally:
            if self.talk and not result.screen:
                result.screen = self.talk.text()
            self.clean_up()
        return result

    def clean_up(self):
        """Ends what was started here, and nothing else."""
        if self.talk and not self.talk.has_ended():
            self.started += below(self.talk.pid)
        for pid in self.started:
            if is_alive(pid):
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
        if self.talk:
            self.talk.end()
        self.home.remove()
        shutil.rmtree(self.folder, ignore_errors=True)

    def expect(self, holds, problem):
        """Notes a problem, and the screen of the first one."""
        if not holds:
            self.result.problems.append(problem)
            self.result.screen = self.result.screen or self.talk.text()

    # Typing.

    def type_words(self, count, is_here=True):
        """Types words and waits until they are on the screen."""
        words = self.words.several(count)
        self.talk.type(" ".join(words))
        self.await_typed(words)
        self.typed += [Typed(word, word, is_here) for word in words]

    def await_typed(self, words):
        self.talk.until(
            lambda text: len(found(words, text)) == len(words), f"not typed: {' '.join(words)}")

    def answer_before(self):
        """Answers the question that comes first in the prompts of the pack."""
        self.talk.see(BEFORE)
        self.talk.settle()
        self.type_words(2, is_here=False)
        self.talk.send(b"\r")

    def reach_asked(self):
        self.answer_before()
        self.talk.see(ASKED)
        self.talk.settle()

    def wait_quiet(self, quiet=0.5, seconds=10):
        """Waits until nothing more comes; there is no other sign that keys did nothing."""
        begin = time.monotonic()
        while time.monotonic() - max(begin, self.talk.last_output) < quiet:
            self.talk.pump(0.05)
            if self.talk.is_over or time.monotonic() - begin > seconds:
                break

    # Finding it again.

    def come_back(self):
        """Resumes, and looks for every word; what is not on the screen is looked for in what is
        kept then.

        Returns the screens of all drafts.
        """
        screens = read_all(self.home, [word.shown for word in self.typed if word.is_here])
        text = "\n".join(screens)
        on_screen = found([word.shown for word in self.typed if word.shown], text)
        missing = [word for word in self.typed if word.shown not in on_screen]
        self.result.screen = self.result.screen or text or "(nothing is put aside)"
        self.result.typed = len(self.typed)
        self.result.found = len(self.typed) - len(missing)
        if missing:
            kept = self.keep() if screens else entries_text(self.home)
            words = [word.kept for word in missing if word.kept]
            self.result.found += len(found(words, kept))
        return screens

    def keep(self):
        """Keeps every draft, and returns all that is kept then."""
        try:
            return keep_all(self.home, self.odd)
        except (NotSeen, RuntimeError) as problem:
            self.result.notes.append(f"keeping it: {problem}")
            return entries_text(self.home)

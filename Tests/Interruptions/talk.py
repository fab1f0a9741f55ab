"""A program on a pseudo terminal: keys go in, a screen comes out."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

from screen import Screen
from words import squeezed

PATIENCE = 30  # seconds after which something that was waited for is taken as missing


class NotSeen(Exception):
    """What was waited for did not appear."""


class Talk:
    """Talks to a program as the leader of a session with a terminal of its own."""

    def __init__(self, command, env, cwd, columns=200, rows=120, ignoring_hangup=False):
        self.screen = Screen(columns, rows)
        self.is_drawn = True
        self.is_over = False
        self.last_output = time.monotonic()
        self.status = None
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            self.become(command, env, cwd, columns, rows, ignoring_hangup)
        self.resize(columns, rows)
        os.set_blocking(self.fd, False)

    @staticmethod
    def become(command, env, cwd, columns, rows, ignoring_hangup):
        """In the child: turns into the program."""
        try:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            for number in (signal.SIGINT, signal.SIGPIPE, signal.SIGTERM):
                signal.signal(number, signal.SIG_DFL)
            signal.signal(signal.SIGHUP, signal.SIG_IGN if ignoring_hangup else signal.SIG_DFL)
            os.chdir(cwd)
            os.execve(command[0], command, env)
        finally:
            os._exit(126)

    def resize(self, columns, rows):
        """Changes the size of the window; the kernel tells the program."""
        self.screen.resize(columns, rows)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    # Reading.

    def pump(self, seconds=0.0):
        """Takes in what the program wrote, waiting a limited time for the first of it."""
        if self.is_over:
            time.sleep(min(seconds, 0.02))
            return
        if not select.select([self.fd], [], [], seconds)[0]:
            return
        try:
            data = os.read(self.fd, 1 << 16)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self.is_over = True
            return
        self.last_output = time.monotonic()
        if self.is_drawn:
            self.screen.feed(data)
            while self.screen.asked_for_place:
                self.screen.asked_for_place -= 1
                place = f"\x1b[{self.screen.row + 1};{self.screen.column + 1}R"
                os.write(self.fd, place.encode())

    def text(self):
        return self.screen.text()

    def until(self, condition, what, seconds=PATIENCE):
        """Waits until a condition on the text of the screen holds."""
        end = time.monotonic() + seconds
        while True:
            if condition(self.text()):
                return
            if time.monotonic() > end or self.is_over:
                self.pump()
                if condition(self.text()):
                    return
                raise NotSeen(what + (" (the terminal was closed)" if self.is_over else ""))
            seen = self.last_output
            while self.last_output == seen and time.monotonic() < end and not self.is_over:
                self.pump(0.05)

    def see(self, words, seconds=PATIENCE):
        """Waits until some words are on the screen, wherever it breaks its lines."""
        joined = squeezed(words)
        self.until(
            lambda text: words in text or joined in squeezed(text), f"not seen: {words!r}", seconds)

    def settle(self, quiet=0.3, seconds=PATIENCE):
        """Waits until a question waits at its prompt, or the program has ended."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and not self.is_over:
            self.pump(0.05)
            is_quiet = time.monotonic() - self.last_output > quiet
            if is_quiet and any(line.startswith(">") for line in self.screen.lines()):
                return
            if is_quiet and self.has_ended():
                return

    # Typing.

    def send(self, data, seconds=PATIENCE):
        """Types bytes at once, taking in what comes back meanwhile."""
        end = time.monotonic() + seconds
        while data and not self.is_over:
            if time.monotonic() > end:
                raise NotSeen("the program does not take what is typed")
            reading, writing, _ = select.select([self.fd], [self.fd], [], 0.1)
            if writing:
                try:
                    data = data[os.write(self.fd, data[:1024]):]
                except BlockingIOError:
                    pass
                except OSError:
                    self.is_over = True
            if reading:
                self.pump()

    def type(self, words, pause=0.004):
        """Types words key by key."""
        for character in words:
            self.send(character.encode())
            self.pump(pause)

    def paste(self, words):
        """Pastes words as terminals do: in brackets where the program asked for them."""
        data = words.replace("\n", "\r").encode()
        if 2004 in self.screen.modes:
            data = b"\x1b[200~" + data + b"\x1b[201~"
        self.send(data, seconds=10 * PATIENCE)

    # The end.

    def close(self):
        """Closes the terminal, as a window that goes away does."""
        if self.fd is not None:
            os.close(self.fd)
        self.fd = None
        self.is_over = True

    def has_ended(self):
        """Whether the process that was started has ended."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = status
        return self.status is not None

    def wait_end(self, seconds=PATIENCE):
        """Waits for the process to end; false when it goes on."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.has_ended():
                return True
            self.pump(0.02)
        return self.has_ended()

    def end(self):
        """Ends the process whatever it does, and lets go of the terminal."""
        self.close()
        if not self.wait_end(0.5) and self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            self.wait_end(5)


def processes():
    """Of every process: its parent and its state."""
    found = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat", encoding="latin-1") as file:
                    state, parent = file.read().rsplit(")", 1)[1].split()[:2]
            except (OSError, IndexError):
                continue
            found[int(name)] = (int(parent), state)
    return found


def below(pid):
    """The processes that a process started, and those that they started."""
    found, all_of_them = [pid], processes()
    for parent in found:
        found += [child for child, (above, _) in all_of_them.items() if above == parent]
    return found[1:]


def is_alive(pid):
    """Whether a process runs, or is stopped; one that only waits to be buried does not."""
    try:
        with open(f"/proc/{pid}/stat", encoding="latin-1") as file:
            return file.read().rsplit(")", 1)[1].split()[0] not in "ZX"
    except (OSError, IndexError):
        return False


def wait_gone(pid, seconds=PATIENCE):
    """Waits for any process to end; false when it goes on."""
    end = time.monotonic() + seconds
    while is_alive(pid):
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True

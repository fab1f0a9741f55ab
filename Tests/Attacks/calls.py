"""What a command asks of the system, and how to make one of these calls fail, kill or stop it."""

import collections
import os
import re
import signal
import subprocess
import time

READING = ["openat", "read", "pread64", "newfstatat", "fstat", "lstat", "stat", "statx",
           "getdents64", "access", "faccessat", "faccessat2"]
CHANGING = ["write", "pwrite64", "fsync", "fdatasync", "ftruncate", "fallocate", "rename",
            "renameat", "renameat2", "unlink", "unlinkat", "link", "linkat", "mkdir", "mkdirat",
            "rmdir", "chmod", "fchmod", "fchmodat", "utimensat", "flock", "fcntl"]
# Which calls can end with which error.
ERRORS = {
    "EIO": READING + CHANGING,
    "ENOMEM": READING + [call for call in CHANGING if call not in ("fsync", "fdatasync")],
    "EINTR": ["openat", "read", "pread64", "write", "pwrite64", "flock", "fcntl", "fsync",
              "fdatasync", "ftruncate", "fallocate"],
    "ENOSPC": ["openat", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "fallocate",
               "rename", "renameat", "renameat2", "link", "linkat", "mkdir", "mkdirat", "unlink"],
    "EROFS": ["openat"] + [
        call for call in CHANGING if call not in ("write", "pwrite64", "flock", "fcntl")],
    "KILL": [call for call in CHANGING if call not in ("flock", "fcntl")] + ["openat"],
}

# A call: its name, the how-manieth of its thread it is, and the line that shows it.
Call = collections.namedtuple("Call", "name number line")


def watch(journal, options=()):
    """The words before a command that strace needs, and the file it writes."""
    file = journal.folder / "calls.txt"
    return ["strace", "-f", "-qq", "-y", "-s", "0", "-o", str(file), *options], file


def calls_of(journal, words, given=None, names=None):
    """The calls of a command that touch the home, in their order; the command is run."""
    names = names or READING + CHANGING
    before, file = watch(journal, ["-e", "trace=" + ",".join("?" + name for name in names)])
    done = journal.run(*words, given=given, before=before)
    if done.returncode:
        raise RuntimeError(f"{words[0]}: {done.returncode} {done.stderr.decode()}")
    counts, found = collections.Counter(), []
    for line in file.read_text(errors="replace").split("\n"):
        match = re.match(r"(\d+) +(\w+)\(", line)
        if not match:
            continue
        thread, name = match.groups()
        counts[thread, name] += 1
        line = re.sub(r"AT_FDCWD<[^>]*>", "AT_FDCWD", line)
        if f"{journal.folder}/" in line.replace(str(file), ""):
            found.append(Call(name, counts[thread, name], line))
    # strace counts for each thread by itself, so two threads can share a number.
    return list({(one.name, one.number): one for one in found}.values())


def failing(journal, call, error):
    """The words before a command that make one call of it fail, or kill it there."""
    what = "signal=KILL" if error == "KILL" else f"error={error}"
    return watch(journal, [
        "-e", f"trace={call.name}", "-e", f"inject={call.name}:{what}:when={call.number}"])[0]


class Stopped:
    """A command that was stopped right after one of its calls, until it is let go on."""

    def __init__(self, journal, words, call, given=None):
        before, self.file = watch(journal, [
            "-e", f"trace={call.name}",
            "-e", f"inject={call.name}:signal=STOP:when={call.number}"])
        self.file.unlink(missing_ok=True)
        self.process = journal.start(*words, before=before, given=given)
        self.pid = None
        self.wait_stopped()

    def wait_stopped(self, seconds=20):
        """Waits until the system says that it is stopped, or it has ended without."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.process.poll() is None and not self.pid:
            text = self.file.read_text(errors="replace") if self.file.exists() else ""
            match = re.search(r"^(\d+) +--- stopped by SIGSTOP", text, re.MULTILINE)
            self.pid = leader(int(match.group(1))) if match else None
            time.sleep(0.005)

    def go_on(self, seconds=60):
        """Lets it go on to its end; returns how it ended and what it said."""
        end = time.monotonic() + seconds
        # Each thread of it that makes a call of the same number stops all of them again.
        while self.process.poll() is None and time.monotonic() < end:
            self.send(signal.SIGCONT)
            time.sleep(0.05)
        self.send(signal.SIGKILL)
        out, error = self.process.communicate(timeout=seconds)
        return self.process.returncode, (out + error).decode("utf-8", "replace")

    def send(self, number):
        try:
            if self.pid and self.process.poll() is None:
                os.kill(self.pid, number)
        except ProcessLookupError:
            pass


def wait(process, seconds):
    """Waits for a command to end, unless it waits for the one that is stopped."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        pass


def leader(thread):
    """The process that a stopped thread belongs to."""
    with open(f"/proc/{thread}/status", encoding="utf-8") as file:
        return int(re.search(r"^Tgid:\s+(\d+)", file.read(), re.MULTILINE).group(1))

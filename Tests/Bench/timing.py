"""Runs whole processes, one kind after the other, and keeps how long each took.

The peak of resident memory that the kernel reports for a child is at least what its parent had when
it started it, so this program itself must stay small.
"""

import dataclasses
import math
import os
import pty
import select
import statistics
import sys
import termios
import time


@dataclasses.dataclass
class Sample:
    """One run: seconds on the wall, seconds of processor, peak of resident memory in MiB."""

    wall: float
    cpu: float
    peak: float


@dataclasses.dataclass
class Contender:
    """A command to time.

    `stdin` is a file, or None for an empty one. With a `password` it runs in a terminal of its own,
    and gets the password once the terminal shows no typing.
    """

    name: str
    argv: list
    environment: dict
    stdin: str = "/dev/null"
    password: str | None = None


class Timings:
    """The samples of several contenders, by name; those of runs that failed are only counted."""

    def __init__(self):
        self.samples = {}
        self.failures = {}

    def add(self, name, sample):
        self.samples.setdefault(name, []).append(sample)

    def __contains__(self, name):
        return name in self.samples

    def fail(self, name):
        self.failures[name] = self.failures.get(name, 0) + 1

    def all(self, name, what):
        """One number of every run; a single NaN when there was none."""
        return [getattr(sample, what) for sample in self.samples.get(name, [])] or [math.nan]

    def median(self, name, what="wall"):
        return statistics.median(self.all(name, what))

    def least(self, name, what="wall"):
        return min(self.all(name, what))

    def most(self, name, what="wall"):
        return max(self.all(name, what))

    def rounds(self, name):
        return len(self.samples.get(name, []))


def measure(contenders, rounds, patience, output):
    """Runs all once unmeasured, then in turn `rounds` times.

    One that has used `patience` seconds or has failed three times sits
    out the rest. What they print goes to the file `output`.
    """
    timings = Timings()
    used = {}
    for contender in contenders:
        used[contender.name] = attempt(contender, output, timings)
    for _ in range(rounds):
        for contender in contenders:
            name = contender.name
            if timings.failures.get(name, 0) >= 3:
                continue
            if timings.rounds(name) and used[name] > patience:
                continue
            used[name] += attempt(contender, output, timings, keep=True)
    return timings


def attempt(contender, output, timings, keep=False):
    """Runs it once, notes a failure and says so; returns the seconds it took."""
    sample, code = run(contender, output)
    if code:
        timings.fail(contender.name)
        print(f"{contender.name} ended with {code}: {contender.argv[:4]}", file=sys.stderr)
    elif keep:
        timings.add(contender.name, sample)
    return sample.wall


def run(contender, output):
    """One run, from before its start until the kernel says that it ended, and its exit code."""
    start = time.perf_counter()
    if contender.password is None:
        child = spawn(contender, output)
    else:
        child = spawn_in_terminal(contender, output)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    sample = Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
    return sample, os.waitstatus_to_exitcode(status)


def spawn(contender, output):
    """Starts the command with plain files as its input and outputs."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    files = [(os.POSIX_SPAWN_OPEN, 0, contender.stdin, os.O_RDONLY, 0),
             (os.POSIX_SPAWN_OPEN, 1, output, flags, 0o600),
             (os.POSIX_SPAWN_OPEN, 2, output + ".talk", flags, 0o600)]
    return os.posix_spawn(
        contender.argv[0], contender.argv, contender.environment, file_actions=files)


def spawn_in_terminal(contender, output):
    """Starts the command in a terminal, types the password, and reads to the end."""
    child, terminal = pty.fork()
    if child == 0:
        os.execve(contender.argv[0], contender.argv, contender.environment)
    answer = contender.password.encode() + b"\n"
    with open(output, "wb") as said:
        while True:
            ready, _, _ = select.select([terminal], [], [], 0.001 if answer else None)
            if ready:
                try:
                    said.write(os.read(terminal, 65536))
                except OSError:  # the last one to hold the terminal is gone
                    break
            if answer and not termios.tcgetattr(terminal)[3] & termios.ECHO:
                os.write(terminal, answer)
                answer = b""
    os.close(terminal)
    return child

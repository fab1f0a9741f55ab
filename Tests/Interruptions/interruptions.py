#!/usr/bin/env python3
"""Interrupts Alongside in every way at every kind of question, and looks for every word again.

    interruptions.py PROGRAM [--rounds N] [--seed S] [--load] [--only WAY:KIND] [--bounded]

Four groups of rows, each a line `WAY KIND typed=N found=M ok|LOST|WRONG ...`:

- each way to be called away with each kind of question (`hup line`, `tmux review`, ...);
- `moments`: kill -9 while somebody types on and on;
- `paste`: several lines pasted where one is asked for;
- `bad`: narrow windows, a megabyte, control characters, two terminals, a window that changes.

`--only` takes shell patterns and can be repeated: `--only 'hup:*' --only 'paste:*'`. Needs vim,
nano and tmux, and Python's `cryptography` to make a journal that opens quickly. Nothing outside
new folders in the temporary folder and in /dev/shm is touched.
"""

import os
import sys

sys.dont_write_bytecode = True
os.environ["PYTHONDONTWRITEBYTECODE"] = "1"

import argparse
import collections
import fnmatch
import multiprocessing
import pathlib
import random
import shutil
import subprocess
import tempfile
from concurrent.futures import ProcessPoolExecutor, as_completed

import badinput
import pastes
from cells import run_cell, table
from home import Home
from moments import run_moment, summary
from pack import Pack
from probe import Probe
from words import Words

# A row: its name for --only, what runs it, what that is given, and whether it mostly waits.
Row = collections.namedtuple("Row", "name run given waits")
SHOWN = 20  # first and last rows of the screen that a failed row prints

# Each way and each kind at least once, in under a minute and a half.
BOUNDED = """
ctrl-c:choice ctrl-c:nano hup:line hup:nano-unsaved term:list term:vim term-twice:text close:revise
close:table close-bash:text close-sh:choice tmux:line tmux:nano close-nohup:review close-nohup:line
ctrl-z-close:text ctrl-z-close:vim kill-9:line kill-9:nano save:revise save:list idle:text
idle-plain:revise hup-plain:text shell-killed:review paste:* bad:[!m]*
""".split()


def arguments():
    parser = argparse.ArgumentParser(description="Interrupts Alongside, and looks for every word.")
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=1, help="how often each row is run")
    parser.add_argument("--seed", default=str(random.randrange(1_000_000)))
    parser.add_argument("--load", action="store_true", help="two busy processes run too")
    parser.add_argument("--only", action="append", help="WAY:KIND, with * for any")
    parser.add_argument("--bounded", action="store_true", help="a part of it, in under 90 s")
    parser.add_argument("--plain", action="store_true", help="run the program with --plain")
    parser.add_argument("--moments", type=int, help="how many of each kind; 100 unless bounded")
    parser.add_argument("--jobs", type=int, default=5, help="how many rows at a time")
    given = parser.parse_args()
    given.program = given.program.resolve()
    if given.moments is None:
        given.moments = 8 if given.bounded else 100
    missing = [name for name in ("vim", "nano", "tmux", "bash") if not shutil.which(name)]
    if missing or not os.access(given.program, os.X_OK):
        parser.error(f"needs {', '.join(missing) or given.program}")
    return given


def rows(given):
    """The rows that are asked for, each as often as asked for."""
    found = [
        Row(f"{way.name}:{kind.name}", run_cell, (way.name, kind.name), way.name.startswith("idle"))
        for way, kind in table()]
    found += [Row(f"paste:{kind}", pastes.run_paste, (kind,), False) for kind in pastes.KINDS]
    found += [Row(f"bad:{kind}", badinput.run_bad, (kind,), False) for kind in badinput.KINDS]
    patterns = given.only or (BOUNDED if given.bounded else ["*"])
    return [row for row in found if any(fnmatch.fnmatch(row.name, one) for one in patterns)]


def moment_kinds(given):
    patterns = given.only or ["*"]
    return [
        kind for kind in ("text", "line")
        if any(fnmatch.fnmatch(f"moments:{kind}", one) for one in patterns)]


class Report:
    """Prints rows as they are done, and counts."""

    def __init__(self):
        self.passed = self.failed = 0

    def add(self, result):
        print(result.line(), flush=True)
        if result.is_right:
            self.passed += 1
            return
        self.failed += 1
        lines = [line for line in result.screen.split("\n") if line.strip()]
        if len(lines) > 2 * SHOWN:
            lines = lines[:SHOWN] + ["..."] + lines[-SHOWN:]
        for line in lines:
            print("    | " + line, flush=True)


def run_all(given, first, report, probe):
    """Runs several rows at a time; what mostly waits has processes of its own."""
    context = multiprocessing.get_context("forkserver")
    working = ProcessPoolExecutor(given.jobs, mp_context=context)
    waiting = ProcessPoolExecutor(16, mp_context=context)
    with working, waiting:
        expected = {}
        for row in sorted(rows(given), key=lambda row: (not row.waits, row.name != "bad:megabyte")):
            pool = waiting if row.waits else working
            for number in range(given.rounds):
                future = pool.submit(row.run, first, *row.given, f"{given.seed}/{number}")
                expected[future] = row.name
        for kind in moment_kinds(given):
            for number in range(given.moments * given.rounds):
                expected[waiting.submit(run_moment, first, kind, given.seed, number)] = kind
        collect(expected, given, report, probe)


def collect(expected, given, report, probe):
    """Puts the rounds of each row together; a row is reported with its last round."""
    parts = collections.defaultdict(list)
    for future in as_completed(expected):
        name = expected[future]
        parts[name].append(future.result())
        if ":" not in name:
            if len(parts[name]) == given.moments * given.rounds:
                report.add(summary(name, parts[name], probe))
        elif len(parts[name]) == given.rounds:
            total = parts[name][0]
            for other in parts[name][1:]:
                total.add(other)
            report.add(total)


def busy():
    """Keeps a processor busy."""
    return subprocess.Popen([sys.executable, "-c", "while True: pass"])


def main():
    given = arguments()
    print(f"seed {given.seed}", flush=True)
    report = Report()
    room = pathlib.Path(tempfile.mkdtemp(prefix="alongside-interruptions-"))
    load = []
    first = None
    try:
        pack = Pack(room / "pack", Words(random.Random(given.seed)))
        first = Home.first(str(given.program), room / "home", pack.folder)
        first.flags = ["--plain"] if given.plain else []
        load = [busy() for _ in range(2)] if given.load else []
        probe = Probe(room)
        probe.start()
        run_all(given, first, report, probe)
        probe.is_done.set()
        probe.join()
    finally:
        for process in load:
            process.kill()
        if first:
            first.remove()
        shutil.rmtree(room, ignore_errors=True)
    print(f"{report.passed} passed, {report.failed} failed")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())

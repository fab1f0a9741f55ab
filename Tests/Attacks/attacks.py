#!/usr/bin/env python3
"""Attacks what Alongside stores, and looks whether every acknowledged word is still there.

    attacks.py PROGRAM [--bounded] [--only NAME] [--seed S] [--rounds N] [--minutes M]

Each attack is a row `passed NAME` or `FAILED NAME`; a failed one says what was wrong and how to
run it again. Groups of attacks, by the beginnings of their names:

- `keys`: commands that were stopped midway while the keys were changed; pages that cannot be read;
- `doubled`, `damage`: damage to chosen pages of the database, and what `salvage` saves;
- `errors`: every call of a command fails once, or kills it;
- `copies`: backups that are damaged or cut off, and restoring where it is hard;
- `schema`: a database with other tables than it should have;
- `random`: damage anywhere in a journal of 600 entries;
- `soak`: writers, readers, backups, changes of keys and kill -9, all at once.

A seed repeats the kinds of damage and the calls that fail; ids and keys are random each time, so
`--keep FOLDER` leaves the damaged homes of `random` behind. The passphrase is in their file `pw`.

`--only` takes shell patterns and can be repeated. Needs strace, sqlite3, age, and Python's
`cryptography`. Nothing outside new folders in the temporary folder and in /dev/shm is touched.
"""

import os
import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Interruptions"))

import argparse
import fnmatch
import random
import shutil
import tempfile
import time

import changedkeys
import copies
import doubled
import errors
import freepages
import pagedamage
import randomdamage
import schema
import soak
from row import Row
from stage import Stage

SHOWN = 12  # problems that a failed row prints
GROUPS = [changedkeys, doubled, pagedamage, freepages, errors, copies, schema, randomdamage, soak]


def arguments():
    parser = argparse.ArgumentParser(description="Attacks what Alongside stores.")
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--bounded", action="store_true", help="a part of it, in some 3 minutes")
    parser.add_argument("--only", action="append", help="the name of an attack, with * for any")
    parser.add_argument("--seed", default=str(random.randrange(1_000_000)))
    parser.add_argument("--rounds", type=int, help="random damages; 2000, bounded 60")
    parser.add_argument("--points", type=int, help="calls to fail for each command and error")
    parser.add_argument("--minutes", type=float, help="of the soak; 10, bounded 0.3")
    parser.add_argument("--keep", type=pathlib.Path, help="a folder for homes that were damaged")
    parser.add_argument("--list", action="store_true", help="only name the attacks")
    given = parser.parse_args()
    given.program = given.program.resolve()
    given.rounds = given.rounds or (60 if given.bounded else 2000)
    given.minutes = given.minutes or (0.3 if given.bounded else 10)
    missing = [name for name in ("strace", "sqlite3", "age") if not shutil.which(name)]
    if missing or not os.access(given.program, os.X_OK):
        parser.error(f"needs {', '.join(missing) or given.program}")
    return given


def attacks(given):
    """The attacks that are asked for: name and function."""
    patterns = given.only or ["*"]
    return [
        (name, attack) for group in GROUPS for name, attack in group.ATTACKS.items()
        if any(fnmatch.fnmatch(name, one) for one in patterns)]


def run(name, attack, stage):
    """Runs one attack; what goes wrong in it fails its row and no other."""
    row = Row(name)
    begin = time.monotonic()
    try:
        attack(stage, row)
    except Exception as problem:  # an attack that cannot be carried out proves nothing
        row.problems.append(f"not carried out: {type(problem).__name__}: {problem}")
    print(row.line(f"{time.monotonic() - begin:.0f} s"), flush=True)
    for problem in row.problems[:SHOWN]:
        print(f"       - {problem}", flush=True)
    if len(row.problems) > SHOWN:
        print(f"       ... and {len(row.problems) - SHOWN} more", flush=True)
    if row.problems:
        flags = "--bounded " if stage.bounded else ""
        if name.startswith("random:"):
            flags += f"--rounds {stage.given.rounds} --keep FOLDER "
        print(f"       again: {flags}--only '{name}' --seed {stage.given.seed}", flush=True)
    return row.is_right


def main():
    given = arguments()
    chosen = attacks(given)
    if given.list:
        print("\n".join(name for name, _ in chosen))
        return 0
    print(f"seed {given.seed}", flush=True)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="alongside-attacks-"))
    stage = Stage(given, folder)
    try:
        done = [run(name, attack, stage) for name, attack in chosen]
    finally:
        stage.clear()
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{sum(done)} passed, {len(done) - sum(done)} failed")
    return 0 if all(done) else 1


if __name__ == "__main__":
    sys.exit(main())

"""Measures Alongside beside jrnl and ripgrep on the same entries, and writes docs/benchmarks.md.

    bench.py --program .build/stage/bin/alongside --date 2026-11-22

It only measures: a budget that does not hold is printed as such, and the exit code is still 0.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys

import packs
import report
from programs import HERE, Alongside, Jrnl, LintPeer, Ripgrep, git_version
from timing import Timings, measure

ROOT = HERE.parent.parent
LINTED = 1000
ENTRY = ("Visited the drop-in and listened. We talked about small steps, and I said little. "
         "What stayed with me was the quiet at the end. ") * 5


def arguments():
    parser = argparse.ArgumentParser(description="Measures Alongside beside jrnl and ripgrep.")
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / ".build/stage/bin/alongside")
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / ".build/bench")
    parser.add_argument("--jrnl", type=pathlib.Path, help="venv with jrnl; default WORK/venv")
    parser.add_argument("--sizes", default="1000,10000,100000", help="entries, smallest first")
    parser.add_argument("--rounds", type=int, default=15, help="runs of each command")
    parser.add_argument("--patience", type=float, default=40,
                        help="seconds after which one command is run no more")
    parser.add_argument("--jrnl-adds-up-to", type=int, default=10_000,
                        help="largest journal in which jrnl adds an entry")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--date", default="not given", help="today, as it shall stand in the page")
    parser.add_argument("--page", type=pathlib.Path, default=ROOT / "docs/benchmarks.md")
    parser.add_argument("--keep", action="store_true",
                        help="keep the journals, and use those of the run before")
    given = parser.parse_args()
    given.sizes = sorted(int(size) for size in given.sizes.split(","))
    given.jrnl = given.jrnl or given.work / "venv"
    return given


class Bench:
    """The journals of each size, and what is measured with them."""

    def __init__(self, given):
        self.given = given
        # Without links, so that every home and path in it means the same to each program.
        self.room = given.work.resolve() / "run"
        self.output = str(self.room / "output")
        self.timings = {}
        self.imported = {}
        self.empty = self.alongside("empty")
        self.journals = {size: self.alongside(size) for size in given.sizes}
        self.jrnls = {
            size: Jrnl(given.jrnl.absolute(), self.room / f"jrnl-{size}") for size in given.sizes}

    def alongside(self, name):
        return Alongside(self.given.program.resolve(), self.room / f"alongside-{name}")

    def prepare(self):
        """Makes the entries and the journals, or takes those of the run before."""
        note = self.room / "made.json"
        made = {"seed": self.given.seed, "sizes": self.given.sizes}
        if self.given.keep and note.exists() and json.loads(note.read_text())["made"] == made:
            self.imported = {int(k): v for k, v in json.loads(note.read_text())["took"].items()}
        else:
            shutil.rmtree(self.room, ignore_errors=True)
            self.room.mkdir(parents=True)
            self.make()
            note.write_text(json.dumps({"made": made, "took": self.imported}))
        self.words = json.loads((self.room / "words.json").read_text())

    def make(self):
        say(f"entries, seed {self.given.seed}")
        subprocess.run([sys.executable, HERE / "prose.py", self.room, str(self.given.seed),
                        *map(str, self.given.sizes)], check=True)
        (self.room / "page").write_text(ENTRY + "\n")
        self.empty.make()
        for size in self.given.sizes:
            say(f"journals of {size:,}")
            self.imported[size] = self.journals[size].make(self.room / str(size))
            self.jrnls[size].make(self.room / str(size))

    def start(self):
        """Process start: nothing but the version."""
        jrnl = self.jrnls[self.given.sizes[0]]
        self.measure("start", [
            self.empty.version("alongside"), git_version(),
            jrnl.contender("jrnl", "--version", sealed=False)], unlock=False)

    def write(self):
        """One page into each journal, from standard input; to jrnl as its arguments."""
        page = str(self.room / "page")
        self.measure("write", [
            *(journal.contender(f"alongside {size}", "write", stdin=page)
              for size, journal in self.journals.items()),
            *(jrnl.contender(f"jrnl {size}", *ENTRY.split()) for size, jrnl in self.jrnls.items()
              if size <= self.given.jrnl_adds_up_to)], unlock=False)

    def look(self):
        """Reading without searching: the newest entry, and a list of twenty."""
        self.beside("show", ["show", "last"], ["-n", "1"])
        self.beside("list", ["list", "--limit", "20"], ["-n", "20", "--short"])

    def search(self):
        """A rare and a common word, all that is found and the newest twenty."""
        for kind in ["rare", "common"]:
            word = self.words[kind]
            floor = [Ripgrep(self.room / str(size)).contender(f"{name} {size}", word, where)
                     for size in self.given.sizes
                     for name, where in [("rg files", "plain"), ("rg one", "one.txt")]]
            self.beside(f"search {kind}", ["search", word], ["-contains", word, "--short"], floor)
            self.beside(f"search {kind} 20", ["search", word, "--limit", "20"],
                        ["-contains", word, "-n", "20", "--short"])

    def beside(self, question, ours, theirs, more=()):
        self.measure(question, [
            *(journal.contender(f"alongside {size}", *ours)
              for size, journal in self.journals.items()),
            *(jrnl.contender(f"jrnl {size}", *theirs) for size, jrnl in self.jrnls.items()), *more])

    def measure(self, question, contenders, unlock=True):
        """Times the contenders in turn; with `unlock`, also opening an empty journal."""
        say(question)
        if unlock:
            contenders.insert(0, self.empty.contender("unlock", "list", "--limit", "1"))
        self.timings[question] = measure(
            contenders, self.given.rounds, self.given.patience, self.output)

    def lint(self):
        """A pack of many prompts; the peer knows its files by the schema that we print."""
        folder, schema = self.room / "pack", self.room / "prompt.json"
        shutil.rmtree(folder, ignore_errors=True)
        packs.make(folder, ROOT / "prompts/core", LINTED)
        schema.write_text(self.empty.run("packs", "schema", "prompt"))
        self.measure("lint", [
            self.empty.contender("alongside", "packs", "lint", str(folder)),
            LintPeer(self.given.jrnl.absolute()).contender(schema, folder)], unlock=False)

    def found(self):
        """How many entries each program finds, by word and size."""
        counts = {}
        for kind in ["rare", "common"]:
            for size, journal in self.journals.items():
                ours = len(json.loads(journal.run("search", self.words[kind], "--json")))
                command = ["rg", "-il", self.words[kind], self.room / str(size) / "plain"]
                floor = subprocess.run(command, capture_output=True).stdout.count(b"\n")
                counts[kind, size] = (ours, floor)
        return counts

    def whole(self):
        """Seconds of what goes over a whole journal, once, by size."""
        seconds = {}
        for size, journal in self.journals.items():
            say(f"whole journal of {size:,}")
            folder = self.room / f"backup-{size}"
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            other = ["--journal", "other"]
            seconds[size] = {
                "import": self.imported[size],
                "verify": journal.seconds("verify"),
                "backup": journal.seconds("backup", folder / "all.age", "--yes"),
                "restore": journal.seconds("restore", folder / "all.age", *other),
                "new keys (`rekey`)": journal.seconds("rekey", "--yes", "--journal", "journal"),
            }
            shutil.rmtree(journal.home / "data/journals/other", ignore_errors=True)
        return seconds


def say(what):
    print(f"  {what} …", file=sys.stderr, flush=True)


def main():
    given = arguments()
    bench = Bench(given)
    load = [os.getloadavg()]
    print("load average before: {:.2f} {:.2f} {:.2f}".format(*load[0]))
    bench.prepare()
    bench.start()
    bench.write()
    bench.look()
    bench.search()
    bench.lint()
    found = bench.found()
    whole = bench.whole()
    load.append(os.getloadavg())
    text = report.page(bench, found, whole, load)
    given.page.write_text(text)
    print(text)
    print("load average after: {:.2f} {:.2f} {:.2f}".format(*load[1]))
    print(f"written: {given.page}")
    if not given.keep:
        shutil.rmtree(bench.room)


if __name__ == "__main__":
    main()

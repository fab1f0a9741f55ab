"""A journal to attack: made quickly, opened in milliseconds, and read back whole."""

import json
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import tempfile

from home import PASSPHRASE, Home, make_cheap

PATIENCE = 60  # seconds; what takes longer hangs
LONG = 40_000  # characters: more than one page of the database holds


class Journal(Home):
    """A home with one journal, without packs of its own."""

    def command(self, *words):
        return [self.program, *words]

    @classmethod
    def first(cls, program, folder):
        """Makes a journal with a kit, in which there is nothing yet."""
        home = cls(program, folder, None)
        home.folder.mkdir(parents=True)
        home.passphrase_file.write_text(PASSPHRASE + "\n")
        home.passphrase_file.chmod(0o600)
        home.must("init", "--kit", str(home.folder / "kit.txt"))
        make_cheap(home.database)
        return home

    # Places.

    @property
    def place(self):
        return self.folder / ".local/share/alongside/journals/journal"

    @property
    def database(self):
        return self.place / "journal.db"

    def files(self, part):
        """The files in a folder of the journal, and none where there is no such folder."""
        folder = self.place / part
        return sorted(one for one in folder.iterdir() if one.is_file()) if folder.is_dir() else []

    # Running.

    def run(self, *words, given=None, before=(), timeout=PATIENCE):
        """Runs a command; what comes before it is what watches it."""
        command = [*before, *self.command(*words, *self.opening)]
        try:
            return subprocess.run(
                command, input=given, stdin=None if given else subprocess.DEVNULL, check=False,
                capture_output=True, timeout=timeout, env=self.env(), cwd=self.folder)
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(command, -1000, b"", b"it hangs")

    def start(self, *words, before=(), given=None):
        """Starts a command and does not wait for it."""
        process = subprocess.Popen(
            [*before, *self.command(*words, *self.opening)], env=self.env(), cwd=self.folder,
            stdin=subprocess.PIPE if given else subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if given:
            process.stdin.write(given)
            process.stdin.close()
            process.stdin = None
        return process

    def must(self, *words, given=None):
        """Runs a command that has no reason to fail."""
        done = self.run(*words, given=given)
        if done.returncode:
            raise RuntimeError(f"{words[0]}: {done.returncode} {done.stderr.decode()}")
        return done.stdout.decode()

    def keep(self, text):
        """Keeps a page, and returns its id."""
        return self.must("write", given=text.encode()).strip()

    # Reading back.

    def read_back(self):
        """How the export ended, and the text of each entry by its id; None if nothing came out."""
        folder = tempfile.mkdtemp(dir=self.folder)
        done = self.run("export", "--format", "json", "--to", folder + "/out", "--yes")
        file = pathlib.Path(folder, "out", "entries.json")
        texts = None
        if file.exists():
            entries = json.loads(file.read_text(encoding="utf-8"))
            texts = {entry["id"]: entry["text"] for entry in entries}
        elif not done.returncode:
            texts = {}
        shutil.rmtree(folder)
        return done, texts

    def verified(self):
        """How `verify` ended, and what it found."""
        done = self.run("verify", "--json")
        try:
            return done, json.loads(done.stdout)
        except ValueError:
            return done, None

    def rows(self, query):
        """Rows of the database, read by another program."""
        opened = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)
        try:
            return opened.execute(query).fetchall()
        finally:
            opened.close()

    # Filling.

    def fill(self, count, seed, revised=0, long=0):
        """Imports entries, some long, and revises some; returns the wordings of each by its id."""
        numbers = random.Random(seed)
        with_more = set(numbers.sample(range(count), long))
        notes = "".join(
            f"[{2010 + n // 300}-{n // 28 % 10 + 1:02}-{n % 28 + 1:02} 10:{n % 60:02}] "
            f"ENTRY-{n} title.\n{body(numbers, LONG if n in with_more else 700)}\n\n"
            for n in range(count))
        (self.folder / "notes.txt").write_text(notes)
        self.must("import", "jrnl", str(self.folder / "notes.txt"))
        wordings = {id: [text] for id, text in self.read_back()[1].items()}
        if len(wordings) != count:
            raise RuntimeError(f"{len(wordings)} of {count} entries were imported")
        for id in numbers.sample(sorted(wordings), revised):
            text = f"REVISED {id} {body(numbers, 300)}"
            self.must("revise", id, given=text.encode())
        for id, text in self.read_back()[1].items():
            if text != wordings[id][-1]:
                wordings[id].append(text)
        return wordings

    def copy(self, folder):
        shutil.rmtree(folder, ignore_errors=True)
        return super().copy(folder)


def body(numbers, length):
    """Text that does not become shorter when it is packed."""
    return " ".join(f"{numbers.getrandbits(64):016x}" for _ in range(length // 17))


def ids_in(text):
    """Everything in a text that may be the id of an entry."""
    return set(re.findall(r"\b[a-z2-7]{13}\b", text))


def said(done):
    """All that a command wrote."""
    return (done.stdout + done.stderr).decode("utf-8", "replace")

"""What all attacks begin with: journals that are made once, and copied for each try."""

import random
import subprocess

from journal import Journal

DRAFT = b'{"prompt":"core/daily-three","sha256":"","given":[],"skipped":[],"said":[],"picks":[]}'


class Known:
    """A journal as it should be: its home, and all wordings of each entry, the last one last."""

    def __init__(self, journal, wordings):
        self.journal, self.wordings = journal, wordings
        self.waiting = {}

    @property
    def texts(self):
        """What an export should hold once the waiting pages are in."""
        return {id: all_of_it[-1] for id, all_of_it in self.wordings.items()} | self.waiting


class Stage:
    """The journals that attacks share, and the folder for their copies."""

    def __init__(self, given, folder):
        self.given, self.folder = given, folder
        self.made, self.copies = {}, []

    def numbers(self, name):
        """Random numbers that are the same for the same seed and name."""
        return random.Random(f"{self.given.seed}:{name}")

    @property
    def bounded(self):
        return self.given.bounded

    def copy(self, known):
        """A home of its own to attack; the one before is removed."""
        self.clear_copies()
        journal = known.journal.copy(self.folder / "tried")
        self.copies.append(journal)
        return journal

    def keep(self, known, name, damaged):
        """Leaves a damaged home where --keep says, for somebody to look at."""
        if self.given.keep:
            folder = self.given.keep / name
            known.journal.copy(folder)
            (folder / known.journal.database.relative_to(known.journal.folder)).write_bytes(damaged)

    def clear_copies(self):
        for journal in self.copies:
            journal.remove()
        self.copies = []

    def clear(self):
        self.clear_copies()
        for known in self.made.values():
            known.journal.remove()

    def once(self, name, make):
        if name not in self.made:
            self.made[name] = make(Journal.first(str(self.given.program), self.folder / name))
        return self.made[name]

    @property
    def small(self):
        """A few entries, one revised and one erased, an open backup, and a page that waits."""
        return self.once("small", self.make_small)

    def make_small(self, journal):
        wordings = journal.fill(12, self.given.seed, revised=3, long=1)
        gone = sorted(wordings)[0]
        journal.must("erase", gone, "--yes")
        del wordings[gone]
        for name, words in (("open", []), ("copy", ["--unattended"])):
            journal.must("backup", str(journal.folder / f"{name}.backup"), *words)
        for number in (1, 2):  # the notes that backups were made are taken in
            journal.must("list")
        known = Known(journal, wordings)
        text = "a page that waits\n\nwith more than one paragraph"
        known.waiting[journal.keep(text)] = text
        return known

    @property
    def large(self):
        """600 entries of several pages' depth, some long, some revised."""
        return self.once("large", lambda journal: Known(
            journal, journal.fill(600, self.given.seed, revised=40, long=20)))


def put_draft(journal, name="abcdefghijklm"):
    """Seals a draft as the program does, to the recipient that the journal names."""
    recipient = (journal.place / "capture").read_text(encoding="utf-8").split("\n")[1]
    content = b"alongside-draft/1 %s 1700000000000 %d\n" % (name.encode(), len(DRAFT)) + DRAFT
    folder = journal.place / "drafts"
    folder.mkdir(mode=0o700, exist_ok=True)
    file = folder / f"{name}.age"
    sealed = subprocess.run(
        ["age", "-r", recipient], input=content.ljust(256), capture_output=True, check=True)
    file.write_bytes(sealed.stdout)
    file.chmod(0o600)
    return file

"""Passing errors: one call of a command fails once, or kills it, and nothing may be lost by it."""

import collections
import functools
import shutil
import sqlite3

import calls
from journal import said
from row import Row, brief, crashed, whole

NEW = "words that are written while a call fails"
OUTCOMES = ["done", "refused", "damaged", "words", "older", "crashed", "lost"]
POINTS = 1  # calls for each command and error when bounded


class Command:
    """A command under attack: what it is called with, before it, and what must hold after it."""

    def __init__(self, name, words, given=None, prepare=None, check=None):
        self.name, self.words, self.given = name, words, given
        self.prepare, self.check = prepare or (lambda journal: None), check

    def spelt(self, journal):
        return [word.replace("HOME", str(journal.folder)) for word in self.words]


def lose_journal(journal):
    shutil.rmtree(journal.place)


def ways_in(journal):
    """The parts that salvage may not give up for a passing error."""
    return {name for (name,) in journal.rows("select name from part_a")}


def after_write(known, journal, done, row):
    """The page is in the journal once if it was acknowledged, and at most once if not."""
    expected = dict(known.texts)
    if done.returncode == 0:
        expected[done.stdout.decode().strip()] = NEW
    else:
        id = next((id for id, text in (journal.read_back()[1] or {}).items() if text == NEW), None)
        expected.update({id: NEW} if id else {})
    whole(row, journal, expected, "after it")


def after_salvage(known, journal, done, row):
    """Nothing is given up: parts, erased entries, waiting pages."""
    words = said(done)
    for given_up in ("no longer open", "What opens the pages", "The list of what you erased",
                     "could not be saved", "cannot be proven"):
        row.expect(given_up not in words, f"salvage says '{given_up}'")
    whole(row, journal, known.texts, "after it")
    missing = ways_in(known.journal) - ways_in(journal)
    row.expect(not missing, f"given up: {' '.join(sorted(missing))}")


def after_restore(known, journal, done, row):
    """All of the backup is back; where it failed, trying again works."""
    if not journal.database.exists():
        row.expect(done.returncode != 0, "says done, and there is no journal")
        again = journal.run("restore", str(journal.folder / "open.backup"))
        row.expect(again.returncode == 0, f"restore again: {brief(again)}")
    expected = {id: text for id, text in known.texts.items() if id not in known.waiting}
    whole(row, journal, expected, "after it")


def after_backup(unattended, known, journal, done, row):
    """A backup that is called done holds everything; nothing of a failed one blocks the next."""
    file = journal.folder / "new.backup"
    if done.returncode == 0:
        check = journal.run("verify", str(file), "--json")
        row.expect(check.returncode == 0, f"verify FILE: {brief(check)}")
        count = f'"entries" : {len(known.texts)}'
        is_told = "could not" in said(done) or "cannot" in said(done)
        row.expect(count in check.stdout.decode() or is_told, "the backup lacks an entry, untold")
    else:
        words = ["backup", str(file), *(["--unattended"] if unattended else [])]
        if file.exists():
            check = journal.run("verify", str(file))
            row.expect(check.returncode == 0, f"half a backup is left: {brief(check)}")
        else:
            again = journal.run(*words)
            row.expect(again.returncode == 0, f"backup again: {brief(again)}")
    whole(row, journal, known.texts, "after it")


def after_reading(known, journal, done, row):
    """What is shown is everything, or it is said what is missing."""
    if done.returncode == 0 and b'"id"' in done.stdout:
        missing = [id for id in known.texts if id not in done.stdout.decode()]
        row.expect(not missing or done.stderr, f"{len(missing)} entries are not listed, untold")
    whole(row, journal, known.texts, "after it")


COMMANDS = [
    Command("list", ["list", "--json"], check=after_reading),
    Command("write", ["write"], given=NEW.encode(), check=after_write),
    Command("verify", ["verify"], check=after_reading),
    Command("salvage", ["salvage", "--yes"], check=after_salvage),
    Command("restore", ["restore", "HOME/open.backup"], prepare=lose_journal, check=after_restore),
    Command("backup", ["backup", "HOME/new.backup"],
            check=functools.partial(after_backup, False)),
    Command("backup-unattended", ["backup", "HOME/new.backup", "--unattended"],
            check=functools.partial(after_backup, True)),
]


def outcome(row, done, problem):
    """The one word for how a try ended; the worst where there are several."""
    if crashed(done):
        return "crashed"
    if problem:
        return "lost"
    codes = {12: "words", 13: "damaged", 14: "older", 0: "done"}
    return codes.get(done.returncode, "refused")


def tried(stage, known, command, call, error):
    """One try: the word for how it ended, and what was wrong."""
    journal = stage.copy(known)
    command.prepare(journal)
    done = journal.run(
        *command.spelt(journal), given=command.given,
        before=calls.failing(journal, call, error))
    found = Row("")
    try:
        command.check(known, journal, done, found)
    except (OSError, sqlite3.Error) as problem:
        found.problems.append(str(problem))
    word = outcome(found, done, found.problems)
    return word, found.problems or [brief(done)]


def attack(command, error, stage, row):
    """Every call of one command, or a sample of them, with one error."""
    known = stage.small
    journal = stage.copy(known)
    command.prepare(journal)
    points = [
        call for call in calls.calls_of(journal, command.spelt(journal), command.given)
        if call.name in calls.ERRORS[error]]
    total = len(points)
    wanted = stage.given.points or (POINTS if stage.bounded else total)
    points = stage.numbers(row.name).sample(points, min(wanted, total))
    counted = collections.Counter()
    for call in points:
        word, problems = tried(stage, known, command, call, error)
        counted[word] += 1
        if word not in ("done", "refused"):
            where = f"{call.name}#{call.number}"
            row.expect(False, f"{word} at {where}: {'; '.join(problems[:2])}")
    counts = " ".join(f"{word}={counted[word]}" for word in OUTCOMES if counted[word])
    row.note(f"{len(points)} of {total} calls: {counts}")


ATTACKS = {
    f"errors:{command.name}:{error}": functools.partial(attack, command, error)
    for command in COMMANDS for error in calls.ERRORS}

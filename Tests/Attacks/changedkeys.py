"""Keys that are no longer those of today: nothing acknowledged is judged by them."""

import functools
import os
import subprocess
import time

import calls
from calls import wait
from journal import said
from row import Row, brief, crashed, whole

NEW = "acknowledged while another command had the keys of before"
STOPS = 1  # stopping points of each command when bounded
MORE = 40  # and when not: a sample, for each takes seconds
COMMANDS = {
    "list": ["list", "--json"], "verify": ["verify"], "rekey": ["rekey", "--yes"],
    "backup": ["backup", "HOME/new.backup"], "salvage": ["salvage", "--yes"],
    "export": ["export", "--format", "json", "--to", "HOME/out", "--yes"]}


def spelt(words, journal):
    return [word.replace("HOME", str(journal.folder)) for word in words]


def stops(stage, words, row):
    """Where to stop a command: always around its locks, and at a sample of its other steps."""
    journal = stage.copy(stage.small)
    found = calls.calls_of(
        journal, spelt(words, journal),
        names=["openat", "flock", "getdents64", "rename", "unlink", "fsync"])
    near = [call for call in found if call.name == "openat" and (
        '/lock"' in call.line or '/inbox"' in call.line or '/journal.db"' in call.line)]
    numbers = stage.numbers(row.name)
    many = STOPS if stage.bounded else MORE
    chosen = numbers.sample(near, min(len(near), many))
    return chosen + numbers.sample(found, min(len(found), many - len(chosen)))


def stale(words, stage, row):
    """A command is stopped; keys are changed and a page is kept; it goes on; keys change twice."""
    known = stage.small
    points = stops(stage, words, row)
    for call in points:
        journal = stage.copy(known)
        when = f"stopped at {call.name}#{call.number}"
        stopped = calls.Stopped(journal, spelt(words, journal), call)
        try:
            changing = journal.start("rekey", "--yes")
            wait(changing, 1)
            id = journal.keep(NEW)
        finally:
            code, told = stopped.go_on()
        changing.communicate(timeout=60)
        row.expect(code in (0, 1, 11), f"{when}: ends with {code} {' '.join(told.split())[:150]}")
        again(journal, row, when)
        expected = known.texts | {id: NEW}
        whole(row, journal, expected, when)
    row.note(f"{len(points)} stopping points")


def again(journal, row, when):
    """Two more changes of keys: a page that was not taken in by then never opens again."""
    for _ in range(2):
        done = journal.run("rekey", "--yes")
        row.expect(done.returncode == 0, f"{when}: the next change of keys: {brief(done)}")


def two_changes(stage, row):
    """Two changes of keys wait for the same lock; a page is kept between them."""
    known = stage.small
    journal = stage.copy(known)
    held = open(journal.place / "lock", "rb")
    try:
        subprocess.run(["flock", "-s", str(held.fileno())], pass_fds=[held.fileno()], check=True)
        waiting = journal.start("rekey", "--yes")
        time.sleep(0.5)
        os.kill(waiting.pid, 19)
    finally:
        held.close()
    first = journal.run("rekey", "--yes")
    row.expect(first.returncode == 0, f"the first change of keys: {brief(first)}")
    id = journal.keep(NEW)
    os.kill(waiting.pid, 18)
    out, error = waiting.communicate(timeout=60)
    row.note(f"the second change of keys ends with {waiting.returncode}")
    row.expect(waiting.returncode in (0, 11), f"the second: {(out + error).decode()[:150]}")
    again(journal, row, "afterwards")
    whole(row, journal, known.texts | {id: NEW}, "afterwards")


def unreadable(error, stage, row):
    """The page that waits cannot be read for a while: it stays, it is named, and comes in later."""
    known = stage.small
    page = known.journal.files("inbox")[0].name
    for words in (["list", "--json"], ["verify"], ["rekey", "--yes"]):
        probe = stage.copy(known)
        points = [call for call in calls.calls_of(probe, words) if page in call.line
                  and call.name in ("openat", "read", "newfstatat", "lstat", "fstat", "statx")]
        for call in stage.numbers(row.name).sample(points, 1 if stage.bounded else len(points)):
            journal = stage.copy(known)
            done = journal.run(*words, before=calls.failing(journal, call, error))
            when = f"{words[0]}, {error} at {call.name}#{call.number}"
            row.expect(not crashed(done), f"{when}: crashed")
            row.expect(done.returncode not in (12, 13, 14), f"{when}: ends with {brief(done)}")
            row.expect(not journal.files("inbox/aside"), f"{when}: the page was set aside")
            again(journal, row, when)
            whole(row, journal, known.texts, when)


def owned_by_another(stage, row):
    """A page that only root may read, as one written with sudo: it stays, and is named."""
    if os.geteuid() != 0:
        row.note("left out: it needs root, to become somebody else")
        return
    known = stage.small
    journal = stage.copy(known)
    person = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    owner = ["chown", "-R", "65534:65534"]
    subprocess.run([*owner, str(journal.folder), journal.runtime], check=True)
    stage.folder.chmod(0o711)
    page = journal.files("inbox")[0]
    os.chown(page, 0, 0)
    for words in (["list", "--json"], ["verify"], ["rekey", "--yes"]):
        done = journal.run(*words, before=person)
        row.expect(done.returncode in (0, 1), f"{words[0]} ends with {brief(done)}")
        row.expect(page.exists(), f"{words[0]} moved the page away")
        row.expect(page.stem in said(done), f"{words[0]} does not name it")
    for file in journal.files("inbox/aside") + journal.files("inbox"):
        os.chown(file, 65534, 65534)
    found = Row("")
    journal.run("list", before=person)
    whole(found, journal, known.texts, "once it can be read")
    row.problems += found.problems


ATTACKS = {
    "keys:two-changes": two_changes,
    **{f"keys:stopped-{name}": functools.partial(stale, words)
       for name, words in COMMANDS.items()},
    **{f"keys:unreadable-page:{error}": functools.partial(unreadable, error)
       for error in ("EIO", "EACCES", "ENOMEM", "EINTR", "EMFILE")},
    "keys:page-of-another": owned_by_another,
}

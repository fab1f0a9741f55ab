"""Backups that are damaged or cut off, restoring where it is hard, and erasing beside others."""

import fcntl
import functools
import io
import os
import pathlib
import shutil
import tarfile

import calls
from calls import wait
from journal import said
from row import brief, crashed, whole
from stage import put_draft
from talk import Talk

HUGE = 40_000_000
NEVER = (12, 13, 14)


def changed_copy(journal, folder, change):
    """An unattended copy of the journal, one of whose files is changed; returns it and the name."""
    file = journal.folder / "made.backup"
    journal.must("backup", str(file), "--unattended")
    with tarfile.open(file) as archive:
        members = [(one, archive.extractfile(one).read() if one.isfile() else None)
                   for one in archive.getmembers()]
    name = next(one.name for one, _ in members
                if f"{folder}/" in one.name and one.name.endswith(".age"))
    with tarfile.open(file, "w", format=tarfile.USTAR_FORMAT) as archive:
        for one, data in members:
            if one.name == name:
                data = change(data)
                one.size = len(data)
            archive.addfile(one, None if data is None else io.BytesIO(data))
    return file, pathlib.Path(name)


def flipped(data, at=-20):
    changed = bytearray(data)
    changed[at] ^= 4
    return bytes(changed)


CHANGES = {
    "bit": flipped, "cut": lambda data: data[:-30], "empty": lambda data: b"",
    "garbage": lambda data: bytes(range(256)) * 2, "huge": lambda data: bytes(HUGE)}


def damaged_copy(folder, change, stage, row):
    """A copy with a damaged page or draft is refused, and the file is named."""
    journal = stage.copy(stage.small)
    put_draft(journal)
    file, name = changed_copy(journal, folder, CHANGES[change])
    check = journal.run("verify", str(file))
    row.expect(check.returncode in (13, 65), f"verify FILE ends with {brief(check)}")
    row.expect(name.stem in said(check), "verify FILE does not name the file")
    merge = journal.run("restore", str(file), "--merge")
    row.expect(merge.returncode == 65, f"restore --merge ends with {brief(merge)}")
    shutil.rmtree(journal.place)
    back = journal.run("restore", str(file))
    row.expect(back.returncode == 65, f"restore ends with {brief(back)}")
    row.expect(name.stem in said(back), "restore does not name the file")
    row.expect(not journal.database.exists(), "restore left a journal all the same")


def damaged_draft(stage, row):
    """A draft that does not open is named by everything that passes over it."""
    known = stage.small
    journal = stage.copy(known)
    file = put_draft(journal)
    verify = journal.run("verify")
    row.expect(verify.returncode == 0, f"with a whole draft verify ends with {brief(verify)}")
    file.write_bytes(flipped(file.read_bytes()))
    verify = journal.run("verify")
    row.expect(verify.returncode == 13, f"verify ends with {brief(verify)}")
    row.expect(file.stem in said(verify), f"verify does not name it: {brief(verify)}")
    for words in (["backup", str(journal.folder / "made.backup")], ["rekey", "--yes"]):
        done = journal.run(*words)
        row.expect(file.stem in said(done), f"{words[0]} does not name it: {brief(done)}")
    copy = str(journal.folder / "copy.backup2")
    journal.run("backup", copy, "--unattended")
    check = journal.run("verify", copy)
    row.expect(check.returncode in (13, 65), f"verify COPY ends with {brief(check)}")
    talk = Talk(journal.command("reflect", "--resume", *journal.opening), journal.env(),
                journal.folder)
    talk.settle()
    row.expect(file.stem in talk.text(), "reflect --resume does not name it")
    talk.end()
    row.expect(file.exists(), "it was removed")


def restored(stage, known, journal, row, when, late=None):
    """Restores again where there is no journal; then all is whole, and never refused as older."""
    done = journal.run("list")
    row.expect(done.returncode not in NEVER, f"{when}: list ends with {brief(done)}")
    if done.returncode in (10, 13):
        again = journal.run("restore", str(journal.folder / "open.backup"), "--journal", "journal")
        row.expect(again.returncode == 0, f"{when}: restore again ends with {brief(again)}")
    expected = {id: text for id, text in known.texts.items() if id not in known.waiting}
    whole(row, journal, expected | (late or {}), when)


def cut_restore(stage, row):
    """Restoring is cut off, or cannot write where the machine remembers how far it was."""
    known = stage.small
    words = ["restore", "HOME/open.backup"]

    def fresh():
        journal = stage.copy(known)
        shutil.rmtree(journal.place)
        return journal, [word.replace("HOME", str(journal.folder)) for word in words]

    journal, spelt = fresh()
    found = calls.calls_of(journal, spelt)
    moving = [one for one in found if one.name in ("rename", "renameat2", "unlink", "fsync")]
    state = [one for one in found if "/.local/state/" in one.line
             and one.name in calls.ERRORS["EROFS"]]
    tries = [(one, "KILL") for one in moving[-14:]] + [(one, "EACCES") for one in state]
    for call, error in stage.numbers(row.name).sample(tries, 5 if stage.bounded else len(tries)):
        journal, spelt = fresh()
        done = journal.run(*spelt, before=calls.failing(journal, call, error))
        when = f"{error} at {call.name}#{call.number}"
        row.expect(not crashed(done), f"{when}: crashed")
        restored(stage, known, journal, row, when)


def gutted(stage, row):
    """The database is gone, a page waits; restoring is cut off, and done again: the page is in."""
    known = stage.small
    words = ["restore", "HOME/open.backup", "--journal", "journal"]

    def fresh():
        journal = stage.copy(known)
        journal.database.unlink()
        return journal, [word.replace("HOME", str(journal.folder)) for word in words]

    journal, spelt = fresh()
    points = [one for one in calls.calls_of(journal, spelt) if one.name in (
        "rename", "renameat2", "unlink", "link", "mkdir", "unlinkat", "rmdir")
        and "/journals/" in one.line]
    restored(stage, known, journal, row, "not cut off", known.waiting)
    tries = [(one, error) for one in points for error in ("KILL", "EIO")]
    for call, error in stage.numbers(row.name).sample(tries, 4 if stage.bounded else len(tries)):
        journal, spelt = fresh()
        journal.run(*spelt, before=calls.failing(journal, call, error))
        if not journal.database.exists():
            journal.run(*spelt)
        restored(stage, known, journal, row, f"{error} at {call.name}#{call.number}", known.waiting)


def forgotten_folder(stage, row):
    """What restoring puts by is named, and an erased page is not left in it."""
    known = stage.small
    journal = stage.copy(known)
    [page] = journal.files("inbox")
    content = page.read_bytes()
    journal.database.unlink()
    done = journal.run("restore", str(journal.folder / "open.backup"), "--journal", "journal")
    row.expect(done.returncode == 0, f"restore ends with {brief(done)}")
    left = [one.name for one in journal.place.parent.iterdir() if ".before-" in one.name]
    doctor = said(journal.run("doctor"))
    for name in left:
        row.expect(name in said(done) or name in doctor, "the folder put by is named by nobody")
    id = next(iter(known.waiting))
    done = journal.run("erase", id, "--yes")
    row.expect(done.returncode == 0, f"erase ends with {brief(done)}")
    copies = [one for one in journal.place.parent.rglob("*.age") if one.read_bytes() == content]
    row.expect(
        not copies or any(name in said(done) for name in left),
        "the erased page is still in the folder put by, untold")


def small_file(stage, row):
    """A damaged file beside a backup is not called wrong words without a doubt."""
    known = stage.small
    journal = stage.copy(known)
    small = journal.folder / "open.backup.passphrase.age"
    content = small.read_bytes()
    places = range(len(content))
    for at in stage.numbers(row.name).sample(places, 8 if stage.bounded else 80):
        small.write_bytes(flipped(content, at))
        done = journal.run("verify", str(journal.folder / "open.backup"))
        row.expect(not crashed(done), f"byte {at}: crashed")
        row.expect(
            done.returncode != 12 or "damage" in said(done),
            f"byte {at} of the small file: {brief(done)}")


def erase_beside(stage, row):
    """Entries are erased while a backup is made: the backup is whole, or refuses, undamaged."""
    known = stage.small
    probe = stage.copy(known)
    words = ["backup", "HOME/made.backup"]
    points = calls.calls_of(
        probe, [word.replace("HOME", str(probe.folder)) for word in words], names=["flock"])
    for call in stage.numbers(row.name).sample(points, 3 if stage.bounded else len(points)):
        journal = stage.copy(known)
        spelt = [word.replace("HOME", str(journal.folder)) for word in words]
        gone = sorted(known.wordings)[-1]
        when = f"stopped at {call.name}#{call.number}"
        stopped = calls.Stopped(journal, spelt, call)
        erasing = journal.start("erase", gone, "--yes")
        wait(erasing, 1)
        code, told = stopped.go_on()
        erasing.communicate(timeout=60)
        told = " ".join(told.split())[:120]
        row.expect(code in (0, 11), f"{when}: backup ends with {code} {told}")
        row.expect(erasing.returncode in (0, 11), f"{when}: erase ends with {erasing.returncode}")


def erase_with_leftover(stage, row):
    """What a killed change of keys left behind does not keep an erased entry for long."""
    known = stage.small
    journal = stage.copy(known)
    points = [one for one in calls.calls_of(journal, ["rekey", "--yes"], names=["rename"])
              if one.line.count(".part") and "journal.db\"" in one.line]
    journal = stage.copy(known)
    journal.run("rekey", "--yes", before=calls.failing(journal, points[0], "KILL"))
    left = [one for one in os.listdir(journal.place) if ".part" in one]
    row.expect(left, "the killed change of keys left nothing; this proves nothing")
    gone = sorted(known.wordings)[0]
    with open(journal.place / "lock", "rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)
        done = journal.run("erase", gone, "--yes")
    row.expect(done.returncode in (0, 11), f"erase ends with {brief(done)}")
    journal.run("list")
    left = [one for one in os.listdir(journal.place) if ".part" in one]
    row.expect(done.returncode or not left, "what the killed change of keys built is still there")


def stuck_anchor(stage, row):
    """Another process holds the anchor's lock and does not go on: nothing hangs for ever."""
    journal = stage.copy(stage.small)
    [lock] = (journal.folder / ".local/state/alongside").rglob("anchor.lock")
    with open(lock, "rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        done = journal.run("list", timeout=12)
    row.expect(done.returncode in (0, 11), f"list: {brief(done)}")


def other_commands(stage, row):
    """Two erase, one begins a journal while another is mended: none of them fails for it."""
    known = stage.small
    second = sorted(known.wordings)[1]
    for words, others in (
            (["erase", sorted(known.wordings)[0], "--yes"], ["erase", second, "--yes"]),
            (["init", "--kit", "none", "--journal", "second"], ["erase", second, "--yes"])):
        probe = stage.copy(known)
        points = calls.calls_of(probe, words, names=["rename", "unlink", "mkdir", "flock"])
        for call in stage.numbers(row.name).sample(points, 1 if stage.bounded else len(points)):
            journal = stage.copy(known)
            stopped = calls.Stopped(journal, words, call)
            beside = journal.start(*others, "--journal", "journal")
            wait(beside, 1)
            code, told = stopped.go_on()
            out, error = beside.communicate(timeout=60)
            when = f"{words[0]} stopped at {call.name}#{call.number}"
            row.expect(code in (0, 11), f"{when}: ends with {code} {' '.join(told.split())[:120]}")
            row.expect(beside.returncode in (0, 11),
                       f"{when}: erase ends with {beside.returncode} {(out + error)[:120]}")


def blind(stage, row):
    """A disk that does not answer for one file is no place where nothing is: nothing is put over it."""
    known = stage.small
    probe = stage.copy(known)
    for words in (["restore", str(probe.folder / "open.backup")], ["init", "--kit", "none"],
                  ["write"], ["list"], ["salvage"]):
        for name in ("journal.db", "journal.db-journal"):
            journal = stage.copy(known)
            words = [word.replace(str(probe.folder), str(journal.folder)) for word in words]
            given = b"late" if words[0] == "write" else None
            # The backup does not have this one.
            texts = known.texts | {journal.keep("after"): "after"}
            journal.must("list")
            before, _ = calls.watch(journal, [
                "-P", str(journal.place / name), "-e", "trace=newfstatat,stat,lstat",
                "-e", "inject=newfstatat,stat,lstat:error=EIO:when=1+"])
            done = journal.run(*words, given=given, before=before)
            when = f"{words[0]}, {name} unseen"
            row.expect(not crashed(done), f"{when}: crashed")
            row.expect(done.returncode not in NEVER + (10,), f"{when}: ends with {brief(done)}")
            if words[0] == "write" and not done.returncode:
                texts[done.stdout.decode().strip()] = "late"
            whole(row, journal, texts, when)


ATTACKS = {
    **{f"copies:damaged-page:{change}": functools.partial(damaged_copy, "inbox", change)
       for change in CHANGES},
    "copies:damaged-draft-inside": functools.partial(damaged_copy, "drafts", "bit"),
    "copies:damaged-draft": damaged_draft,
    "copies:cut-restore": cut_restore,
    "copies:restore-gutted": gutted,
    "copies:forgotten-folder": forgotten_folder,
    "copies:small-file": small_file,
    "copies:erase-beside-backup": erase_beside,
    "copies:erase-with-leftover": erase_with_leftover,
    "copies:stuck-anchor": stuck_anchor,
    "copies:blind": blind,
    "copies:beside-each-other": other_commands,
}

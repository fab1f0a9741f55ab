"""Damage to what SQLite takes for free room: no change may put new words where old ones are."""

import collections

import damage
import randomdamage
from pages import LEAF, Pages

FIRST_FREE, FREE_COUNT, PAGE_COUNT = 32, 36, 28  # in the head of the file


def number(data, at):
    return int.from_bytes(data[at:at + 4], "big")


def four(value):
    return value.to_bytes(4, "big")


def used(pages):
    """A page of records with several on it."""
    rows = collections.Counter(cell.page for cell in pages.cells["record"].values())
    return max((one for one in pages.trees["record"] if pages.kind(one) == LEAF), key=rows.get)


def ways(pages):
    """Each way that the list of free pages, or the length of the file, can be wrong."""
    data, victim = pages.bytes, used(pages)
    yield damage.overwrite(
        data, PAGE_COUNT, four(victim - 1), f"the head says that there are {victim - 1} pages")
    trunk = number(data, FIRST_FREE)
    if not trunk or not number(data, FREE_COUNT):
        return
    start = (trunk - 1) * pages.size
    if number(data, start + 4):
        last = start + 4 + 4 * number(data, start + 4)
        yield damage.overwrite(data, last, four(victim), f"page {victim} is called free")
        yield damage.swap(data, number(data, last), victim, pages.size)


def attack(stage, row):
    known = stage.large
    pages = Pages(known.journal.database)
    tried = 0
    for done in ways(pages):
        tried += 1
        journal = stage.copy(known)
        journal.database.write_bytes(done.bytes)
        new = {}
        for count in range(6):
            text = f"a page of {count} that is written after the damage. " * 900
            new[journal.keep(text)] = text
        for _ in range(2):
            journal.run("list")
        salvaged = journal.run("salvage", "--yes")
        row.expect(salvaged.returncode == 0, f"{done.words}: salvage ends {salvaged.returncode}")
        _, texts = journal.read_back()
        expected = {**known.texts, **new}
        missing = {id for id, text in expected.items() if (texts or {}).get(id) != text}
        lost = pages.cells["record"].keys() - pages.whole("record", done.bytes)
        row.expect(
            len(missing) <= len(lost),
            f"{done.words}: {randomdamage.some(missing)} of {len(expected)} are not saved")
    row.note(f"{tried} ways")


ATTACKS = {"free:pages": attack}

"""Damage to a chosen page of the database: it costs what was on that page, and nothing else."""

import collections
import functools

import damage
import randomdamage
from journal import said
from pages import INTERIOR, LEAF, Pages
from row import brief, crashed


def roles(pages):
    """A page for each role that a page can have."""
    tree = pages.trees["record"]
    leaves = [number for number in tree if pages.kind(number) == LEAF]
    cells = pages.cells["record"].values()
    found = {
        "first": 1,
        "record-root": pages.roots["record"],
        "record-leaf": leaves[len(leaves) // 2],
        "record-overflow": next(cell.overflow[0] for cell in cells if cell.overflow),
        "index-root": pages.roots["record_entry"],
        "leaf-root": pages.roots["leaf"],
        "leaf-overflow": next(
            (one.overflow[0] for one in pages.cells["leaf"].values() if one.overflow), None),
        "head-root": pages.roots["head"],
        "part-root": pages.roots["part_b"],
    }
    inner = [number for number in tree[1:] if pages.kind(number) == INTERIOR]
    found["record-interior"] = inner[0] if inner else None
    return {role: number for role, number in found.items() if number}


ROLES = ["first", "record-root", "record-interior", "record-leaf", "record-overflow", "index-root",
         "leaf-root", "leaf-overflow", "head-root", "part-root"]


def thinnest(pages, besides):
    """The page of records with the fewest rows: with another in its place a count may still be right."""
    rows = collections.Counter(cell.page for cell in pages.cells["record"].values())
    del rows[besides]
    return min(sorted(rows), key=rows.get)


def of_role(role, stage, row):
    """Each way to damage the page of a role, and one more: it changes places with another."""
    known = stage.large
    pages = Pages(known.journal.database)
    number = roles(pages).get(role)
    if not number:
        row.note("there is no such page in this journal")
        return
    ways = damage.of_page(pages, number)
    if stage.bounded:
        ways = [stage.numbers(row.name).choice(ways)]
    for done in [*ways, damage.swap(pages.bytes, number, thinnest(pages, number), pages.size)]:
        journal = stage.copy(known)
        journal.database.write_bytes(done.bytes)
        randomdamage.look(known, journal, row, done.words)
        cost(known, pages, done, journal, row)
        tally = randomdamage.Tally()
        randomdamage.salvage(known, pages, done.bytes, journal, row, done.words, tally)
        row.note(f"{done.words}: saved {tally.saved} of {tally.intact} intact")


def cost(known, pages, done, journal, row):
    """What reads many entries goes on past those that are damaged."""
    tables = [name for name in pages.cells if name not in ("record", "part_a", "part_b")]
    lost = len(pages.cells["record"].keys() - pages.in_place("record", done.bytes))
    is_listed = all(pages.cells[name].keys() == pages.in_place(name, done.bytes) for name in tables)
    inner = [
        one for name in ("record", *tables) for one in pages.trees[name]
        if pages.kind(one) == INTERIOR]
    if done.bytes[:pages.size] != pages.page(1) or not is_listed or any(
            pages.page(one) != pages.page(one, done.bytes) for one in inner):
        return  # more than one page of entries can be out of reach
    _, texts = journal.read_back()
    count = None if texts is None else len(texts)
    kept = len(known.texts) - lost
    row.expect(count is not None and count >= kept, f"{done.words}: export has {count} of {kept}")
    for words in (["search", "e", "--json"], ["insights"], ["check", "--all"], ["list", "--json"]):
        ended = journal.run(*words)
        row.expect(
            not crashed(ended) and b"journal.db" not in ended.stderr,
            f"{done.words}: {words[0]} stops at it: {brief(ended)}")
    verify = journal.run("verify")
    if lost:
        row.expect(verify.returncode == 13, f"{done.words}: verify ends with {brief(verify)}")
        row.expect(
            randomdamage.ids_in(said(verify)), f"{done.words}: verify names no entry")


ATTACKS = {f"damage:{role}": functools.partial(of_role, role) for role in ROLES}

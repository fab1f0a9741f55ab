"""Damage to one copy of what is kept twice: it costs nothing."""

import functools

import damage
from pages import Pages
from row import brief, whole

TREES = ["part_a", "sqlite_autoindex_part_a_1", "part_b", "sqlite_autoindex_part_b_1"]
NEW = "written beside a damaged copy"


def attack(tree, stage, row):
    """Each way to damage the pages of one copy; everything goes on working."""
    known = stage.small
    pages = Pages(known.journal.database)
    for number in pages.trees[tree]:
        ways = damage.of_page(pages, number)
        for done in stage.numbers(row.name).sample(ways, 2 if stage.bounded else len(ways)):
            use(stage, known, done, row)
            save(stage, known, done, row)


def use(stage, known, done, row):
    """Reading and writing work; `verify` may say that a copy is damaged."""
    journal = stage.copy(known)
    journal.database.write_bytes(done.bytes)
    when = done.words
    some = next(iter(known.wordings))
    for words in (["list", "--json"], ["show", some]):
        ended = journal.run(*words)
        row.expect(ended.returncode == 0, f"{when}: {words[0]} ends with {brief(ended)}")
    written = journal.run("write", given=NEW.encode())
    row.expect(written.returncode == 0, f"{when}: write ends with {brief(written)}")
    verify = journal.run("verify")
    row.expect(verify.returncode in (0, 13), f"{when}: verify ends with {brief(verify)}")
    expected = known.texts | {written.stdout.decode().strip(): NEW}
    _, texts = journal.read_back()
    row.expect(texts == expected, f"{when}: not everything is exported")


def save(stage, known, done, row):
    """Salvage saves everything."""
    journal = stage.copy(known)
    journal.database.write_bytes(done.bytes)
    ended = journal.run("salvage", "--yes")
    if row.expect(ended.returncode == 0, f"{done.words}: salvage ends with {brief(ended)}"):
        whole(row, journal, known.texts, f"{done.words}, salvaged")


ATTACKS = {f"doubled:{tree}": functools.partial(attack, tree) for tree in TREES}

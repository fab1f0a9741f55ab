"""A database with other tables than it should have: it is refused as damaged, and named."""

import functools
import re
import sqlite3

from journal import said
from row import brief, crashed

# What is done to the schema, and the word that names it.
TRICKS = {
    "ignore": ("""
        create table other (
          revision INTEGER PRIMARY KEY ON CONFLICT IGNORE, entry INTEGER NOT NULL,
          box BLOB NOT NULL, UNIQUE (entry) ON CONFLICT IGNORE);
        insert or ignore into other select * from record; drop table record;
        alter table other rename to record; create index record_entry on record (entry);""",
        "record"),
    "trigger": ("""
        create trigger quiet before insert on record begin select raise(ignore); end;""", "quiet"),
    "view": ("""
        alter table head rename to kept; create view head as select * from kept;""", "head"),
    "extra-table": ("create table more (a);", "more"),
    "extra-index": ("create index more on record (box);", "more"),
    "no-record": ("drop table record;", "record"),
    "no-leaf": ("drop table leaf;", "leaf"),
    "no-head": ("drop table head;", "head"),
    "no-part": ("drop table part_a;", "part_a"),
    "no-index": ("drop index record_entry;", "record_entry"),
}


def attack(name, stage, row):
    """No command goes on with it, nothing waiting is taken away, and salvage saves what it can."""
    script, word = TRICKS[name]
    known = stage.small
    journal = stage.copy(known)
    opened = sqlite3.connect(journal.database)
    opened.executescript(script)
    opened.close()
    waiting = [file.name for file in journal.files("inbox")]
    for words in (["list", "--json"], ["verify"]):
        done = journal.run(*words)
        row.expect(not crashed(done), f"{words[0]} crashed")
        row.expect(done.returncode == 13, f"{words[0]} ends with {brief(done)}")
        named = re.search(rf"\b{word}\b", said(done).split("hint:")[0])
        row.expect(named, f"{words[0]} does not name {word}")
    left = [file.name for file in journal.files("inbox")]
    row.expect(left == waiting, "a waiting page was taken away")
    done = journal.run("salvage", "--yes")
    if name in ("no-record", "no-leaf"):
        row.expect(not crashed(done) and done.returncode != 12, f"salvage: {brief(done)}")
    elif row.expect(done.returncode == 0, f"salvage ends with {brief(done)}"):
        _, texts = journal.read_back()
        gone = known.texts.keys() - (texts or {}).keys()
        row.expect(not gone, f"after salvage {len(gone)} entries are gone")
        # The first trick has thrown away second wordings before anybody could save them.
        row.expect(name == "ignore" or texts == known.texts, "after salvage some words are others")


ATTACKS = {f"schema:{name}": functools.partial(attack, name) for name in TRICKS}

"""Damage anywhere in a journal of 600 entries: what is shown is true, what is whole is saved."""

import collections
import re

import damage
from journal import ids_in, said
from pages import Pages
from row import brief, crashed


class Tally:
    """How much was there to be saved, and how much was saved, over all rounds."""

    def __init__(self):
        self.intact = self.saved = self.whole = self.whole_saved = 0
        self.ends, self.wrong = collections.Counter(), collections.Counter()

    def lines(self):
        share = 100 * self.saved / max(1, self.intact)
        of_whole = 100 * self.whole_saved / max(1, self.whole)
        yield f"saved {self.saved} of {self.intact} intact wordings: {share:.2f} %"
        yield f"on whole pages: {self.whole_saved} of {self.whole}: {of_whole:.2f} %"
        wrong = ", ".join(f"{name} {n}" for name, n in sorted(self.wrong.items()))
        yield f"rounds with something wrong: {wrong or 0}"
        yield "ends: " + ", ".join(f"{name} {n}" for name, n in sorted(self.ends.items()))


def look(known, journal, row, when):
    """Reads a damaged journal: nothing untrue is shown, and it is never called wrong words."""
    verify, _ = journal.verified()
    export, texts = journal.read_back()
    for name, done in (("verify", verify), ("export", export)):
        row.expect(done.returncode != 12, f"{when}: {name} says wrong words")
        row.expect(not crashed(done), f"{when}: {name} crashed {brief(done)}")
    told = ids_in(said(verify) + said(export))
    texts = known.texts if texts is None else texts
    true_words(known, texts, row, when)
    untold = older(known, texts) - told
    row.expect(not untold, f"{when}: {some(untold)} show an older wording, untold")
    missing = set(known.texts) - set(texts)
    row.expect(
        not missing or verify.returncode, f"{when}: {len(missing)} entries missing, untold")
    return verify


def some(ids):
    """How many there are, and the first of them."""
    return f"{len(ids)} ({' '.join(sorted(ids)[:2])})"


def true_words(known, texts, row, when):
    """Expects that every text shown is a wording of its entry."""
    changed = {id for id, text in texts.items() if text not in known.wordings.get(id, [])}
    row.expect(not changed, f"{when}: {some(changed)} show words that were never in them")


def older(known, texts):
    """The entries that show one of their earlier wordings."""
    return {id for id, text in texts.items() if text in known.wordings.get(id, [])[:-1]}


def salvage(known, pages, damaged, journal, row, when, tally=None):
    """Salvages, and compares what is saved with the bytes that were whole."""
    done = journal.run("salvage", "--yes")
    row.expect(done.returncode != 12, f"{when}: salvage says wrong words")
    row.expect(not crashed(done), f"{when}: salvage crashed {brief(done)}")
    can = pages.opens(damaged)
    intact = pages.intact("record", damaged) if can else set()
    certain = pages.whole("record", damaged) if can else set()
    saved = set()
    if done.returncode == 0:
        saved = {revision for (revision,) in journal.rows("select revision from record")}
        after_salvage(known, journal, done, row, when)
    missing = certain - saved
    row.expect(
        not missing,
        f"{when}: {len(missing)} of {len(certain)} wordings on whole pages not saved"
        f" ({brief(done, 90)})")
    if tally:
        tally.intact += len(intact)
        tally.saved += len(intact & saved)
        tally.whole += len(certain)
        tally.whole_saved += len(certain & saved)
        tally.ends[f"salvage {done.returncode}"] += 1
    return done


def after_salvage(known, journal, done, row, when):
    """The salvaged journal is whole, and what it lacks was named or counted."""
    verify, _ = journal.verified()
    row.expect(verify.returncode == 0, f"{when}: verify after salvage: {brief(verify)}")
    export, texts = journal.read_back()
    if not row.expect(texts is not None, f"{when}: export after salvage: {brief(export)}"):
        return
    true_words(known, texts, row, when + ", salvaged")
    told = ids_in(said(done))
    unnamed = (set(known.texts) - set(texts) | older(known, texts)) - told
    count = max(counts_in(said(done)), default=0)
    row.expect(
        len(unnamed) <= count,
        f"{when}: after salvage {some(unnamed)} are gone or older, and neither named nor counted")


def counts_in(words):
    """The numbers with which `salvage` may say how much it could not look up in the list."""
    words = re.sub(r"\d+ entr(y is|ies are) whole|Of \d+ wordings it cannot be proven", "", words)
    words = re.sub(r"\S*journal\.db\S*", "", words)
    return [int(number) for number in re.findall(r"(?<![\w:.-])\d+(?![\w:-])", words)]


def attack(stage, row):
    known = stage.large
    pages = Pages(known.journal.database)
    numbers, tally = stage.numbers(row.name), Tally()
    for number in range(stage.given.rounds):
        done = damage.at_random(pages, numbers)
        journal = stage.copy(known)
        journal.database.write_bytes(done.bytes)
        when, before = f"round {number}, {done.words}", len(row.problems)
        verify = look(known, journal, row, when)
        tally.ends[f"verify {verify.returncode}"] += 1
        salvage(known, pages, done.bytes, journal, row, when, tally)
        tally.wrong[done.kind] += len(row.problems) > before
        if len(row.problems) > before:
            stage.keep(known, f"round-{number}", done.bytes)
    for line in tally.lines():
        row.note(line)


ATTACKS = {"random:damage": attack}

"""The pages of an SQLite file: which page has which role, and where each row's bytes are.

It follows <https://www.sqlite.org/fileformat2.html> and reads undamaged files only. Damage is then
found by comparing bytes, so that nothing of the program, and nothing of SQLite, judges it.
"""

import collections
import sqlite3

INTERIOR_INDEX, INTERIOR, LEAF_INDEX, LEAF = 2, 5, 10, 13

# A row: the page of its cell, stretches (offset, length) of the file, and its overflow pages.
Cell = collections.namedtuple("Cell", "page spans overflow")


class Pages:
    """An undamaged database file, taken apart."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self.bytes = file.read()
        size = int.from_bytes(self.bytes[16:18], "big")
        self.size = 65536 if size == 1 else size
        self.usable = self.size - self.bytes[20]
        self.count = len(self.bytes) // self.size
        opened = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.roots = dict(opened.execute("select name, rootpage from sqlite_master"))
        self.entry_of = dict(opened.execute("select revision, entry from record"))
        self.parts = {
            part: dict(opened.execute(f"select rowid, name from {part}"))
            for part in ("part_a", "part_b")}
        opened.close()
        self.trees = {name: self.tree(root) for name, root in self.roots.items()}
        self.cells = {
            name: self.rows(name) for name in ("part_a", "part_b", "record", "leaf", "head")}

    def page(self, number, data=None):
        data = self.bytes if data is None else data
        return data[(number - 1) * self.size:number * self.size]

    def kind(self, number):
        return self.page(number)[100 if number == 1 else 0]

    def tree(self, root):
        """All pages of a table or index, each after its parent; no overflow pages."""
        found = [root]
        for number in found:
            if self.kind(number) in (INTERIOR, INTERIOR_INDEX):
                found += self.children(number)
        return found

    def children(self, number):
        page = self.page(number)
        pointers = [int.from_bytes(page[at:at + 4], "big") for at in self.places(page, 12)]
        return pointers + [int.from_bytes(page[8:12], "big")]

    @staticmethod
    def places(page, header):
        """Where the cells of a page begin."""
        count = int.from_bytes(page[3:5], "big")
        return [
            int.from_bytes(page[at:at + 2], "big")
            for at in range(header, header + 2 * count, 2)]

    def rows(self, table):
        """Each row of a table by its number."""
        found = {}
        for number in self.trees[table]:
            if self.kind(number) == LEAF:
                page = self.page(number)
                for at in self.places(page, 8):
                    rowid, cell = self.cell(number, page, at)
                    found[rowid] = cell
        return found

    def cell(self, number, page, at):
        length, next_at = varint(page, at)
        rowid, next_at = varint(page, next_at)
        local = self.local(length)
        start = (number - 1) * self.size
        spans, overflow = [(start + at, next_at - at + local)], []
        left, end = length - local, next_at + local
        if left:
            spans[0] = (start + at, end - at + 4)
            following = int.from_bytes(page[end:end + 4], "big")
            while left > 0:
                overflow.append(following)
                here = min(left, self.usable - 4)
                spans.append(((following - 1) * self.size, here + 4))
                following = int.from_bytes(self.page(following)[:4], "big")
                left -= here
        return rowid - (1 << 64) if rowid >> 63 else rowid, Cell(number, spans, overflow)

    def local(self, length):
        """How much of a row is in its own page."""
        most = self.usable - 35
        if length <= most:
            return length
        least = (self.usable - 12) * 32 // 255 - 23
        fits = least + (length - least) % (self.usable - 4)
        return fits if fits <= most else least

    # Comparing with a damaged copy of the file.

    def whole(self, table, damaged):
        """The rows all of whose pages are as they were; a leaf page may be in another place."""
        here = {damaged[at:at + self.size] for at in range(0, len(damaged), self.size)}
        return {
            rowid for rowid, cell in self.cells[table].items()
            if self.page(cell.page) in here and all(
                self.page(one) == self.page(one, damaged) for one in cell.overflow)}

    def in_place(self, table, damaged):
        """The rows all of whose pages are as they were, where they were."""
        return {
            rowid for rowid, cell in self.cells[table].items()
            if all(self.page(one) == self.page(one, damaged)
                   for one in [cell.page, *cell.overflow])}

    def intact(self, table, damaged):
        """The rows all of whose own bytes are as they were."""
        same = {
            rowid for rowid, cell in self.cells[table].items()
            if all(self.bytes[at:at + n] == damaged[at:at + n] for at, n in cell.spans)}
        return same | self.whole(table, damaged)

    def opens(self, damaged):
        """Whether a copy of all that the words open a journal with is as it was."""
        names = [
            {self.parts[part][rowid] for rowid in self.intact(part, damaged)}
            for part in ("part_a", "part_b")]
        return {"slot.passphrase", "key"} <= names[0] | names[1]


def varint(data, at):
    value = 0
    for number in range(9):
        byte = data[at + number]
        if number == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 127
        if byte < 128:
            return value, at + number + 1
    raise AssertionError

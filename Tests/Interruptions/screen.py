"""What a terminal shows: just enough of an xterm to read back what a program drew.

A program that moves the cursor leaves a stream of bytes in which its words cannot be searched.
`Screen` is fed those bytes and tells which characters are in which row; rows that scroll away at
the top are remembered.
"""

import codecs
import re
import unicodedata

# One thing at a time: a control sequence, a string sequence, another escape, or a character.
PIECE = re.compile(
    "\x1b\\[([<=>?]*)([0-9;:]*)[ -/]*([@-~])"
    "|\x1b[]PX^_][^\x07\x1b]*(?:\x07|\x1b\\\\)"
    "|\x1b[ #%()*+\\-./][ -~]|\x1b([ -~])"
    "|([\x00-\x1f\x7f])|([^\x00-\x1f\x7f\x1b]+)", re.S)
UNFINISHED = re.compile(
    "\x1b(?:\\[[<=>?]*[0-9;:]*[ -/]*|[]PX^_][^\x07\x1b]*\x1b?|[ #%()*+\\-./]?)$")


def width(character):
    """How many columns a character takes: 0, 1 or 2."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


class Screen:
    """A grid of characters, a cursor, and the modes that a program turned on."""

    def __init__(self, columns, rows):
        self.columns, self.height = columns, rows
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.waiting = ""
        self.above = []
        self.cells = self.empty()
        self.main = None
        self.row = self.column = 0
        self.top, self.bottom = 0, rows - 1
        self.saved = (0, 0)
        self.modes = set()
        self.asked_for_place = 0

    def empty(self):
        return [[" "] * self.columns for _ in range(self.height)]

    def resize(self, columns, rows):
        """Cuts or fills rows, as most terminals do; the program draws them again."""
        fill = [" "] * max(0, columns - self.columns)
        self.cells = [row[:columns] + fill for row in self.cells]
        while len(self.cells) > rows:
            self.above.append(self.cells.pop(0))
            self.row -= 1
        self.cells += [[" "] * columns for _ in range(rows - len(self.cells))]
        self.columns, self.height = columns, rows
        self.top, self.bottom = 0, rows - 1
        self.row, self.column = max(0, self.row), min(self.column, columns - 1)

    # What is asked of it.

    def lines(self):
        """Every row, those that scrolled away first, without spaces at the end."""
        return ["".join(row).rstrip() for row in self.above + self.cells]

    def text(self):
        return "\n".join(self.lines()).strip("\n")

    def cursor_line(self):
        return "".join(self.cells[self.row]).rstrip()

    # What is drawn.

    def feed(self, data):
        text = self.waiting + self.decoder.decode(data)
        cut = UNFINISHED.search(text)
        self.waiting = text[cut.start():] if cut else ""
        for piece in PIECE.finditer(text[:cut.start()] if cut else text):
            private, numbers, final, escape, control, words = piece.groups()
            if words:
                self.put(words)
            elif control:
                self.control(control)
            elif final:
                self.sequence(private, numbers, final)
            elif escape:
                self.escape(escape)

    def put(self, words):
        for character in words:
            wide = width(character)
            if wide == 0:
                self.join(character)
                continue
            if self.column + wide > self.columns:
                self.column = 0
                self.down()
            row = self.cells[self.row]
            row[self.column] = character
            if wide == 2:
                row[self.column + 1] = ""
            self.column += wide

    def join(self, character):
        """Adds a mark to the character before the cursor."""
        at = min(self.column, self.columns) - 1
        while at > 0 and self.cells[self.row][at] == "":
            at -= 1
        if at >= 0:
            self.cells[self.row][at] += character

    def control(self, character):
        if character == "\r":
            self.column = 0
        elif character in "\n\x0b\x0c":
            self.down()
        elif character == "\b":
            self.column = max(0, min(self.column, self.columns - 1) - 1)
        elif character == "\t":
            self.column = min(self.columns - 1, (self.column // 8 + 1) * 8)

    def down(self):
        if self.row == self.bottom:
            self.scroll_up(1)
        else:
            self.row = min(self.height - 1, self.row + 1)

    def scroll_up(self, count):
        for _ in range(min(count, self.height)):
            gone = self.cells.pop(self.top)
            if self.top == 0 and self.main is None:
                self.above.append(gone)
            self.cells.insert(self.bottom, [" "] * self.columns)

    def scroll_down(self, count):
        for _ in range(min(count, self.height)):
            self.cells.pop(self.bottom)
            self.cells.insert(self.top, [" "] * self.columns)

    def escape(self, letter):
        if letter == "7":
            self.saved = (self.row, self.column)
        elif letter == "8":
            self.row, self.column = self.saved
        elif letter == "D":
            self.down()
        elif letter == "E":
            self.column = 0
            self.down()
        elif letter == "M":
            if self.row == self.top:
                self.scroll_down(1)
            else:
                self.row = max(0, self.row - 1)

    def sequence(self, private, numbers, final):
        values = [int(part) if part else 0 for part in re.split("[;:]", numbers)]
        first = values[0]
        many = max(1, first)
        if private:
            if private == "?" and final in "hl":
                self.switch(values, final == "h")
            return
        if final in "ABCDEFGHf`d":
            self.move(final, many, max(1, values[1] if len(values) > 1 else 1))
        elif final in "JKX":
            self.erase(final, first, many)
        elif final == "P":
            row = self.cells[self.row]
            del row[self.column:self.column + many]
            row += [" "] * (self.columns - len(row))
        elif final == "@":
            row = self.cells[self.row]
            row[self.column:self.column] = [" "] * many
            del row[self.columns:]
        elif final in "LM":
            self.shift_lines(final, many)
        elif final == "S":
            self.scroll_up(many)
        elif final == "T":
            self.scroll_down(many)
        elif final == "r":
            last = values[1] if len(values) > 1 and values[1] else self.height
            self.top, self.bottom = many - 1, min(self.height, last) - 1
            self.row = self.column = 0
        elif final == "s":
            self.saved = (self.row, self.column)
        elif final == "u":
            self.row, self.column = self.saved
        elif final == "n" and first == 6:
            self.asked_for_place += 1

    def move(self, final, many, second):
        if final in "Hf":
            self.row, self.column = many - 1, second - 1
        elif final == "d":
            self.row = many - 1
        elif final in "G`":
            self.column = many - 1
        elif final in "AF":
            self.row -= many
        elif final in "BE":
            self.row += many
        elif final == "C":
            self.column += many
        elif final == "D":
            self.column = min(self.column, self.columns - 1) - many
        if final in "EF":
            self.column = 0
        self.row = min(max(0, self.row), self.height - 1)
        self.column = min(max(0, self.column), self.columns - 1)

    def erase(self, final, kind, many):
        row, column = self.cells[self.row], min(self.column, self.columns - 1)
        if final == "X":
            start, end = column, min(self.columns, column + many)
        else:
            start = 0 if kind else column
            end = column + 1 if kind == 1 else self.columns
        row[start:end] = [" "] * (end - start)
        if final == "J":
            for other in range(self.height):
                if kind >= 2 or (other > self.row if kind == 0 else other < self.row):
                    self.cells[other] = [" "] * self.columns
            if kind == 3:
                self.above = []

    def shift_lines(self, final, many):
        for _ in range(min(many, self.bottom - self.row + 1)):
            gone, new = (self.bottom, self.row) if final == "L" else (self.row, self.bottom)
            self.cells.pop(gone)
            self.cells.insert(new, [" "] * self.columns)

    def switch(self, values, on):
        for value in values:
            (self.modes.add if on else self.modes.discard)(value)
            if value in (47, 1047, 1049):
                if on and self.main is None:
                    self.main = (self.cells, self.row, self.column)
                    self.cells = self.empty()
                elif not on and self.main is not None:
                    self.cells, self.row, self.column = self.main
                    self.main = None

"""The kinds of question: how each is reached, and what is typed there."""

import re

from pack import AFTER, ASKED, BEFORE, PAGE, REVIEW
from room import Typed


class Kind:
    """A question in words, reached after one that is answered."""

    name = "line"
    question = ASKED
    is_editor = False
    rows = None

    def prepare(self, cell):
        """Whatever must be in the journal before."""

    def words(self, cell):
        """The command."""
        return ["reflect", f"it-{self.name}"]

    def reach(self, cell):
        """Answers what comes before, and waits for the question."""
        cell.reach_asked()

    def type_ended(self, cell):
        """Types what is ended by Enter and still belongs to this question."""

    def type_half(self, cell):
        """Types words that nothing ends."""
        cell.type_words(3)


class Text(Kind):
    name = "text"

    def type_ended(self, cell):
        for _ in range(2):
            cell.type_words(4)
            cell.talk.send(b"\r")


class Choice(Kind):
    """Half of a label: in small letters, so that it is told from the label."""

    name = "choice"

    def type_half(self, cell):
        cell.type_label(cell.pack.options[1][:5])


class List(Kind):
    """A record that is whole, and the next one in the middle of its second field."""

    name = "list"
    fields = ["The name of it", "The place of it", "The colour of it"]

    def type_ended(self, cell):
        for field in [*self.fields, self.fields[0]]:
            cell.await_last(field, self.fields)
            cell.type_words(2)
            cell.talk.send(b"\r")
        cell.await_last(self.fields[1], self.fields)

    def type_half(self, cell):
        cell.type_words(2)


class Table(Kind):
    """A row that is answered, and half of a label in the next one."""

    name = "table"
    rows_asked = ["As for the morning", "As for the noon", "As for the evening"]

    def type_ended(self, cell):
        cell.await_last(self.rows_asked[0], self.rows_asked)
        word = cell.pack.columns[0]
        cell.type_label(word, counting=False)
        cell.typed.append(Typed(None, word, False))
        cell.talk.send(b"\r")
        cell.await_last(self.rows_asked[1], self.rows_asked)

    def type_half(self, cell):
        cell.type_label(cell.pack.columns[1][:5])


class Review(Kind):
    """The last question; half of its most dangerous word is typed, and nobody meant it."""

    name = "review"
    question = REVIEW

    def reach(self, cell):
        super().reach(cell)
        for _ in range(2):
            cell.type_words(4, is_here=False)
            cell.talk.send(b"\r")
        cell.talk.type(".\r")
        cell.talk.see(REVIEW)
        cell.talk.settle()

    def type_half(self, cell):
        cell.talk.type("ke")
        cell.talk.until(re.compile("^> ke", re.M).search, "not typed: ke")


class Revise(Kind):
    """New words for an existing page: the old ones must be found again too."""

    name = "revise"
    question = PAGE

    def prepare(self, cell):
        words = cell.words.several(8)
        cell.home.write(" ".join(words[:4]) + "\n" + " ".join(words[4:]))
        cell.typed += [Typed(word, word, True) for word in words]

    def words(self, cell):
        opening = [] if cell.way.launch == "open" else cell.home.opening
        return ["revise", "last", *opening]

    def reach(self, cell):
        cell.talk.see(PAGE)
        cell.talk.settle()
        cell.talk.type(" ")

    def type_ended(self, cell):
        cell.type_words(4)
        cell.talk.send(b"\r")


class Editor(Kind):
    """A long answer in the person's own editor, and saved there."""

    is_editor = True
    editor = ""
    rows = 40

    def words(self, cell):
        return ["reflect", "it-text", "--editor"]

    def type_half(self, cell):
        """Words that are not saved; where an editor has no place for them, they do not count."""


class Nano(Editor):
    name = editor = "nano"

    def reach(self, cell):
        cell.answer_before()
        cell.talk.see("GNU nano")
        cell.talk.see("^X")

    def type_ended(self, cell):
        cell.type_words(4)
        cell.talk.send(b"\r")
        cell.type_words(4)
        cell.talk.send(b"\x0f")
        cell.talk.see("File Name to Write")
        cell.talk.send(b"\r")
        cell.talk.see("Wrote")

    def suspend(self, cell):
        cell.talk.send(b"\x14\x1a")

    def leave(self, cell):
        cell.talk.send(b"\x18")
        cell.talk.until(
            lambda text: "Save modified" in text or "GNU nano" not in text, "nano does not end")
        if "Save modified" in cell.talk.text():
            cell.talk.send(b"y")
            cell.talk.see("File Name to Write")
            cell.talk.send(b"\r")


class NanoUnsaved(Nano):
    """What is not saved counts as well: nano writes it to FILE.save when it is made to end."""

    name = "nano-unsaved"

    def type_half(self, cell):
        cell.talk.send(b"\r")
        cell.type_words(4)


class Vim(Editor):
    name = editor = "vim"

    def reach(self, cell):
        cell.answer_before()
        cell.talk.until(lambda text: text.count("\n~") > 9, "vim did not open")

    def type_ended(self, cell):
        cell.talk.send(b"i")
        cell.type_words(4)
        cell.talk.send(b"\r")
        cell.type_words(4)
        cell.to_normal_mode()
        cell.talk.type(":w\r")
        cell.talk.see("written")

    def type_half(self, cell):
        cell.talk.type("oleft unsaved")
        cell.to_normal_mode()

    def suspend(self, cell):
        cell.talk.send(b"\x1a")

    def leave(self, cell):
        cell.talk.type(":q!\r")


KINDS = [
    Kind(), Text(), Choice(), List(), Table(), Review(), Revise(), Vim(), Nano(), NanoUnsaved()]
QUESTIONS = [BEFORE, ASKED, AFTER, REVIEW, PAGE]

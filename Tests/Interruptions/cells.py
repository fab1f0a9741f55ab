"""One cell of the table: a kind of question, interrupted in one way, and taken up again."""

import os
import time

from kinds import KINDS, QUESTIONS
from resume import last_asked
from room import Room, Typed
from talk import below, is_alive, wait_gone
from ways import WAYS, launch, program_of, tmux


class Cell(Room):
    """A kind of question and a way to be interrupted."""

    def __init__(self, first, way, kind, seed):
        super().__init__(first, f"{way.name} {kind.name}", seed)
        self.way, self.kind = way, kind
        self.question = kind.question
        self.program = None
        if way.is_plain and not self.home.flags:
            self.home.flags = ["--plain"]
        if way.name == "ctrl-c":
            # What is wrong after every interruption fails one row of each kind, not all of them.
            self.odd = self.result.problems

    def go(self):
        self.kind.prepare(self)
        before = self.kept()
        launch(self)
        self.kind.reach(self)
        self.kind.type_ended(self)
        if self.way.name != "save":
            self.kind.type_half(self)
        self.program = program_of(self)
        children = below(self.program)
        self.started += [self.program, *children]
        self.result.typed = len(self.typed)
        time.sleep(self.random.random() * 0.05)
        self.way.act(self)
        self.see_it_end(children)
        if self.kept() != before:
            self.result.problems.append("the interruption sealed an entry")
        self.see_it_come_back()

    def clean_up(self):
        if self.way.launch == "tmux":
            tmux(self, "kill-server")
        super().clean_up()

    # Typing.

    def type_label(self, word, counting=True):
        """Types the label of an option, or half of it, in small letters."""
        self.talk.type("the " + word)
        self.await_typed(["the" + word])
        if counting:
            self.typed.append(Typed("the" + word, None, True))

    def await_last(self, words, among):
        """Waits until one of several questions is the last one on the screen."""
        self.talk.until(lambda text: last_asked(text, among) == words, f"not asked: {words}")
        self.talk.settle(0.1)

    def to_normal_mode(self):
        """Leaves vim's insert mode; the next key must not look like part of this one."""
        self.talk.send(b"\x1b")
        time.sleep(0.1)
        self.talk.until(lambda text: "-- INSERT --" not in text, "vim stays in insert mode")

    # What holds afterwards.

    def kept(self):
        """What can be told apart of all entries."""
        return sorted((entry["text"], len(entry["answers"])) for entry in self.home.entries())

    def see_it_end(self, children):
        """Waits for the program; what it started must end with it."""
        end = time.monotonic() + 12
        while is_alive(self.program) and time.monotonic() < end:
            self.talk.pump(0.02)
            self.talk.has_ended()
        self.expect(not is_alive(self.program), "the program goes on running")
        # Until it is buried its number is taken, and the next start believes that it runs.
        while os.path.exists(f"/proc/{self.program}") and time.monotonic() < end:
            self.talk.pump(0.02)
            self.talk.has_ended()
        if self.way.name == "kill-9":
            self.talk.close()
        for child in children:
            self.expect(wait_gone(child, 5), "the editor goes on running")

    def see_it_come_back(self):
        """The same question is asked, with every word; no file of an editor is left."""
        asked = [last_asked(text, QUESTIONS) for text in self.come_back()]
        if self.question not in asked:
            self.result.problems.append(f"asked after coming back: {asked or 'nothing'}")
        if any(name.startswith("alongside") for name in os.listdir(self.home.runtime)):
            self.result.problems.append("the editor's folder is left in memory")


def table():
    """Every way with every kind for which there is such a thing."""
    return [(way, kind) for way in WAYS for kind in KINDS if kind.name not in way.leaves_out]


def run_cell(first, way_name, kind_name, seed):
    """Runs a cell by its names, in a process of its own."""
    way = next(way for way in WAYS if way.name == way_name)
    kind = next(kind for kind in KINDS if kind.name == kind_name)
    return Cell(first, way, kind, seed).run()

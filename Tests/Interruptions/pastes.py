"""Several lines pasted at every kind of question: only a long text takes them as its words, nowhere
do they act, and nothing of them reaches the shell above."""

import pathlib
import time

from pack import AFTER, PAGE, REVIEW
from resume import IS_KEPT
from room import Room, Typed
from talk import Talk, below
from ways import BASH, script
from words import found

HISTORY = ["./go", "exit"]  # of a shell to which nothing leaked


class Paste(Room):
    """A shell, the program that it started, and something to paste."""

    def __init__(self, first, kind, seed):
        super().__init__(first, f"paste {kind}", seed)
        self.go = getattr(self, "at_" + kind.replace("-", "_"))

    # The questions.

    def at_line(self):
        self.begin("reflect", "it-line")
        self.reach_asked()
        lines = [self.words.several(3) for _ in range(3)]
        self.typed += [Typed(word, word, True) for line in lines for word in line]
        self.paste("".join(" ".join(line) + "\n" for line in lines))
        self.expect(AFTER not in self.talk.text(), "a pasted line was taken as the answer")
        self.stop_program()
        self.come_back()

    def at_choice(self):
        self.see_no_answer_by("choice", "2\n1\n3\n")

    def at_yes_no(self):
        self.see_no_answer_by("yes-no", "yes\nno\nyes\n")

    def see_no_answer_by(self, kind, text):
        self.begin("reflect", f"it-{kind}")
        self.reach_asked()
        self.paste(text)
        self.expect(AFTER not in self.talk.text(), "a pasted line answered")
        self.stop_program()
        self.come_back()

    def at_let_go(self):
        """Whether all of it may go: a pasted yes must let nothing go."""
        self.begin("reflect", "it-line")
        self.reach_asked()
        self.talk.type("/let-go\r")
        self.talk.see("(yes/NO)")
        self.wait_quiet()
        self.paste("yes\nyes\nyes\n")
        self.stop_program()
        self.come_back()

    def at_passphrase(self):
        self.home.write("A page to be read.")
        self.begin("show", "last")
        self.talk.see("Your passphrase:")
        self.wait_quiet()
        words = self.words.several(6)
        self.paste("".join(f"{one} {two}\n" for one, two in zip(words[::2], words[1::2])), 1.5)
        self.expect("do not open it" not in self.talk.text(), "a pasted line was tried")
        self.expect("A page to be read" not in self.talk.text(), "it was opened")
        self.expect(not found(words, self.talk.text()), "what was pasted is on the screen")
        self.stop_program()

    def at_review(self):
        self.begin("reflect", "it-review")
        self.reach_asked()
        self.type_words(3, is_here=False)
        self.talk.type("\r.\r")
        self.talk.see(REVIEW)
        self.wait_quiet()
        self.paste("keep\nkeep\nkeep\n")
        self.expect(not IS_KEPT.search(self.talk.text()), "a pasted line kept it")
        self.stop_program()
        self.expect(not self.home.entries(), "an entry was sealed")
        self.come_back()

    def at_text(self):
        """Lines that are commands when typed are words when pasted."""
        self.begin("write")
        self.talk.see(PAGE)
        self.wait_quiet()
        words = self.words.several(15)
        self.result.typed = len(words)
        one, two, three, four, five = (" ".join(words[at:at + 3]) for at in range(0, 15, 3))
        pasted = "\n".join([one, ".", two, "/stop", "", three, "/let-go", "/save", four, "", five])
        self.paste(pasted)
        self.talk.see(words[-1], 10)
        self.expect(REVIEW not in self.talk.text(), "a pasted line ended the answer")
        self.talk.type("\r.\r")
        self.talk.see(REVIEW, 10)
        self.wait_quiet()
        self.talk.type("keep\r")
        self.talk.until(IS_KEPT.search, "it was not kept", 10)
        self.stop_program()
        text = "\n".join(entry["text"] for entry in self.home.entries())
        self.result.found = len(found(words, text))
        self.expect(pasted in text, "it is not word for word what was pasted")

    # The steps.

    def begin(self, *words):
        script(self.home, self.home.command(*words))
        self.talk = Talk(BASH, self.home.env(), self.home.folder)
        self.talk.see("READY$")
        self.talk.type("./go\r")

    def paste(self, text, quiet=0.5):
        """Pastes, and sees that the program still asks afterwards."""
        self.talk.paste(text)
        self.wait_quiet(quiet)
        self.expect(below(self.talk.pid), "the paste ended the program")

    def stop_program(self):
        """Ctrl-C until the shell asks again; then its history tells what reached it."""
        for _ in range(4):
            end = time.monotonic() + 2
            self.talk.send(b"\x03" if below(self.talk.pid) else b"")
            while below(self.talk.pid) and time.monotonic() < end:
                self.talk.pump(0.05)
        self.wait_quiet(0.3)
        self.result.screen = self.result.screen or self.talk.text()
        self.talk.send(b"exit\r")
        self.talk.wait_end(5)
        history = pathlib.Path(self.home.history)
        lines = history.read_text(encoding="utf-8").splitlines() if history.exists() else []
        self.expect(lines == HISTORY, f"the shell was given {lines}")
        self.expect("command not found" not in self.talk.text(), "the shell was given words")


KINDS = ["line", "choice", "yes-no", "let-go", "passphrase", "review", "text"]


def run_paste(first, kind, seed):
    return Paste(first, kind, seed).run()

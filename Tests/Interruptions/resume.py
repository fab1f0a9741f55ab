"""What a person finds who comes back: every draft on its screen, and as an entry when kept."""

import json
import re

from pack import REVIEW
from talk import NotSeen, Talk
from words import found

NUMBERED = re.compile(r"^\s*(\d+)\. ", re.M)
IS_KEPT = re.compile("Kept, and sealed|new wording is kept|Nothing was changed")


class Resumed:
    """One `reflect --resume` on a terminal tall enough for all of a draft."""

    def __init__(self, home, pick=1):
        self.talk = Talk(
            home.command("reflect", "--resume", *home.opening), home.env(), home.folder)
        self.count = 1
        self.talk.settle()
        text = self.talk.text()
        if "Which one?" in text:
            self.count = max(map(int, NUMBERED.findall(text)))
            self.talk.send(f"{pick}\r".encode())
            self.talk.settle()

    @property
    def has_draft(self):
        """Whether there is anything to go on with."""
        return not self.talk.is_over and not self.talk.has_ended()

    def text(self):
        return self.talk.text()

    def wait(self, are_found, seconds):
        """Gives a slow program time to show what is looked for; says nothing if it does not."""
        try:
            self.talk.until(are_found, "", seconds)
        except NotSeen:
            pass
        return self.text()

    def leave(self):
        """Presses Ctrl-C until the program is gone."""
        for _ in range(3):
            self.talk.send(b"\x03")
            if self.talk.wait_end(3):
                break
        self.talk.end()

    def keep(self, problems):
        """Finishes and keeps it; what is odd on the way is added to the problems."""
        try:
            if REVIEW not in self.text():
                self.stop(problems)
            self.talk.settle()
            self.talk.type("\x15keep\r")
            self.talk.until(IS_KEPT.search, "it was not kept", 15)
        finally:
            self.talk.end()

    def stop(self, problems):
        """Types /stop; behind words that were loaded it is a command too."""
        self.talk.type("/stop\r")
        try:
            self.talk.see(REVIEW, 5)
        except NotSeen:
            problems.append("/stop behind what was loaded is no command")
            self.talk.type("\x15/stop\r")
            self.talk.see(REVIEW, 5)


def read_all(home, words):
    """The screens of every draft that waits, each left by Ctrl-C; none if there is no draft.

    A slow program gets time to show the words that are looked for.
    """
    screens, pick = [], 1
    while True:
        resumed = Resumed(home, pick)
        has_draft = resumed.has_draft
        text = resumed.wait(lambda text: len(found(words, text)) == len(words), 1)
        resumed.leave()
        if has_draft:
            screens.append(text)
        # The one just left may be the newest now: those after it are where they were.
        if pick >= resumed.count:
            return screens
        pick += 1


def keep_all(home, problems, at_most=9):
    """Keeps every draft, and returns all entries as text."""
    for _ in range(at_most):
        resumed = Resumed(home)
        if not resumed.has_draft:
            resumed.talk.end()
            break
        resumed.keep(problems)
        if resumed.count == 1:
            break
    return entries_text(home)


def entries_text(home):
    """Everything that is kept, as one text in which words can be looked for."""
    return json.dumps(home.entries(), ensure_ascii=False).replace("\\n", "\n")


def last_asked(text, questions):
    """Which of some questions is the last on a screen, or None."""
    places = {text.rfind(question): question for question in questions}
    return places[max(places)] if max(places) >= 0 else None

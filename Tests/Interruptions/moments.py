"""`kill -9` at random moments of somebody who types on and on: what is older than two seconds must
be found again."""

import os
import pathlib
import random
import shutil
import signal
import tempfile
import time

from pack import ASKED, BEFORE, MANY, many
from result import Result
from resume import Resumed, entries_text, keep_all
from talk import NotSeen, Talk
from words import Words, found_length

MAY_BE_LOST = 2.0  # seconds of typing
GRACE = 0.25  # what a busy computer may add
LEAST = 4  # fewer letters than these may be found by chance


class Typist:
    """Types words without a pause to think, and knows when each letter was typed."""

    def __init__(self, talk, kind, source):
        self.talk, self.kind, self.random = talk, kind, source
        self.words = Words(source)
        self.answers = [[]]  # the letters and their times, by the lines that Enter ended
        self.pause = source.uniform(0.03, 0.1)

    def press(self, key):
        self.talk.send(key.encode())
        if key == "\r":
            self.answers.append([])
        elif key != " ":
            self.answers[-1].append((key, time.monotonic()))
        end = time.monotonic() + self.random.uniform(0.5, 1.5) * self.pause
        while time.monotonic() < end:
            self.talk.pump(max(0.0, end - time.monotonic()))

    def type_until(self, end):
        """Types until a moment, in the middle of a word or wherever it comes."""
        while time.monotonic() < end:
            for key in self.words.one(self.random.randint(2, 5)) + " ":
                if time.monotonic() >= end:
                    return
                self.press(key)
            if self.random.random() < 0.1 and len(self.answers) < MANY - 1:
                self.press("\r")

    def loss(self, text, moment):
        """The age at a moment of the oldest letter that is not in a text."""
        first = moment
        for answer in self.answers:
            letters = "".join(letter for letter, _ in answer)
            length = found_length(letters, text)
            length = 0 if length < min(LEAST, len(letters)) else length
            if length < len(letters):
                first = min(first, answer[length][1])
        return moment - first

    def lost(self, text):
        """How many letters are not in a text."""
        return sum(
            len(answer) - found_length("".join(letter for letter, _ in answer), text)
            for answer in self.answers)


def run_moment(first, kind, seed, number):
    """One moment: a `Result` in letters, the seconds that were lost, and when it was."""
    source = random.Random(f"{seed} moment {kind} {number}")
    result = Result(f"moment {kind}")
    room = pathlib.Path(tempfile.mkdtemp(prefix="alongside-moment-"))
    home = first.copy(room / "home")
    talk = None
    loss, moment = 0.0, time.monotonic()
    try:
        talk = start(home, kind)
        typist = Typist(talk, kind, source)
        typist.type_until(time.monotonic() + source.uniform(1.0, 9.0))
        moment = time.monotonic()
        os.kill(talk.pid, signal.SIGKILL)
        talk.end()
        result.typed = sum(len(answer) for answer in typist.answers)
        text = what_is_left(home, typist, moment, result)
        loss = typist.loss(text, moment)
        result.found = result.typed - typist.lost(text)
    except (NotSeen, RuntimeError, OSError) as problem:
        result.problems.append(str(problem))
        result.screen = talk.text() if talk else ""
    finally:
        if talk:
            talk.end()
        home.remove()
        shutil.rmtree(room, ignore_errors=True)
    return result, loss, moment


def start(home, kind):
    """The question at which somebody types: a long text, or the first of many short ones."""
    name = "it-text" if kind == "text" else "it-many"
    talk = Talk(home.command("reflect", name), home.env(), home.folder)
    if kind == "text":
        talk.see(BEFORE)
        talk.settle()
        talk.send(b"\r")
        talk.see(ASKED)
    else:
        talk.see(many(1))
    talk.settle()
    return talk


def what_is_left(home, typist, moment, result):
    """The screen of the draft, and where that does not have all of it what is kept from it."""
    resumed = Resumed(home)
    text = result.screen = resumed.wait(lambda text: typist.lost(text) == 0, 0.3)
    has_draft = resumed.has_draft
    resumed.leave()
    if has_draft and typist.loss(text, moment) > 0:
        try:
            text += "\n" + keep_all(home, result.notes)
        except NotSeen:
            text += "\n" + entries_text(home)
    return text


def summary(kind, results, probe):
    """All moments of one kind as one row: letters may be missing, old ones may not.

    A time in which the disk or the whole computer stood still is added to what may be lost.
    """
    row = Result(f"moments {kind}")
    row.typed = sum(result.typed for result, _, _ in results)
    row.found = sum(result.found for result, _, _ in results)
    row.notes = [f"{len(results)} times, worst loss {max(loss for _, loss, _ in results):.2f} s"]
    for result, loss, moment in results:
        still = probe.longest(moment - loss, moment)
        if loss > MAY_BE_LOST + GRACE + still:
            result.problems.append(f"lost what was typed {loss:.2f} s before")
        elif loss > MAY_BE_LOST + GRACE:
            row.notes.append(f"once {loss:.2f} s, as the disk stood still for {still:.2f} s")
    failed = [result for result, _, _ in results if result.problems]
    if failed:
        row.problems = [f"{len(failed)} of them: {failed[0].problems[0]}"]
        row.screen = failed[0].screen
    else:
        row.may_be_missing = row.typed - row.found
    return row

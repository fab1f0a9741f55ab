"""Input that is unusual, or comes at a bad moment: every word is in the draft or the entry."""

import os
import signal

from pack import AFTER, PAGE, REVIEW
from resume import IS_KEPT, Resumed, read_all
from room import Room, Typed
from talk import NotSeen, Talk, below, wait_gone
from words import found

MEGABYTE = 1_000_000
EMOJI = [
    "👩\u200d👩\u200d👧", "🏳\ufe0f\u200d🌈", "👍\U0001f3fd", "🇫🇮", "❤\ufe0f", "🫶"]
CONTROLS = [
    "\x1b[31m", "\x1b]0;title\x07", "\x03", "\x04", "\x1a", "\x7f", "\x08", "\x15", "\x17",
    "\x1b[A", "\x1b[D", "\x1bOP", "\x1b", "\x00", "\x9b1m", "\x0c", "\x12", "\t"]


class Bad(Room):
    """One row of this kind."""

    def __init__(self, first, kind, seed):
        super().__init__(first, f"bad {kind}", seed)
        self.go = getattr(self, kind.replace("-", "_"))

    def begin(self, *words, **size):
        env = self.home.env(EDITOR="nano")
        self.talk = Talk(self.home.command(*words), env, self.home.folder, **size)

    def hang_up(self):
        os.kill(self.talk.pid, signal.SIGHUP)
        self.expect(self.talk.wait_end(10), "the program goes on running")

    # A terminal of 20 columns.

    def narrow_text(self):
        self.begin("reflect", "it-text", columns=20, rows=60)
        self.reach_asked()
        for _ in range(3):
            self.type_words(8)
            self.talk.send(b"\r")
        self.type_words(8)
        self.hang_up()
        self.come_back()

    def narrow_line(self):
        self.begin("reflect", "it-line", columns=20, rows=60)
        self.reach_asked()
        self.type_words(12)
        self.hang_up()
        self.come_back()

    # Pastes into a page, which is then kept.

    def page(self):
        self.begin("write")
        self.talk.see(PAGE)
        self.talk.settle()

    def keep_page(self, words, seconds=30):
        """Ends the page, keeps it, and looks for words in it; returns its text."""
        self.result.typed = len(words)
        try:
            self.talk.type("\r.\r")
            self.talk.see(REVIEW, seconds)
            self.wait_quiet()
            self.talk.type("keep\r")
            self.talk.until(IS_KEPT.search, "it was not kept", seconds)
        except NotSeen as problem:
            self.expect(False, str(problem))
            self.talk.end()
            self.typed += [Typed(word, word, True) for word in words]
            self.come_back()
            return ""
        self.talk.end()
        text = "\n".join(entry["text"] for entry in self.home.entries())
        self.result.found = len(found(words, text))
        return text

    def megabyte(self):
        self.paste_pages(MEGABYTE)

    def long_paste(self):
        self.paste_pages(MEGABYTE // 20)

    def paste_pages(self, wanted):
        """Pastes lines of words, at least as long as wanted."""
        self.page()
        lines, size = [], 0
        while size < wanted:
            lines.append(" ".join(self.words.several(8)))
            size += len(lines[-1]) + 1
        self.talk.paste("\n".join(lines))
        self.wait_quiet(2, 120)
        text = self.keep_page(" ".join(lines).split(), 60)
        self.expect("\n".join(lines) in text, "it is not word for word what was pasted")

    def controls(self):
        """Words with keys and escape sequences between them, as a copied screen may have."""
        self.page()
        words = self.words.several(2 * len(CONTROLS))
        pairs = zip(words[::2], CONTROLS, words[1::2])
        self.talk.paste("\n".join(f"{one} {control} {two}" for one, control, two in pairs))
        self.wait_quiet()
        self.expect(not self.talk.has_ended(), "the paste ended the program")
        self.expect(REVIEW not in self.talk.text(), "the paste ended the answer")
        self.keep_page(words, 10)

    # The editor is killed; what it had saved is an answer or a draft.

    def editor_killed(self):
        self.begin("reflect", "it-text", "--editor", rows=40)
        self.answer_before()
        self.talk.see("GNU nano")
        self.talk.see("^X")
        self.type_words(6)
        self.talk.send(b"\x0f")
        self.talk.see("File Name to Write")
        self.talk.send(b"\r")
        self.talk.see("Wrote")
        for pid in below(self.talk.pid):
            os.kill(pid, signal.SIGKILL)
            self.expect(wait_gone(pid, 10), "the editor is still there")
        self.talk.until(
            lambda text: "GNU nano" not in text or AFTER in text, "the program does not go on")
        self.wait_quiet()
        self.talk.send(b"\x03")
        self.expect(self.talk.wait_end(10), "the program goes on running")
        self.come_back()

    # Two terminals take up the same draft.

    def two_terminals(self):
        self.begin("reflect", "it-text")
        self.reach_asked()
        self.type_words(6)
        self.talk.send(b"\x03")
        self.talk.wait_end(10)
        self.talk.end()
        both = [Resumed(self.home), Resumed(self.home)]
        for resumed in both:
            if not resumed.has_draft:
                self.result.notes.append("the second one was sent away")
                continue
            self.talk = resumed.talk
            self.talk.type(" ")
            self.type_words(4)
        for resumed in both:
            resumed.leave()
        shown = [word.shown for word in self.typed]
        here = found(shown, "\n".join(read_all(self.home, shown)))
        self.result.typed, self.result.found = len(shown), len(here)
        if len(here) < len(shown):
            self.result.found += len(found(set(shown) - here, self.keep()))

    # The window changes while wide, joined and right-to-left words are typed.

    def foreign_words(self):
        """Words of several scripts, each of them once."""
        words = []
        for number in range(8):
            words.append("".join(chr(self.random.randint(0x4E00, 0x9FA5)) for _ in range(3)))
            words.append(EMOJI[number % len(EMOJI)] + self.words.one(2))
            letters = "".join(chr(self.random.randint(0x627, 0x63A)) for _ in range(5))
            words.append(letters[:2] + "\u064e" + letters[2:])
            words.append("cafe\u0301" + self.words.one(2))
        return words

    def type_resizing(self):
        words = self.foreign_words()
        for number, word in enumerate(words):
            for character in word + " ":
                self.talk.send(character.encode())
                self.talk.pump(0.003)
                if self.random.random() < 0.2:
                    self.talk.resize(self.random.choice([20, 31, 50, 80, 119]), 50)
            if number % 8 == 7:
                self.talk.send(b"\r")
        self.talk.resize(120, 50)
        self.wait_quiet(0.5)
        return words

    def resize_keep(self):
        self.page()
        self.keep_page(self.type_resizing())

    def resize_hangup(self):
        self.begin("reflect", "it-text")
        self.reach_asked()
        words = self.type_resizing()
        self.talk.type("an end that nothing ends")
        self.wait_quiet(0.3)
        self.typed += [Typed(word, word, True) for word in [*words, "nothingends"]]
        self.hang_up()
        self.come_back()


KINDS = [
    "narrow-text", "narrow-line", "controls", "editor-killed", "two-terminals", "resize-keep",
    "resize-hangup", "long-paste", "megabyte"]


def run_bad(first, kind, seed):
    return Bad(first, kind, seed).run()

"""A pack with one prompt for each kind of question, whose answers to pick from are random words."""

import pathlib

ID = "org.example.interruptions"
BEFORE = "What came before the question?"
ASKED = "What is this question about?"
AFTER = "What comes after the question?"
REVIEW = "Keep this, change something, or let it go?"
PAGE = "Write whatever you like."
MANY = 30

MANIFEST = f"""schema: alongside.pack/1
id: {ID}
version: 1.0.0
revision: 1
name: Questions to be interrupted at
licence: CC0-1.0
default_locale: en
locales: [en]
"""

PROMPT = """schema: alongside.prompt/1
id: {id}
title: {title}
source: {{credit: Made for a test}}
steps:
"""


def many(number):
    """The words of one of the short questions in the prompt that has many."""
    return f"What is short question {number}?"


class Pack:
    """The files of the pack, and the labels that its choice and its table have."""

    def __init__(self, folder, words):
        self.folder = str(folder)
        self.options = words.several(3)
        self.columns = words.several(3)
        self.write(pathlib.Path(folder))

    @staticmethod
    def label(word):
        """How an option reads; typed in small letters it is a word of its own on the screen."""
        return "The " + word.capitalize()

    def write(self, folder):
        (folder / "prompts").mkdir(parents=True)
        (folder / "pack.yaml").write_text(MANIFEST)
        asked = {
            "line": "type: line",
            "text": "type: text",
            "yes-no": "type: yes-no",
            "choice": "type: choice\n    options:\n" + self.items(self.options),
            "list": "type: list\n    of:\n" + "".join(
                f"      {name}: {{label: The {name} of it, type: line}}\n"
                for name in ("name", "place", "colour")),
            "table": "type: table\n    rows:\n" + "".join(
                f"      - {{id: {name}, label: As for the {name}}}\n"
                for name in ("morning", "noon", "evening"))
            + "    options:\n" + self.items(self.columns),
        }
        for kind, lines in asked.items():
            self.prompt(folder, kind, [
                ("before", BEFORE, "type: line"), ("asked", ASKED, lines),
                ("after", AFTER, "type: line")])
        self.prompt(folder, "review", [
            ("before", BEFORE, "type: line"), ("asked", ASKED, "type: text")])
        self.prompt(folder, "many", [
            (f"short-{number}", many(number), "type: line") for number in range(1, MANY + 1)])

    def items(self, words):
        return "".join(f"      - {{id: {word}, label: {self.label(word)}}}\n" for word in words)

    @staticmethod
    def prompt(folder, kind, steps):
        text = PROMPT.format(id=f"it-{kind}", title=f"A prompt of the kind {kind}")
        for name, ask, lines in steps:
            text += f"  - id: {name}\n    ask: {ask}\n    {lines.rstrip()}\n"
        (folder / "prompts" / f"it-{kind}.yaml").write_text(text)

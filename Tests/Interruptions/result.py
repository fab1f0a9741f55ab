"""What came of one row."""


class Result:
    """How much was typed and found, and what else was wrong."""

    def __init__(self, name):
        self.name = name
        self.typed = self.found = 0
        self.may_be_missing = 0
        self.problems, self.notes = [], []
        self.screen = ""

    @property
    def is_right(self):
        return not self.is_lost and not self.problems

    @property
    def is_lost(self):
        return self.found + self.may_be_missing < self.typed

    def line(self):
        verdict = "ok" if self.is_right else "LOST" if self.is_lost else "WRONG"
        said = "; ".join(self.problems + self.notes)
        return f"{self.name} typed={self.typed} found={self.found} {verdict}" + (
            f" {said}" if said else "")

    def add(self, other):
        """Adds another round of the same row; the screen of the first that failed is kept."""
        if self.is_right:
            self.screen = other.screen
        self.typed += other.typed
        self.found += other.found
        for all_of_them, new in ((self.problems, other.problems), (self.notes, other.notes)):
            all_of_them += [words for words in new if words not in all_of_them]

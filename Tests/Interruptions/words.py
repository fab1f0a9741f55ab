"""Words to type that cannot be on a screen by chance, and how to find them again."""

import re

CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"


class Words:
    """Makes words, each of them once."""

    def __init__(self, random):
        self.random = random
        self.made = set()

    def one(self, syllables=4):
        while True:
            word = "".join(
                self.random.choice(CONSONANTS) + self.random.choice(VOWELS)
                for _ in range(syllables))
            if word not in self.made:
                self.made.add(word)
                return word

    def several(self, count):
        return [self.one() for _ in range(count)]


def squeezed(text):
    """Text without what an editor puts between words: prompts, line breaks and spaces."""
    rows = (re.sub(r"^\s*>( |$)", "", row) for row in text.split("\n"))
    return re.sub(r"[\s\u200e\u200f\u2066-\u2069]", "", "".join(rows))


def found(words, text):
    """Those words that are in a text, wherever it breaks its lines."""
    whole, apart = squeezed(text), set(text.split())
    return {word for word in words if word in apart or squeezed(word) in whole}


def found_length(typed, text):
    """How much of what was typed, from its beginning, is in a text without its spaces."""
    whole = squeezed(text)
    low, high = 0, len(typed)
    while low < high:
        middle = (low + high + 1) // 2
        if typed[:middle] in whole:
            low = middle
        else:
            high = middle - 1
    return low

"""Makes the entries that every program is measured with, from texts that Debian packages bring.

Run as a program of its own, so that the words never lie in the memory of the one that measures:

    prose.py FOLDER SEED SIZE...

writes FOLDER/words.json (the words to search for) and, for each SIZE, a folder with the newest
SIZE entries in each program's form: part-NN.json (Alongside), jrnl.txt, one.txt and plain/ (files
for ripgrep). The entries of a smaller size are the newest of a larger one.
"""

import base64
import datetime
import gzip
import html
import json
import pathlib
import random
import re
import sys
import textwrap

SOURCES = ["/usr/share/common-licenses", "/usr/share/doc", "/usr/share/games/fortunes",
           "/usr/share/perl"]
TAGS = ["walk", "listening", "supervision", "rest"]
WORDS_EACH = 110
APART = datetime.timedelta(hours=23)
NEWEST = datetime.datetime(2026, 1, 1, 12, tzinfo=datetime.timezone.utc)
IMPORT_PART = 10_000


def texts():
    """The text of each file that may hold prose, in the order of their names."""
    for source in SOURCES:
        for path in sorted(pathlib.Path(source).rglob("*")):
            name = path.name.lower()
            if path.is_symlink() or not path.is_file() or "changelog" in name:
                continue
            if path.stat().st_size > 5_000_000:
                continue
            content = gzip.open(path).read() if name.endswith(".gz") else path.read_bytes()
            if b"\0" in content[:4096]:
                continue
            text = content.decode("utf-8", "replace")
            yield html.unescape(re.sub(r"<[^>]*>", "", text)) if "htm" in path.suffix else text


def is_prose(words):
    """Whether it reads as sentences, without signs that jrnl takes for a tag or a date."""
    if len(words) < 25 or any(sign in word for word in words for sign in "#@[]"):
        return False
    plain = sum(word.strip(".,;:()'\"").isalpha() for word in words)
    return plain >= 0.85 * len(words)


def paragraphs():
    """Every paragraph of prose once, each a list of its words."""
    seen = set()
    for text in texts():
        for paragraph in re.split(r"\n\s*\n", text):
            words = paragraph.split()
            key = " ".join(words)
            if key not in seen and is_prose(words):
                seen.add(key)
                yield words


def bodies(found, count, chance):
    """The texts of `count` entries: paragraphs in a random order, and in another when used up."""
    words = []
    order = []
    for _ in range(count):
        while len(words) < WORDS_EACH:
            if not order:
                order = list(range(len(found)))
                chance.shuffle(order)
            words += found[order.pop()]
        yield textwrap.fill(" ".join(words[:WORDS_EACH]), 78, break_on_hyphens=False)
        words = words[WORDS_EACH:]


def entries(found, count, chance):
    """The entries, newest first, in the form that `alongside import alongside` reads."""
    written = NEWEST
    for text in bodies(found, count, chance):
        identifier = base64.b32encode(chance.randbytes(8)).decode().lower()[:13]
        yield {
            "id": identifier, "revision": identifier, "parents": [], "kind": "page",
            "written": written.isoformat(timespec="milliseconds"), "zone": "UTC", "prompt": None,
            "title": None, "tags": [chance.choice(TAGS)], "answers": [], "text": text,
        }
        written -= APART


def write(folder, newest):
    """Writes the entries, newest first, in each program's form."""
    plain = folder / "plain"
    plain.mkdir(parents=True)
    oldest_first = newest[::-1]
    for start in range(0, len(newest), IMPORT_PART):
        part = oldest_first[start:start + IMPORT_PART]
        (folder / f"part-{start // IMPORT_PART:02}.json").write_text(json.dumps(part))
    with open(folder / "jrnl.txt", "w") as jrnl, open(folder / "one.txt", "w") as one:
        for number, entry in enumerate(oldest_first):
            words = f"{entry['text']}\n@{entry['tags'][0]}\n"
            moment = datetime.datetime.fromisoformat(entry["written"])
            jrnl.write(f"[{moment:%Y-%m-%d %H:%M}] {words}\n")
            one.write(words + "\n")
            (plain / f"{number:06}.txt").write_text(words)


def words_to_find(all_entries, smallest, chance):
    """A word of one entry only of the smallest size, and one that about a fifth have."""
    counts = {}
    for entry in all_entries[:smallest]:
        for word in set(re.findall(r"\b[a-z]{7,12}\b", entry["text"].lower())):
            counts[word] = counts.get(word, 0) + 1
    once = sorted(word for word, count in counts.items() if count == 1)
    lowered = [entry["text"].lower() for entry in all_entries]
    some = chance.sample(once, min(40, len(once)))
    rare = min(some, key=lambda w: sum(w in text for text in lowered))
    common = min(sorted(counts), key=lambda word: abs(counts[word] - smallest / 5))
    return {"rare": rare, "common": common}


def main():
    folder, seed = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    sizes = [int(size) for size in sys.argv[3:]]
    found = list(paragraphs())
    if len(found) < 1000:
        sys.exit(f"only {len(found)} paragraphs of prose in {', '.join(SOURCES)}; "
                 "a package with texts, such as debian-handbook, brings more")
    made = list(entries(found, max(sizes), random.Random(seed)))
    for size in sizes:
        write(folder / str(size), made[:size])
    words = words_to_find(made, min(sizes), random.Random(seed))
    words["paragraphs"] = len(found)
    words["words"] = sum(map(len, found))
    (folder / "words.json").write_text(json.dumps(words))


if __name__ == "__main__":
    main()

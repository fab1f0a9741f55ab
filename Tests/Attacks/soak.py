"""Everything at once, with kill -9: what was acknowledged is there once, what was erased is not."""

import collections
import threading
import time

from row import brief, whole

WRITERS, READERS = 6, 2
KILLED = 0.15  # the share of commands that are killed


class Soak:
    """The journal, and what came of the commands that used it."""

    def __init__(self, stage, row):
        self.stage, self.row = stage, row
        self.journal = stage.copy(stage.small)
        self.end = time.monotonic() + 60 * stage.given.minutes
        self.lock = threading.Lock()
        self.kept = dict(stage.small.texts)
        self.doubtful, self.erased, self.backups = set(), set(), []
        self.ends = collections.Counter()

    def run(self, numbers, *words, given=None):
        """Runs a command, or kills it after a random time; returns its exit code and its output."""
        process = self.journal.start(*words, given=given)
        timer = None
        if numbers.random() < KILLED:
            timer = threading.Timer(numbers.random() * 0.3, process.kill)
            timer.start()
        out, error = process.communicate()
        if timer:
            timer.cancel()
        code = process.returncode
        with self.lock:
            self.ends[f"{words[0]} {code}"] += 1
            self.row.expect(
                code in (0, 1, 11, -9),
                f"{words[0]} ends with {code} {' '.join(error.decode().split())[:200]}")
        return code, out.decode("utf-8", "replace")

    def write(self, numbers, number):
        text = f"SOAK-{number}-{numbers.getrandbits(64):016x}"
        code, out = self.run(numbers, "write", given=text.encode())
        with self.lock:
            if code == 0:
                self.kept[out.strip()] = text
            else:
                self.doubtful.add(text)

    def read(self, numbers, number):
        words = numbers.choice([
            ["list", "--json"], ["search", "SOAK", "--json"], ["verify"], ["show", "last"]])
        self.run(numbers, *words)

    def change_keys(self, numbers, number):
        self.run(numbers, "rekey", "--yes")
        time.sleep(0.3)

    def back_up(self, numbers, number):
        file = self.journal.folder / f"soak-{numbers.getrandbits(64):016x}.backup"
        code, _ = self.run(
            numbers, "backup", str(file), *numbers.choice([[], ["--unattended"]]))
        if code == 0:
            self.backups.append(file)

    def erase(self, numbers, number):
        time.sleep(0.3)
        with self.lock:
            id = numbers.choice(sorted(self.kept))
        code, _ = self.run(numbers, "erase", id, "--yes")
        with self.lock:
            if code == 0:
                self.erased.add(id)
                self.kept.pop(id)
            else:
                self.doubtful.add(self.kept.pop(id))

    def go_on(self, work, number):
        numbers = self.stage.numbers(f"soak {number}")
        while time.monotonic() < self.end:
            work(numbers, number)

    def all_at_once(self):
        works = [self.write] * WRITERS + [self.read] * READERS + [
            self.change_keys, self.back_up, self.erase]
        threads = [
            threading.Thread(target=self.go_on, args=(work, number))
            for number, work in enumerate(works)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()


def attack(stage, row):
    soak = Soak(stage, row)
    soak.all_at_once()
    journal = soak.journal
    done = journal.run("list")
    row.expect(done.returncode == 0, f"list at the end: {brief(done)}")
    _, texts = journal.read_back()
    doubtful = {id: text for id, text in (texts or {}).items()
                if id not in soak.kept and text in soak.doubtful}
    whole(row, journal, soak.kept | doubtful, "at the end")
    counted = collections.Counter((texts or {}).values())
    twice = [text for text, count in counted.items() if count > 1 and text]
    row.expect(not twice, f"{len(twice)} texts are there twice")
    back = soak.erased & set(texts or {})
    row.expect(not back, f"{len(back)} erased entries are back")
    for file in soak.backups[-3:]:
        check = journal.run("verify", str(file))
        row.expect(check.returncode == 0, f"verify {file.name}: {brief(check)}")
    row.note(f"{len(soak.kept)} kept, {len(soak.erased)} erased, {len(soak.backups)} backups")
    row.note(", ".join(f"{name}: {count}" for name, count in sorted(soak.ends.items())))


ATTACKS = {"soak": attack}

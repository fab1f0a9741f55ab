"""The rows of the table, and what makes one fail."""

CRASHES = {132, 133, 134, 135, 136, 139}  # what a shell says of a process that trapped


class Row:
    """One attack: what was wrong in it, and what is worth saying."""

    def __init__(self, name):
        self.name = name
        self.problems, self.notes = [], []

    @property
    def is_right(self):
        return not self.problems

    def expect(self, condition, problem):
        if not condition and problem not in self.problems:
            self.problems.append(problem)
        return condition

    def note(self, words):
        self.notes.append(words)

    def line(self, time):
        verdict = "passed" if self.is_right else "FAILED"
        return f"{verdict} {self.name} ({time})" + "".join(f"\n       {one}" for one in self.notes)


def crashed(done):
    """Whether a command ended by itself in a way that no exit code means."""
    return (done.returncode < 0 and done.returncode != -9) or done.returncode in CRASHES


def brief(done, length=150):
    """How a command ended, in a few words."""
    words = " ".join((done.stderr or done.stdout).decode("utf-8", "replace").split())
    return f"{done.returncode} {words[:length]!r}"


def whole(row, journal, expected, when):
    """Expects that a journal opens, is whole, and holds exactly these texts (None: any text)."""
    done, found = journal.verified()
    row.expect(done.returncode == 0, f"{when}: verify ends with {brief(done)}")
    aside = (found or {}).get("aside")
    row.expect(not aside, f"{when}: {len(aside or [])} set aside")
    done, texts = journal.read_back()
    if not row.expect(texts is not None, f"{when}: export ends with {brief(done)}"):
        return
    lost = [id for id in expected if id not in texts]
    row.expect(not lost, f"{when}: {len(lost)} entries lost, {' '.join(lost[:3])}")
    more = [id for id in texts if id not in expected]
    row.expect(not more, f"{when}: {len(more)} entries that should not be there")
    changed = [id for id in texts if expected.get(id) not in (None, texts[id])]
    row.expect(not changed, f"{when}: {len(changed)} entries with other words")

"""The budgets of the design, and whether what was measured holds them."""

import dataclasses
import math

KEY_MEMORY = 256  # MiB that the key derivation itself fills: scrypt with N = 2^18 and r = 8


@dataclasses.dataclass
class Budget:
    """One limit: `value` may be at most `limit`, or at least, when `least` is true.

    `noise` is how far what was taken off the value scatters, in its unit.
    """

    what: str
    value: float
    limit: float
    unit: str = ""
    least: bool = False
    noise: float = 0

    @property
    def verdict(self):
        if math.isnan(self.value):
            return "not measured"
        if self.noise > self.limit / 2:
            return "too noisy to say"
        holds = self.value >= self.limit if self.least else self.value <= self.limit
        return "holds" if holds else "**does not hold**"

    def row(self):
        side = "at least" if self.least else "at most"
        value = "–" if math.isnan(self.value) else with_unit(self.value, self.unit)
        return [self.what, value, f"{side} {with_unit(self.limit, self.unit)}", self.verdict]


def with_unit(value, unit):
    """A number as it stands in a table: ratios with an x, all others with their unit."""
    if unit == "":
        return f"{value:.2f} ×" if value < 10 else f"{value:.0f} ×"
    return f"{value:.1f} {unit}" if abs(value) < 100 else f"{value:.0f} {unit}"


def beyond(timings, name, what="wall"):
    """Milliseconds of a command beyond opening an empty journal, medians of one run."""
    return 1000 * (timings.median(name, what) - timings.median("unlock", what))


def noise(timings):
    """Milliseconds by which opening an empty journal scatters: median less least."""
    return 1000 * (timings.median("unlock") - timings.least("unlock"))


def budgets(timings, sizes):
    """All budgets that can be judged with the sizes that were measured."""
    return [*start(timings["start"]), *write(timings["write"], sizes),
            *look(timings, sizes), *search(timings, sizes), *lint(timings["lint"])]


def start(timings):
    ours = timings.median("alongside")
    yield Budget("start, beside `git --version`", ours / timings.median("git"), 2)
    yield Budget("start, how many times faster than jrnl", timings.median("jrnl") / ours, 10,
                 least=True)


def write(timings, sizes):
    for size in sizes:
        if size >= 10_000:
            value = 1000 * timings.median(f"alongside {size}")
            yield Budget(f"write one page, {size:,} stored", value, 40, "ms")
    if len(sizes) > 1:
        ratio = timings.median(f"alongside {sizes[-1]}") / timings.median(f"alongside {sizes[0]}")
        yield Budget(f"write one page, {sizes[-1]:,} beside {sizes[0]:,}", ratio, 1.2)
    if "jrnl 10000" in timings:
        ratio = timings.median("jrnl 10000") / timings.median("alongside 10000")
        yield Budget("write one page, how many times faster than jrnl at 10,000", ratio, 50,
                     least=True)


def look(timings, sizes):
    for question, name in [("show", "show newest"), ("list", "list 20")]:
        found = timings[question]
        largest, smallest = f"alongside {sizes[-1]}", f"alongside {sizes[0]}"
        yield Budget(f"{name}, {sizes[-1]:,} stored, beyond the key derivation",
                     beyond(found, largest), 60, "ms", noise=noise(found))
        if len(sizes) > 1:
            ratio = found.median(largest) / found.median(smallest)
            yield Budget(f"{name}, {sizes[-1]:,} beside {sizes[0]:,}, whole command", ratio, 1.5)


def search(timings, sizes):
    limits = {10_000: 150, 100_000: 1200}
    questions = [question for question in timings if question.startswith("search")]
    for size in sizes:
        name = f"alongside {size}"
        for question in questions if size in limits else []:
            yield Budget(f"{spoken(question)}, {size:,} stored, beyond the key derivation",
                         beyond(timings[question], name), limits[size], "ms",
                         noise=noise(timings[question]))
    peak = max(timings[question].most(f"alongside {sizes[-1]}", "peak") for question in questions)
    yield Budget(f"search, {sizes[-1]:,} stored, memory beyond {KEY_MEMORY} MiB",
                 peak - KEY_MEMORY, 200, "MiB")


def lint(timings):
    ratio = timings.median("pyyaml") / timings.median("alongside")
    yield Budget("lint of 1,000 prompts, how many times faster than PyYAML's C loader and "
                 "jsonschema", ratio, 5, least=True)


def spoken(question):
    """`search rare 20` as words: what was searched, and how much of it shown."""
    _, kind, *limit = question.split()
    return f"search, {kind} word, " + (f"newest {limit[0]}" if limit else "all")

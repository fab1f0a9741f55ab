"""Puts the numbers into the page docs/benchmarks.md, whose words are in benchmarks.template.md."""

import string

import machine
from budgets import beyond, budgets, spoken
from programs import HERE

TITLES = {"lint": "lint", "write": "write one page", "show": "show the newest", "list": "list 20"}


def page(bench, found, whole, load):
    """The whole page as text."""
    given, timings, sizes = bench.given, bench.timings, bench.given.sizes
    judged = budgets(timings, sizes)
    words = string.Template((HERE / "benchmarks.template.md").read_text())
    return words.substitute(
        date=given.date, rounds=given.rounds, seed=given.seed, patience=f"{given.patience:.0f}",
        sizes=in_words([f"{size:,}" for size in sizes]),
        paragraphs=f"{bench.words['paragraphs']:,}", words=f"{bench.words['words']:,}",
        rare=bench.words["rare"], common=bench.words["common"], adds=adds(given),
        verdict=verdict(judged), failures=failures(timings),
        load=" and ".join(f"{now[0]:.2f}" for now in load),
        machine=table(["machine", ""], machine.rows(given.work)),
        versions=table(["program", "version"], machine.versions(given.program, given.jrnl)),
        budgets=table(["what", "measured", "budget", ""], [budget.row() for budget in judged]),
        start=start(timings["start"]), lint=lint(timings["lint"]), commands=commands(timings, sizes),
        unlock=unlock(timings), floor=floor(timings, sizes), memory=memory(timings, sizes),
        found=counts(found, sizes), whole=seconds(whole), stored=stored(bench))


def failures(timings):
    """What ended with an error, as a paragraph; nothing when all went well."""
    lines = [f"- {name.replace(' ', ' at ')}, {titled(question)}: {count}"
             for question, found in timings.items() for name, count in found.failures.items()]
    head = "Runs that ended with an error, and are in no number here:\n\n"
    return "\n" + head + "\n".join(lines) + "\n" if lines else ""


def table(head, rows):
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def in_words(items):
    return " and ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else items[0]


def verdict(judged):
    """How many budgets came out how, in one sentence."""
    says = [budget.verdict.strip("*") for budget in judged]
    others = [f"{says.count(one)} {one}" for one in sorted({*says} - {"holds"})]
    many = f"{says.count('holds')} of {len(says)} budgets hold in this run"
    return f"{many}; {', '.join(others)}." if others else f"{many}."


def adds(given):
    largest = given.jrnl_adds_up_to
    if given.sizes[-1] <= largest:
        return "Both add one entry at every size."
    return (f"jrnl adds an entry in journals of at most {largest:,}: it compares the tags of all\n"
            "  entries with each other and writes the whole file anew, so that more takes minutes.")


def milliseconds(timings, name):
    """Median and least of a contender; a dash for what did not run."""
    if name not in timings:
        return "–"
    few = "" if timings.rounds(name) > 2 else f", {timings.rounds(name)} run"
    median, least = 1000 * timings.median(name), 1000 * timings.least(name)
    digits = 1 if median < 100 else 0
    return f"{median:,.{digits}f} ({least:,.{digits}f}{few})"


def start(timings):
    rows = [[f"`{name} --version`", milliseconds(timings, name),
             f"{timings.median(name, 'peak'):.0f}"] for name in ["alongside", "git", "jrnl"]]
    return table(["command", "ms, median (least)", "peak memory, MiB"], rows)


def lint(timings):
    rows = [[name, milliseconds(timings, key), f"{timings.median(key, 'peak'):.0f}"]
            for name, key in [("`alongside packs lint`", "alongside"),
                              ("PyYAML and jsonschema", "pyyaml")]]
    return table(["1,000 prompt files", "ms, median (least)", "peak memory, MiB"], rows)


def titled(question):
    return TITLES.get(question) or spoken(question)


def commands(timings, sizes):
    """Whole commands of Alongside and jrnl at each size, and Alongside's beyond its key."""
    rows = []
    for question, found in timings.items():
        if question in ("start", "lint"):
            continue
        for size in sizes:
            ours, theirs = f"alongside {size}", f"jrnl {size}"
            rows.append([
                titled(question), f"{size:,}", milliseconds(found, ours),
                f"{beyond(found, ours):.0f} ({beyond(found, ours, 'cpu'):.0f})"
                if "unlock" in found else "no key needed",
                milliseconds(found, theirs), times_faster(found, ours, theirs)])
    return table(["what", "stored", "Alongside", "beyond its key (processor)", "jrnl",
                  "jrnl ÷ Alongside"], rows)


def times_faster(found, ours, theirs):
    return f"{found.median(theirs) / found.median(ours):.1f}" if theirs in found else "–"


def unlock(timings):
    rows = [[titled(question), milliseconds(found, "unlock"),
             f"{1000 * (found.most('unlock') - found.least('unlock')):.0f}"]
            for question, found in timings.items() if "unlock" in found]
    return table(["in the run of", "ms, median (least)", "from least to most"], rows)


def floor(timings, sizes):
    rows = []
    for kind in ["rare", "common"]:
        found = timings[f"search {kind}"]
        for size in sizes:
            rows.append([f"{kind} word", f"{size:,}", milliseconds(found, f"rg one {size}"),
                         milliseconds(found, f"rg files {size}"),
                         f"{beyond(found, f'alongside {size}'):.0f}"])
    return table(["what", "entries", "ripgrep, one file", "ripgrep, a file each",
                  "Alongside, beyond its key"], rows)


def memory(timings, sizes):
    rows = []
    for size in sizes:
        peaks = [max((found.most(f"{name} {size}", "peak") for question, found in timings.items()
                      if question.startswith("search") and f"{name} {size}" in found), default=0)
                 for name in ["alongside", "jrnl", "rg files"]]
        rows.append([f"{size:,}", *(f"{peak:.0f}" if peak else "–" for peak in peaks)])
    return table(["entries", "Alongside", "jrnl", "ripgrep"], rows)


def counts(found, sizes):
    rows = [[f"{kind} word", f"{size:,}", *(f"{count:,}" for count in found[kind, size])]
            for kind in ["rare", "common"] for size in sizes]
    return table(["what", "entries", "Alongside finds", "ripgrep finds"], rows)


def seconds(whole):
    sizes = list(whole)
    rows = [[name, *(shown(whole[size][name]) for size in sizes)] for name in whole[sizes[0]]]
    return table(["seconds, one run", *(f"{size:,} entries" for size in sizes)], rows)


def shown(taken):
    return "failed" if taken is None else f"{taken:.1f}"


def stored(bench):
    rows = []
    for size in bench.given.sizes:
        text = (bench.room / str(size) / "one.txt").stat().st_size
        files = [bench.journals[size].stored(), bench.jrnls[size].stored()]
        rows.append([f"{size:,}", f"{text / 1e6:.1f}", *(f"{file / 1e6:.1f}" for file in files)])
    return table(["entries", "text", "Alongside", "jrnl"], rows)

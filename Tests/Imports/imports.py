"""Compares what every target imports with what Package.swift declares for it, in both directions.

imports.py      run in the package's folder, as `make lint` does; prints each difference, exits 1 if there is one

The compiler finds any module that another target built, and --explicit-target-dependency-import-check
lets some imports through, so neither proves that modules depend on each other as declared.

A product is taken to hold a module of its own name, which is true of all that we use. C targets and
system libraries import no module and are not read.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

# Modules that come with the toolchain or the system: nobody declares them.
SYSTEM = {
    "Swift", "Foundation", "FoundationEssentials", "Dispatch", "Synchronization",
    "Glibc", "Musl", "Darwin", "Testing",
}

IMPORT = re.compile(
    r"^[ \t]*(?:@\w+(?:\([^)\n]*\))?[ \t]+)*"
    r"(?:(?:public|package|internal|fileprivate|private)[ \t]+)?import[ \t]+"
    r"(?:(?:struct|class|enum|protocol|typealias|func|var|let|actor)[ \t]+)?([A-Za-z_]\w*)",
    re.MULTILINE)
# Text is no code: long strings and comments may have lines that look like an import.
NOT_CODE = re.compile(r'(#*)""".*?"""\1|/\*.*?\*/|//[^\n]*', re.DOTALL)


def imported(text):
    """The modules that one Swift file imports."""
    return set(IMPORT.findall(NOT_CODE.sub("", text)))


def declared(target):
    """The modules that a target of `swift package dump-package` depends on."""
    return {next(iter(one.values()))[0] for one in target["dependencies"]}


def differences(name, imports, dependencies):
    """One line for each import without a declaration, and for each declaration without an import."""
    undeclared = sorted(imports - dependencies - SYSTEM - {name})
    unused = sorted(dependencies - imports)
    return ([f"{name} imports {one}, which Package.swift does not declare for it" for one in undeclared]
            + [f"{name} declares {one} in Package.swift and never imports it" for one in unused])


def sources(target):
    """The Swift files of a target, where SwiftPM looks for them."""
    base = "Tests" if target["type"] == "test" else "Sources"
    folder = Path(target.get("path") or f"{base}/{target['name']}")
    if not folder.is_dir():
        sys.exit(f"imports.py: no such folder: {folder}, of the target {target['name']}")
    return sorted(folder.rglob("*.swift"))


def main():
    # A scratch folder of its own, so that a build that is running does not hold this up.
    dump = subprocess.run(
        ["swift", "package", "dump-package", "--scratch-path", ".build/imports"],
        check=True, stdout=subprocess.PIPE)
    found = []
    for target in json.loads(dump.stdout)["targets"]:
        files = sources(target) if target["type"] in ("regular", "executable", "test") else []
        if not files:
            continue
        imports = set().union(*(imported(file.read_text(encoding="utf-8")) for file in files))
        found += differences(target["name"], imports, declared(target))
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

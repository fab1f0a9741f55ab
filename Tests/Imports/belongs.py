"""Checks that what one module does for all the others is done in that module alone.

belongs.py      run in the package's folder, as `make lint` does; prints each line that belongs elsewhere, exits 1
                if there is one
"""
import re
import sys
from pathlib import Path

# A command in a text: the program's name and one of its words.
COMMAND = (
    r"\balongside (?:(?:packs|prompts|plugins|session|recovery|draft|people|identity) [a-z]|(?:init|reflect|write|open|list"
    r"|show|history|search|insights|revise|tag|erase|check|export|import|backup|restore|verify|salvage|doctor|rekey"
    r"|passphrase|privacy|retention|help-now|share|receive)\b)")

# What to look for, the module that does it, and what others use instead.
RULES = [
    (re.compile(r"\bimport (?:Glibc|Musl|Darwin)\b"), "Disk", "Disk passes on the C library"),
    (re.compile(r"\bopen(?:at)?\([^)]*\bO_[A-Z]"), "Disk", "Disk opens files"),
    (re.compile(r"(?<![.\w])(?<!func )rename(?:at2?)?\([^):]*,"), "Disk", "Disk moves files"),
    (re.compile(r"(?<![.\w])f(?:data)?sync\("), "Disk", "Disk has files confirmed"),
    (re.compile(r"(?<![.\w])(?:fd)?opendir\("), "Disk", "Disk lists folders"),
    (re.compile(r"(?<![.\w])flock\("), "Disk", "Disk locks files"),
    (re.compile(r"\bFileManager\b"), "Disk", "Disk asks for files and folders"),
    (re.compile(r'"/proc/(?!self/exe")|"/sys\b'), "Health", "Health asks the kernel for mounts, swap and disks"),
    (re.compile(r"\bbase64Encoded\w*|\bData\(base64"), "Codec", "Codec spells bytes as letters"),
    (re.compile(COMMAND), "AlongsideCLI", "the command line names its commands; a library gives the act"),
]
COMMENT = re.compile(r"//.*$", re.MULTILINE)


def misplaced(module, text):
    """The number of each line that belongs to another module, and why."""
    for number, line in enumerate(COMMENT.sub("", text).splitlines(), 1):
        for pattern, owner, reason in RULES:
            if module != owner and pattern.search(line):
                yield number, reason


def main(sources=Path("Sources")):
    found = [
        f"{file}:{number}: {reason}"
        for file in sorted(sources.rglob("*.swift"))
        for number, reason in misplaced(file.relative_to(sources).parts[0], file.read_text("utf-8"))]
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

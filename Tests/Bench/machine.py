"""Names the machine and the versions that were measured."""

import os
import pathlib
import platform
import subprocess


def first_line(*command):
    """The first line of what a command prints; "unknown" when it cannot run."""
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except OSError:
        return "unknown"
    return next(iter((done.stdout + done.stderr).strip().splitlines()), "unknown")


def value(path, key, separator):
    """The first value of `key` in a file of `key SEPARATOR value` lines."""
    for line in pathlib.Path(path).read_text().splitlines():
        name, _, rest = line.partition(separator)
        if name.strip() == key:
            return rest.strip().strip('"')
    return "unknown"


def processor():
    """The processor's name, where it says one."""
    return value("/proc/cpuinfo", "model name", ":")


def file_system(folder):
    """The kind of file system of a folder: that of the longest mount point above it."""
    mounts = [line.split()[1:3] for line in pathlib.Path("/proc/mounts").read_text().splitlines()]
    above = {str(path) for path in [folder.resolve(), *folder.resolve().parents]}
    return max((mount for mount in mounts if mount[0] in above), key=lambda m: len(m[0]))[1]


def rows(folder):
    """Pairs of what and value, for the table of the machine."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return [
        ("processor", f"{processor()}, {os.cpu_count()} cores"),
        ("memory", f"{memory:.1f} GiB"),
        ("kernel", f"{platform.system()} {platform.release()} {platform.machine()}"),
        ("distribution", value("/etc/os-release", "PRETTY_NAME", "=")),
        ("file system", file_system(folder)),
    ]


def versions(program, venv):
    """Pairs of program and version."""
    python = str(venv / "bin" / "python")
    return [
        ("Alongside", first_line(str(program), "--version")),
        ("jrnl", first_line(str(venv / "bin" / "jrnl"), "--version").removeprefix("jrnl v")),
        ("Python, under jrnl", first_line(python, "--version").removeprefix("Python ")),
        ("ripgrep", first_line("rg", "--version").removeprefix("ripgrep ")),
        ("git", first_line("git", "--version").removeprefix("git version ")),
    ]

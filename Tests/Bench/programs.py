"""The programs that are measured: their journals and their commands."""

import os
import pathlib
import shutil
import subprocess
import sys
import time

from timing import Contender

HERE = pathlib.Path(__file__).resolve().parent
PASSWORD = "quiet river morning lantern seven bridges"


def environment(home):
    """What every program is given: a home of its own, and nothing of the caller's."""
    return {
        "HOME": str(home), "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC",
        "TERM": "xterm", "COLUMNS": "80", "LINES": "24", "XDG_CONFIG_HOME": f"{home}/.config",
        "XDG_DATA_HOME": f"{home}/.local/share", "XDG_STATE_HOME": f"{home}/.local/state",
    }


def found(name):
    """The path of a program, or the end of this one with a next step."""
    path = shutil.which(name)
    if path is None:
        sys.exit(f"{name} is not installed; `make bench` installs what is missing")
    return path


class Alongside:
    """Alongside with one journal."""

    def __init__(self, program, home):
        self.program = str(program)
        self.home = pathlib.Path(home)
        self.words = self.home / "passphrase"

    def make(self, folder=None):
        """Makes the journal and brings in the entries of `folder`; returns the seconds it took."""
        self.home.mkdir(parents=True)
        self.words.touch(mode=0o600)
        self.words.write_text(PASSWORD + "\n")
        self.run("init", "--kit", "none")
        start = time.monotonic()
        for part in sorted(pathlib.Path(folder).glob("part-*.json")) if folder else []:
            self.run("import", "alongside", part)
        return time.monotonic() - start

    def arguments(self, *words):
        given = ["--passphrase-file", self.words, "--home", self.home / "data"]
        return [self.program, *map(str, words), *map(str, given)]

    def run(self, *words):
        """Runs a command to its end and returns what it printed; a failure ends the bench."""
        done = self.attempt(*words)
        if done.returncode:
            sys.exit(f"alongside {words[0]} ended with {done.returncode}: {done.stderr[-2000:]}")
        return done.stdout

    def attempt(self, *words):
        return subprocess.run(self.arguments(*words), env=environment(self.home), text=True,
                              stdin=subprocess.DEVNULL, capture_output=True)

    def seconds(self, *words):
        """Seconds a command took; None when it failed, so that a long run goes on."""
        start = time.monotonic()
        code = self.attempt(*words).returncode
        if code:
            print(f"alongside {words[0]} ended with {code}", file=sys.stderr)
            return None
        return time.monotonic() - start

    def contender(self, name, *words, **more):
        return Contender(name, self.arguments(*words), environment(self.home), **more)

    def version(self, name):
        """The version alone: it takes no other argument."""
        return Contender(name, [self.program, "--version"], environment(self.home))

    def stored(self):
        """Bytes of the journal's file."""
        return sum(path.stat().st_size for path in self.home.rglob("journal.db"))


class Jrnl:
    """jrnl with one encrypted journal."""

    def __init__(self, venv, home):
        self.venv = pathlib.Path(venv)
        self.home = pathlib.Path(home)
        self.journal = self.home / "journal.txt"

    def make(self, folder):
        config = self.home / ".config" / "jrnl" / "jrnl.yaml"
        config.parent.mkdir(parents=True)
        config.write_text(
            f"version: v4.6\nencrypt: true\neditor: ''\ntemplate: false\nhighlight: true\n"
            f"timeformat: '%Y-%m-%d %H:%M'\ntagsymbols: '#@'\nindent_character: '|'\n"
            f"linewrap: 79\ndefault_hour: 9\ndefault_minute: 0\n"
            f"colors: {{body: none, date: none, tags: none, title: none}}\n"
            f"journals: {{default: {{journal: {self.journal}}}}}\n")
        subprocess.run([self.venv / "bin/python", HERE / "seal_jrnl.py",
                        pathlib.Path(folder) / "jrnl.txt", self.journal, PASSWORD], check=True)

    def contender(self, name, *words, sealed=True, **more):
        argv = [str(self.venv / "bin/jrnl"), *map(str, words)]
        return Contender(
            name, argv, environment(self.home), password=PASSWORD if sealed else None, **more)

    def stored(self):
        return self.journal.stat().st_size


class Ripgrep:
    """ripgrep over the same entries in the clear: a floor, with nothing to open."""

    def __init__(self, folder):
        self.program = found("rg")
        self.folder = pathlib.Path(folder)

    def contender(self, name, word, where):
        argv = [self.program, "--no-config", "--ignore-case", "--color=never", word,
                str(self.folder / where)]
        return Contender(name, argv, environment(self.folder))


class LintPeer:
    """PyYAML's C loader and jsonschema over the same files."""

    def __init__(self, venv):
        self.python = str(venv / "bin/python")

    def contender(self, schema, folder):
        argv = [self.python, str(HERE / "lint_peer.py"), str(schema), str(folder)]
        return Contender("pyyaml", argv, environment(os.sep))


def git_version():
    return Contender("git", [found("git"), "--version"], environment(os.sep))

"""A home with a journal in it that opens quickly, and what can be read back from it."""

import base64
import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile

from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

PASSPHRASE = "six plain words for a test"
MEMORY = "/dev/shm"


class Home:
    """One person's home folder; nothing else on the computer is touched."""

    def __init__(self, program, folder, packs):
        self.program, self.folder, self.packs = program, pathlib.Path(folder), packs
        self.runtime = tempfile.mkdtemp(prefix="alongside-interruptions-", dir=MEMORY)
        self.flags = []
        self.history = str(self.folder / "shell-history")

    @classmethod
    def first(cls, program, folder, packs):
        """Makes a journal, whose passphrase then costs almost nothing to try."""
        home = cls(program, folder, packs)
        home.folder.mkdir(parents=True)
        home.passphrase_file.write_text(PASSPHRASE + "\n")
        home.passphrase_file.chmod(0o600)
        made = home.run("init", "--kit", "none")
        if made.returncode:
            raise SystemExit(f"no journal could be made: {made.stderr.decode()}")
        make_cheap(home.folder / ".local/share/alongside/journals/journal/journal.db")
        return home

    def copy(self, folder):
        """The same journal in a home of its own."""
        shutil.copytree(self.folder, folder)
        home = type(self)(self.program, folder, self.packs)
        home.flags = self.flags
        return home

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.rmtree(self.runtime, ignore_errors=True)

    @property
    def passphrase_file(self):
        return self.folder / "pw"

    @property
    def opening(self):
        return ["--passphrase-file", str(self.passphrase_file)]

    def env(self, **more):
        return {
            "HOME": str(self.folder), "PATH": os.environ["PATH"], "TERM": "xterm-256color",
            "LANG": "C.UTF-8", "TZ": "UTC", "XDG_RUNTIME_DIR": self.runtime, "SHELL": "/bin/sh",
            "TMUX_TMPDIR": self.runtime, "HISTFILE": self.history, "PS1": "READY$ ",
            "SWIFT_BACKTRACE": "interactive=no,color=no", **more}

    def command(self, *words):
        return [self.program, *words, *self.flags, "--packs", self.packs]

    def run(self, *words, given=None):
        """Runs a command without a terminal."""
        return subprocess.run(
            self.command(*words, *self.opening), input=given, capture_output=True, timeout=300,
            env=self.env(), cwd=self.folder, stdin=None if given else subprocess.DEVNULL,
            check=False)

    def write(self, text):
        """Keeps a page."""
        done = self.run("write", given=text.encode())
        if done.returncode:
            raise RuntimeError(done.stderr.decode())

    def entries(self):
        """All that is kept, as it is exported."""
        folder = tempfile.mkdtemp(dir=self.folder)
        done = self.run("export", "--format", "json", "--to", folder + "/out", "--yes")
        file = pathlib.Path(folder, "out", "entries.json")
        if done.returncode or not file.exists():
            if b"othing" in done.stderr + done.stdout or b"no entries" in done.stderr:
                return []
            raise RuntimeError(f"export: {done.returncode} {done.stderr.decode()}")
        return json.loads(file.read_text(encoding="utf-8"))


# The slot of the passphrase is an age file; wrapped again with little work it opens at once.

def derived(key, salt, info):
    return HKDF(hashes.SHA256(), 32, salt, info).derive(key)


def b64(data):
    return base64.b64encode(data).decode().rstrip("=")


def wrapping_key(salt, work):
    return hashlib.scrypt(
        PASSPHRASE.encode(), salt=b"age-encryption.org/v1/scrypt" + salt, n=1 << work, r=8, p=1,
        maxmem=2 ** 31 - 1, dklen=32)


def cheaper(sealed, work=2):
    """The same age file for the same passphrase and file key, with less work in its header."""
    lines = sealed.split(b"\n", 4)
    _, _, salt, old_work = lines[1].decode().split(" ")
    key = wrapping_key(base64.b64decode(salt + "=" * (-len(salt) % 4)), int(old_work))
    body = lines[2].decode()
    file_key = ChaCha20Poly1305(key).decrypt(
        bytes(12), base64.b64decode(body + "=" * (-len(body) % 4)), None)
    salt = os.urandom(16)
    body = ChaCha20Poly1305(wrapping_key(salt, work)).encrypt(bytes(12), file_key, None)
    head = f"age-encryption.org/v1\n-> scrypt {b64(salt)} {work}\n{b64(body)}\n---"
    seal = hmac.HMAC(derived(file_key, b"", b"header"), hashes.SHA256())
    seal.update(head.encode())
    return f"{head} {b64(seal.finalize())}\n".encode() + lines[4]


def make_cheap(database):
    """Replaces the slot of the passphrase in both of its places."""
    with sqlite3.connect(database) as opened:
        name = "slot.passphrase"
        (sealed,) = opened.execute("select body from part_a where name=?", [name]).fetchone()
        body = cheaper(sealed)
        for part in ("part_a", "part_b"):
            opened.execute(
                f"update {part} set body=?, sha256=? where name=?",
                [body, hashlib.sha256(body).digest(), name])
    opened.close()

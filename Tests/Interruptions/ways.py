"""The ways in which a person is called away, and how a program is started for each."""

import os
import pathlib
import signal
import subprocess
import time

from pack import AFTER
from talk import Talk, below

BASH = ["/bin/bash", "--norc", "--noprofile", "-i"]
TMUX = "/usr/bin/tmux"


class Way:
    """A name, what runs above the program, what happens to it, and which kinds have no such way."""

    def __init__(self, name, launch, act, leaves_out=(), is_plain=False):
        self.name, self.launch, self.act = name, launch, act
        self.leaves_out, self.is_plain = leaves_out, is_plain


def launch(cell):
    """Starts the program as the way wants it."""
    home, way = cell.home, cell.way
    command = home.command(*cell.kind.words(cell))
    env = home.env(EDITOR=getattr(cell.kind, "editor", "nano"))
    size = {"rows": cell.kind.rows} if cell.kind.rows else {}
    if way.launch in ("bash", "sh"):
        shell = BASH if way.launch == "bash" else ["/bin/sh", "-i"]
        script(home, command)
        cell.talk = Talk(shell, env, home.folder, **size)
        cell.talk.see("READY$")
        cell.talk.type("./go\r")
    elif way.launch == "tmux":
        settings = pathlib.Path(home.runtime, "tmux.conf")
        settings.write_text("set -g escape-time 0\nset -g status off\n")
        new = [TMUX, "-f", str(settings), "new-session"]
        cell.talk = Talk(new + command, env, home.folder, **size)
    elif way.launch == "open":
        opened = home.command("open", "--idle", "1", *home.opening)
        cell.talk = Talk(opened, env, home.folder, **size)
        cell.talk.see("What would you like to do?")
        cell.talk.settle()
        cell.talk.type(" ".join(cell.kind.words(cell)) + "\r")
    else:
        cell.talk = Talk(
            command, env, home.folder, ignoring_hangup=way.launch == "nohup", **size)


def script(home, command):
    """A short name for a long command, so that a shell's history is easy to read."""
    go = home.folder / "go"
    go.write_text("#!/bin/sh\nexec " + " ".join(f"'{word}'" for word in command) + "\n")
    go.chmod(0o700)


def program_of(cell):
    """The process id of the program itself."""
    if cell.way.launch in ("bash", "sh"):
        return below(cell.talk.pid)[0]
    if cell.way.launch == "tmux":
        return int(tmux(cell, "list-panes", "-F", "#{pane_pid}").stdout.split()[0])
    return cell.talk.pid


def tmux(cell, *words):
    return subprocess.run(
        [TMUX, *words], env=cell.home.env(), capture_output=True, text=True, check=False)


def ctrl_c(cell):
    """In an editor Ctrl-C means something else; there it comes at the question after it."""
    cell.talk.send(b"\x03")
    if cell.kind.is_editor:
        cell.talk.pump(0.3)
        cell.kind.leave(cell)
        cell.talk.see(AFTER)
        cell.talk.settle()
        cell.question = AFTER
        cell.talk.send(b"\x03")


def hang_up(cell):
    os.kill(cell.program, signal.SIGHUP)


def terminate(cell):
    os.kill(cell.program, signal.SIGTERM)


def terminate_twice(cell):
    terminate(cell)
    time.sleep(cell.random.random() * 0.03)
    try:
        terminate(cell)
    except ProcessLookupError:
        pass


def close(cell):
    cell.talk.close()


def kill_tmux(cell):
    tmux(cell, "kill-server")


def stop_and_close(cell):
    if cell.kind.is_editor:
        cell.kind.suspend(cell)
    else:
        cell.talk.send(b"\x1a")
    cell.talk.see("Stopped")
    cell.talk.close()


def kill(cell):
    """Two seconds and a little after the last key, so that nothing at all may be missing."""
    time.sleep(2.1)
    os.kill(cell.program, signal.SIGKILL)


def save(cell):
    """Afterwards a question about the screen may come; Enter leaves it as it is."""
    cell.talk.type("/save\r")
    cell.talk.see("Put aside")
    cell.talk.settle()
    cell.talk.send(b"\r")


def wait_idle(cell):
    """The passphrase is asked then; Enter leaves the journal closed."""
    cell.talk.see("Closed, because", 180)
    cell.talk.see("Your passphrase")
    cell.talk.send(b"\r")


def kill_shell(cell):
    os.kill(cell.talk.pid, signal.SIGKILL)


EDITORS = ("vim", "nano", "nano-unsaved")
WAYS = [
    Way("ctrl-c", "alone", ctrl_c),
    Way("hup", "alone", hang_up),
    Way("term", "alone", terminate),
    Way("term-twice", "alone", terminate_twice),
    Way("close", "alone", close),
    Way("close-bash", "bash", close),
    Way("close-sh", "sh", close),
    Way("tmux", "tmux", kill_tmux),
    Way("close-nohup", "nohup", close),
    Way("ctrl-z-close", "bash", stop_and_close),
    # What nano has not saved is in no file when we are killed; a hang-up makes it write one.
    Way("kill-9", "alone", kill, ("nano-unsaved",)),
    Way("save", "alone", save, EDITORS),
    Way("idle", "open", wait_idle, EDITORS),
    Way("shell-killed", "bash", kill_shell),
    Way("hup-plain", "alone", hang_up, EDITORS, is_plain=True),
    Way("idle-plain", "open", wait_idle, EDITORS, is_plain=True),
]

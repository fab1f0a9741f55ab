"""Makes a pack of many prompt files out of those that come with Alongside."""

import pathlib
import re
import sys

MANIFEST = """schema: alongside.pack/1
id: org.example.many
version: 1.0.0
revision: 1
name: Many prompts
licence: CC-BY-4.0
default_locale: en
"""


def make(folder, core, count):
    """Writes `count` prompts: each of the core pack in turn, under an id and title of its own."""
    prompts = folder / "prompts"
    prompts.mkdir(parents=True)
    (folder / "pack.yaml").write_text(MANIFEST)
    samples = [path.read_text() for path in sorted((core / "prompts").glob("*.yaml"))]
    for number in range(count):
        text = samples[number % len(samples)]
        text = re.sub(r"(?m)^id: (.*)$", rf"id: \1-{number}", text, count=1)
        text = re.sub(r"(?m)^title: (.*)$", rf"title: \1 ({number})", text, count=1)
        text = text.replace("list: srn", "list: core/srn")
        (prompts / f"prompt-{number:04}.yaml").write_text(text)


if __name__ == "__main__":
    make(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3]))

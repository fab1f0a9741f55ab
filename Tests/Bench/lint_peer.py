"""What lint is measured beside: PyYAML's C loader and jsonschema on the same files.

    lint_peer.py SCHEMA FOLDER

Prints how many files there are and how many errors.
"""

import json
import pathlib
import sys

import jsonschema
import yaml


def main():
    schema = json.loads(pathlib.Path(sys.argv[1]).read_text())
    validator = jsonschema.Draft7Validator(schema)
    files = errors = 0
    for path in sorted(pathlib.Path(sys.argv[2]).glob("prompts/*.yaml")):
        files += 1
        with path.open("rb") as file:
            errors += sum(1 for _ in validator.iter_errors(yaml.load(file, yaml.CSafeLoader)))
    print(files, errors)


if __name__ == "__main__":
    main()

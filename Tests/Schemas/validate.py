"""Says which YAML files a stock JSON Schema validator takes.

validate.py SCHEMAS < LINES, where SCHEMAS is a folder of schemas (prompt-1.json ...) and each line
is a kind, a tab and a path. Prints a JSON array of {path, reader, taken, why}.

Each file is read twice, because programs differ in what they make of words without quotes:
"core" reads as YAML 1.2 does (the YAML language server), where yes is a word; "1.1" as PyYAML does,
where yes is a boolean and 07:30 a number. Days stay words in both, as they do in editors. The keys of
maps stay words too: in JSON there are no others. libyaml parses, for PyYAML alone trips over "a?}".
"""
import json
import re
import sys
from pathlib import Path

import jsonschema
import yaml

WORDS = ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:merge", "tag:yaml.org,2002:value")


class Loader11(yaml.CSafeLoader):
    yaml_implicit_resolvers = {
        first: [(tag, form) for tag, form in rules if tag not in WORDS]
        for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node, deep=False):
        return {
            key.value: self.construct_object(value, deep=True) for key, value in node.value
        }

    def construct_yaml_map(self, node):
        yield self.construct_mapping(node)


class LoaderCore(Loader11):
    yaml_implicit_resolvers = {}


for one in (Loader11, LoaderCore):
    one.add_constructor("tag:yaml.org,2002:map", one.construct_yaml_map)
LoaderCore.add_implicit_resolver(
    "tag:yaml.org,2002:null", re.compile(r"^(~|null|Null|NULL|)$"), ["~", "n", "N", ""])
LoaderCore.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
LoaderCore.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
LoaderCore.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$"), list("-+.0123456789"))
LoaderCore.add_constructor(
    "tag:yaml.org,2002:int", lambda loader, node: int(node.value))
LoaderCore.add_constructor(
    "tag:yaml.org,2002:float", lambda loader, node: float(node.value))


def validators(folder):
    for path in sorted(Path(folder).glob("*.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.Draft7Validator.check_schema(schema)
        yield path.name.removesuffix("-1.json"), jsonschema.Draft7Validator(schema)


def result(validator, path, name, loader):
    try:
        data = yaml.load(Path(path).read_bytes(), loader)
    except (yaml.YAMLError, UnicodeDecodeError, AttributeError, ValueError) as error:
        return {"path": path, "reader": name, "taken": None, "why": str(error)[:200]}
    why = [
        f"{'/'.join(str(part) for part in error.absolute_path)}: {error.message[:160]}"
        for error in validator.iter_errors(data)
    ]
    return {"path": path, "reader": name, "taken": not why, "why": "; ".join(why[:4])}


kinds = dict(validators(sys.argv[1]))
results = []
for line in sys.stdin:
    kind, path = line.rstrip("\n").split("\t")
    for name, loader in (("core", LoaderCore), ("1.1", Loader11)):
        results.append(result(kinds[kind], path, name, loader))
print(json.dumps(results))

"""``cosmos new``: begin a questionnaire from a small one that works."""

import json
import re
import shutil
import sys
from pathlib import Path

from cosmos_app.content.files import PARSERS
from cosmos_app.settings import QUESTIONNAIRES

PATTERN = QUESTIONNAIRES / "demo.json"
SCHEMA = QUESTIONNAIRES / "questionnaire.schema.json"


def shipped() -> frozenset[str]:
    """The ids of the questionnaires that come with CoSMoS."""
    documents = (json.loads(file.read_text(encoding="utf-8")) for file in QUESTIONNAIRES.glob("*.json"))
    return frozenset(one["id"] for one in documents if one.get("$schema", "").endswith("/questionnaire.schema.json"))


def run(name: str) -> int:
    """Write NAME.json into the current folder, and the schema beside it for the editor.

    Returns:
        0 if written; 1 if the file is there already or can't be written; 2 if the name can't be an id.
    """
    if not re.fullmatch(r"[a-z0-9]+([._-][a-z0-9]+)*", name) or len(name) > 80:
        wrong = f'"{name}" can\'t be an id.'
        print(f"{wrong} Use lower-case letters and digits, joined by a dot, hyphen or underscore.", file=sys.stderr)
        return 2
    if name in PARSERS:
        print(f'"{name}" is the name of a catalogue. Choose another id.', file=sys.stderr)
        return 2
    if name in shipped():
        wrong = f'"{name}" is the id of a questionnaire that comes with CoSMoS.'
        print(f"{wrong} Choose another: answers to one must not pass for answers to the other.", file=sys.stderr)
        return 2
    target = Path(f"{name}.json")
    document = json.loads(PATTERN.read_text(encoding="utf-8"))
    document |= {"id": name, "version": "0.1.0", "title": name.replace("-", " ").replace("_", " ").capitalize()}
    try:
        with target.open("x", encoding="utf-8") as out:
            out.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
        if not Path(SCHEMA.name).exists():
            shutil.copyfile(SCHEMA, SCHEMA.name)
    except FileExistsError:
        print(f"{target} is there already. Choose another id, or move the file away.", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{target} can't be written: {error.strerror}. Go to a folder you may write in.", file=sys.stderr)
        return 1
    print(f"{target} is written: a small questionnaire to change, with its schema beside it for your editor.")
    print(f"See what is wrong with it:  cosmos check {target}")
    print("Try it out:                 COSMOS_QUESTIONNAIRES=. cosmos run")
    return 0

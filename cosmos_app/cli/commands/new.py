"""``cosmos new``: begin a questionnaire from a small working one."""

import json
import re
import shutil
import sys
from pathlib import Path

from cosmos_app.cli.commands.output import usage_error
from cosmos_app.content.files import PARSERS
from cosmos_app.settings import QUESTIONNAIRES
from cosmos_app.texts import commands as texts

PATTERN = QUESTIONNAIRES / "demo.json"
SCHEMA = QUESTIONNAIRES / "questionnaire.schema.json"


def shipped() -> frozenset[str]:
    """The ids of the questionnaires that come with CoSMoS."""
    documents = (json.loads(file.read_text(encoding="utf-8")) for file in QUESTIONNAIRES.glob("*.json"))
    return frozenset(
        document["id"] for document in documents if document.get("$schema", "").endswith("/questionnaire.schema.json")
    )


def run(name: str) -> int:
    """Write NAME.json into the current folder, and the schema beside it for the editor.

    Returns:
        0 if written; 1 if the file is there already or can't be written; 2 if the name can't be an id.
    """
    if not re.fullmatch(r"[a-z0-9]+([._-][a-z0-9]+)*", name) or len(name) > 80:
        return usage_error(texts.NO_ID(typed=name))
    if name in PARSERS:
        return usage_error(texts.ID_OF_CATALOGUE(typed=name))
    if name in shipped():
        return usage_error(texts.ID_OF_OURS(typed=name))
    target = Path(f"{name}.json")
    document = json.loads(PATTERN.read_text(encoding="utf-8"))
    document |= {"id": name, "version": "0.1.0", "title": name.replace("-", " ").replace("_", " ").capitalize()}
    try:
        with target.open("x", encoding="utf-8") as out:
            out.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
        if not Path(SCHEMA.name).exists():
            shutil.copyfile(SCHEMA, SCHEMA.name)
    except FileExistsError:
        print(texts.THERE_ALREADY(file=target), file=sys.stderr)
        return 1
    except OSError as error:
        print(texts.CANT_BEGIN(file=target, system=error.strerror), file=sys.stderr)
        return 1
    print(texts.BEGUN(file=target))
    print(texts.BEGUN_CHECK(file=target))
    print(texts.BEGUN_TRY())
    return 0

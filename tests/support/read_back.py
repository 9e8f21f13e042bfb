"""Exported files read as other programs read them, each into the same: figures by what they are of."""

import csv
import io
import json
from zipfile import ZipFile

import openpyxl
import pyarrow.parquet
import pyreadstat

from cosmos_app.outputs.exports import export

KEY = ("questionnaire", "round", "group", "about", "id", "measure", "option")


def every_format(room, folder):
    """What each format tells of a room: {key: (value, whether it is hidden)} by format, and the wide tables."""
    made = {suffix: export(room, suffix) for suffix in (".csv", ".xlsx", ".parquet", ".json", ".sav", ".zip")}
    wide = {suffix: export(room, suffix, wide=True) for suffix in (".csv", ".parquet")}
    book = openpyxl.load_workbook(io.BytesIO(made[".xlsx"]))
    with ZipFile(io.BytesIO(made[".zip"])) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    long = {
        ".csv": of_csv(made[".csv"]),
        ".xlsx": of_sheet(book["Long"]),
        ".parquet": of_parquet(made[".parquet"]),
        ".sav": of_sav(made[".sav"], folder),
        ".zip": of_csv(inside["long.csv"]),
    }
    whole = {
        "wide .csv": of_csv(wide[".csv"]),
        "wide .parquet": of_parquet(wide[".parquet"]),
        "wide .xlsx": of_sheet(book["Wide"]),
        "wide .zip": of_csv(inside["wide.csv"]),
    }
    told = {name: by_key(rows) for name, rows in long.items()}
    told |= {name: from_wide(rows) for name, rows in whole.items()}
    return told, {".json": json.loads(made[".json"]), ".zip": json.loads(inside["room.json"])}


def of_csv(body):
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline="")))


def of_sheet(sheet):
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def of_parquet(body):
    return pyarrow.parquet.read_table(io.BytesIO(body)).to_pylist()


def of_sav(body, folder):
    file = folder / "room.sav"
    file.write_bytes(body)
    frame, _ = pyreadstat.read_sav(str(file))
    return frame.to_dict("records")


def number(entry):
    """A number as any format has it; None for a blank."""
    return None if entry in (None, "") or entry != entry else float(entry)


def by_key(rows):
    """The figures of a long table."""
    found = {}
    for row in rows:
        *names, option = (row[name] or "" for name in KEY)
        key = (names[0], int(float(names[1])), *names[2:], str(option))
        assert key not in found, "each figure stands once"
        found[key] = (number(row["value"]), bool(int(float(row["hidden"]))))
    return found


def from_wide(rows):
    """The same of a wide table."""
    found = {}
    for row in rows:
        hidden = set(filter(None, (row["not_shown"] or "").split(";")))
        start = (row["questionnaire"], int(row["round"]), row["group"] or "")
        columns = list(row)
        for column in columns[columns.index("not_shown") + 1 :]:
            if column != "caution":
                found[*start, column] = (number(row[column]), any(column.startswith(f"{name}.") for name in hidden))
    return found


def as_wide(figures):
    """The figures of a long table under the names that they have in a wide one."""
    return {(*key[:3], ".".join([*key[3:6], *filter(None, key[6:])])): one for key, one in figures.items()}


def from_bundle(body):
    """The figures of a bundle that are shown, by the same key."""
    found = {}
    for name, asked in body["questionnaires"].items():
        for round_, told in asked["rounds"].items():
            for group in told["groups"]:
                who = group["by"].get("role") or "not-said" if group["by"] else ""
                for about, id_, cell in _cells(group):
                    if cell["n"] is None:
                        continue
                    for measure, value in cell.items():
                        for option, one in value.items() if isinstance(value, dict) else [("", value)]:
                            if measure not in ("id", "because"):
                                found[name, int(round_), who, about, id_, measure, option] = number(one)
    return found


def _cells(group):
    for part, about in (("items", "item"), ("dimensions", "theme")):
        for name, cell in group.get(part, {}).items():
            yield about, name, cell
    for name, moments in group.get("placements", {}).items():
        for at, tables in moments.items():
            for table, cell in tables.items():
                yield "map", f"{name}/{at}/{table}", cell
    for cell in group.get("factors", ()):
        yield "factor", cell["id"], cell

"""Bundles as older versions of CoSMoS wrote them."""

from copy import deepcopy


def of_format_2(body):
    """The same as an older CoSMoS wrote it: the spread of every group, people by stage, no count of questions."""
    older = {**deepcopy(body), "format": "cosmos-room/2"}
    for asked in older["questionnaires"].values():
        for each in asked["rounds"].values():
            for cell in each["groups"][0]["dimensions"].values():
                if cell["n"] is not None:
                    for name in ("items", "asked", "lower", "upper"):
                        del cell[name]
                    cell |= {"median": 2.25, "sd": 0.75, "stages": {**dict.fromkeys("0134", 0), "2": cell["n"]}}
    return older

"""Texts that stand in Markdown: what people and questionnaires wrote, with every mark of Markdown taken out."""

import re
from functools import lru_cache

_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:^=])")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    r"""Take every meaning that Markdown sees from a plain text.

    >>> plain("2 * 3 = $6")
    '2 \\* 3 \\= \\$6'
    """
    return _MARKS.sub(r"\\\1", text)

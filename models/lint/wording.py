"""Checks texts: plain, tidy, short enough, one question at a time, and readable at the age of fourteen."""

import re
from collections.abc import Iterable, Iterator

from models.definition import Questionnaire
from models.items import Item
from models.lint.pointers import Place, item_places
from models.problems import Problem, pointer

LONGEST_STEM = 20
LONGEST_WHY = 25
DESCRIPTOR = range(8, 19)
"""Words of a descriptor."""

OLDEST = 14
"""Years of age at which everything should be readable."""

FEWEST_WORDS = 30
"""Number of words below which a readability index means nothing."""

_UNSPACED = {"ja", "km", "lo", "my", "th", "zh"}
"""Languages written without spaces between words: there are no words to count."""

_MARKUP = {
    "unsafe-markup.tag": re.compile(r"<[A-Za-z/!?]"),
    "unsafe-markup.character-code": re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]+);"),
    "unsafe-markup.link": re.compile(r"\]\(|\]\[|!\["),
    "unsafe-markup.script": re.compile(r"\b(?:java|vb)script\s*:|\bdata\s*:\s*text/html", re.IGNORECASE),
    "unsafe-markup.control": re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]"),
}
"""What may harm or mislead a reader, by the message that says it is there."""

_UNTIDY = re.compile(r"^\s|\s$| {2}|[\t\n\r\v\f\u2028\u2029]")

_ASKING = r"(?:who|whom|whose|what|which|when|where|why|how)"
_BE = r"(?:is|are|was|were|can|could|will|would|should|must)(?:n['’]t)?"
_DO = r"(?:do|does|did|have|has|had)(?:n['’]t)?"
_THEY = r"(?:i|you|he|she|we|they)"
_IT = rf"(?:{_THEY}|it|any(?:one|body)|some(?:one|body)|every(?:one|body)|people|staff)"
_THE = rf"(?:{_IT}|there|the|an?|any|some|every|each|all|th[ei]s|these|those|that|my|your|his|her|its|our|their)"
_SECOND_QUESTION = (
    # "… and are they told?", "… and did you hear back?", but not "… and do it again?"
    re.compile(rf"\w,? and (?:{_BE} {_IT}|{_DO} {_THEY})\b", re.IGNORECASE),
    # "Is it free and is the way there paid?", but not "Who is told and is the first to know?"
    re.compile(rf"^(?:{_BE}|{_DO})\b.*\w,? and (?:{_BE}|does|did) {_THE}\b", re.IGNORECASE),
    # "… and how often does the team meet?", but not "… and how it is decided?"
    re.compile(rf"\w,? (?:and|or) {_ASKING}\b(?: \w+)?? (?:{_BE}|{_DO}) {_THE}\b", re.IGNORECASE),
    # "Who decides and who pays?", but not "Who says who decides and who pays?"
    re.compile(rf"^(?:who|what)\b(?:(?!\b{_ASKING}\b)[^?])* and (?:who|what) (?!(?:\w+ )?not\b)\w+", re.IGNORECASE),
)


def text_problems(texts: Iterable[Place], file: str) -> Iterator[Problem]:
    """Report markup and stray white space in any text."""
    for place, text in texts:
        for message, pattern in _MARKUP.items():
            if match := pattern.search(text):
                yield Problem(message=message, file=file, pointer=place, values={"found": ascii(match[0])})
                break
        if _UNTIDY.search(text):
            yield Problem(message="white-space", file=file, pointer=place)


def wording_problems(questionnaire: Questionnaire, file: str) -> Iterator[Problem]:
    """Report stems, reasons and descriptors that are too long or too hard to read."""
    language = questionnaire.language.partition("-")[0].lower()
    for at, item in item_places(questionnaire):
        if language not in _UNSPACED:
            yield from _lengths(at, item, file)
        if language == "en":
            yield from _two_questions(at, item, file)
            yield from _reading_age(at, item, file)


def words_of(text: str) -> list[str]:
    """The words of a text; a dash alone is not a word.

    >>> len(words_of("Who – if anyone – is front-line staff?"))
    6
    """
    return [word for word in text.split() if any(map(str.isalnum, word))]


def readability(texts: Iterable[str]) -> float:
    """School grade that the texts require: the Automated Readability Index (Smith & Senter 1967, AMRL-TR-66-220).

    Args:
        texts: Each at least one sentence; together at least one word.

    >>> round(readability(["The cat sat on the mat."]), 2)
    -5.09
    """
    every = list(texts)
    words = [word for text in every for word in words_of(text)]
    characters = sum(sum(map(str.isalnum, word)) for word in words)
    sentences = sum(max(1, len(re.findall(r"[.!?…]+(?=\W|$)", text))) for text in every)
    return 4.71 * characters / len(words) + 0.5 * len(words) / sentences - 21.43


def asks_twice(stem: str) -> bool:
    """Whether an English stem joins two questions.

    >>> asks_twice("Who decides and who pays?"), asks_twice("Do people choose, or do they take what is there?")
    (True, False)
    """
    return stem.count("?") > 1 or any(pattern.search(stem) for pattern in _SECOND_QUESTION)


def _lengths(at: str, item: Item, file: str) -> Iterator[Problem]:
    def problem(message: str, place: str, **words: int) -> Problem:
        return Problem(message=message, file=file, pointer=place, values=words)

    for place, stem in _stems(at, item):
        if (count := len(words_of(stem))) > LONGEST_STEM:
            yield problem("length.question", place, words=count, most=LONGEST_STEM)
    if (count := len(words_of(item.why))) > LONGEST_WHY:
        yield problem("length.why", f"{at}/why", words=count, most=LONGEST_WHY)
    for d, descriptor in enumerate(item.descriptors):
        if (count := len(words_of(descriptor))) not in DESCRIPTOR:
            least, most = DESCRIPTOR.start, DESCRIPTOR.stop - 1
            yield problem("length.descriptor", f"{at}/descriptors/{d}", words=count, least=least, most=most)


def _two_questions(at: str, item: Item, file: str) -> Iterator[Problem]:
    for place, stem in _stems(at, item):
        if asks_twice(stem):
            yield Problem(message="two-questions", file=file, pointer=place)


def _reading_age(at: str, item: Item, file: str) -> Iterator[Problem]:
    labels = [] if item.scale else [choice.label for choice in item.choices]
    texts = [text for text in (item.ask, item.why, item.help, *item.descriptors, *labels) if words_of(text)]
    if sum(len(words_of(text)) for text in texts) < FEWEST_WORDS:
        return
    if (age := readability(texts) + 5) > OLDEST:
        yield Problem(message="reading-age", file=file, pointer=at, values={"age": age, "oldest": OLDEST})


def _stems(at: str, item: Item) -> Iterator[Place]:
    yield f"{at}/ask", item.ask
    for family, stem in item.ask_as.items():
        yield at + pointer("ask_as", family), stem

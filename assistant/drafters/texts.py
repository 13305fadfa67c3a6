"""Words of the brief made fit to stand in a set, where nothing may look like a link, a tag, a template or a formula."""

from __future__ import annotations

import html
import re

from assistant.language.folding import fold

_URL = re.compile(
    r"\(?\S*://\S*|\(?\b(?:www\.|mailto:|javascript:\S|vbscript:|data:\w+/)\S*|(?<![\w:])//[\w-]+\.\S+"
    r"|\S+@\S+\.\w+|\b(?:[\w-]+\.)+(?:com|net|org|io|no|se|dk|eu|uk|co|info|biz|xyz|app|dev|ru|cn|example|test)/\S+",
    re.IGNORECASE,
)
_LINK = re.compile(r"!?\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)?")
_TAG = re.compile(r"</?[a-zA-Z!][^>]*>")
_ARROW = re.compile(r"[-=]+>")
_ANGLE = re.compile(r"<(?!=?\s?\d)|>(?!=?\s?\d)")
"""Angle brackets that do not stand before a number: «< 2 h» is a limit, and stays."""
_MARKS = re.compile(r"[*`]+|__+|\{\{.*?\}\}|\{%.*?%\}|(?<!\w)[=+@](?=\w)")
_ENTITY = re.compile(r"&#?\w{1,12};")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width letters and signs, which look like plain ones: «ｈｔｔｐ：／／»."""
_CODE = re.compile(r"\{#.*?#\}|[$#]\{[^}]*\}|<%.*?%>|~~+")
_BEGINS_A_FORMULA = re.compile(r"^[=+@|\-–\s]+")
_SIGNED = re.compile(r"[+\-–]\s?\d")
_PLAIN = re.compile(r"[A-Za-zÆØÅæøåÉéÔôÒòÄäÖö0-9 ,.%«»()?!-]*+")
"""Words that can hold nothing to take out, but «www.»: most of what a model sends."""
_MOST_ROUNDS = 4
"""How often text is unwrapped: what is left then (an entity in an entity in an entity) is words."""


def cleaned(text: str) -> str:
    """Words of the brief made fit for a goal's wording: no links, tags, addresses, template or emphasis marks."""
    text = _LINK.sub(r"\1", text)
    for pattern in (_TAG, _URL, _MARKS):
        text = pattern.sub(" ", text)
    text = _ANGLE.sub(" ", _ARROW.sub("→", text))
    return " ".join(text.split()).strip(" ,;:–-")


def tidy(text: str | None) -> str:
    """A model's words as words: composed, without control characters, half characters, links, markup or formulas."""
    if text and _PLAIN.fullmatch(text) and "www." not in text.lower():
        return " ".join(text.split()).strip(" ,-")
    whole = fold((text or "").encode("utf-8", "ignore").decode("utf-8")).text.translate(_FULL_WIDTH)
    for _ in range(_MOST_ROUNDS):
        before, whole = whole, cleaned(_CODE.sub(" ", html.unescape(whole) if _ENTITY.search(whole) else whole))
        if whole == before:
            break
    return _BEGINS_A_FORMULA.sub("", fold(whole).text)


def plain_pieces(text: str) -> list[str]:
    """The stretches of a text between links, tags, addresses, template and emphasis marks, the longest first."""
    marked = text.translate(_FULL_WIDTH)
    for pattern in (_LINK, _TAG, _URL, _CODE, _ENTITY, _MARKS, _ANGLE):
        marked = pattern.sub(lambda found: "\0" * len(found[0]), marked)
    pieces = re.findall(
        r"[^\0]+", "".join("\0" if mark == "\0" else char for mark, char in zip(marked, text, strict=True))
    )
    return sorted((piece.strip() for piece in pieces), key=len, reverse=True)


def tidy_value(text: str | None) -> str:
    """A value a model sent, tidied, with its sign: «-12»."""
    whole = (text or "").strip()
    plain = tidy(whole)
    return f"{whole[0]}{plain}" if _SIGNED.match(whole) and plain[:1].isdigit() else plain


def capitalised(text: str) -> str:
    """``text`` with a capital first letter."""
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """``text`` with a small first letter, unless it begins with an abbreviation."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


ANAPHORA = frozenset(
    "back tilbake attende dette det den de dem disse ho han hun ein this it that these they them tallet talet nivået målet the dei her denne desse disse these".split()
)
"""Words that point back to something said before, and name nothing themselves."""

LOOSE = frozenset(
    "som at når da og men eller hvis fordi dit her der dette det den de dei vi jeg eg me we i it this that they which who when if and but see ha have "
    "has had hadde se sjå ikke ikkje not samtidig dessuten også also denne disse desse slik så so then there where hva kva hvor kor på noe noko back "
    "innen innan before by ingen alle flere fleire færre mer meir mindre more fewer less no all everyone nobody til to å med with for".split()
)
"""Words that a metric cannot begin with, and that alone name nothing."""

_ARTICLES = frozenset(("de", "dei", "the", "det", "den"))
_SHORTEST_NAME = 3


def names_something(metric: str) -> bool:
    """Whether words name a thing that can be measured, and do not point at one named elsewhere."""
    written = re.findall(r"[^\W\d_]+", metric)
    words = [word.lower() for word in written]
    if not words or (words[0] in LOOSE and not (words[0] in _ARTICLES and len(words) > 1)):
        return False
    if any(len(word) > _SHORTEST_NAME and word not in LOOSE | ANAPHORA for word in words):
        return True
    return len(written[0]) == _SHORTEST_NAME and written[0].isupper()  # «NPS», «HMS»

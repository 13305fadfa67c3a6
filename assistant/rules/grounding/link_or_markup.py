"""A link, an HTML tag or Markdown in the text of an objective or a key result.

Why it hurts: text from outside may carry a link that leads somewhere else than it says, or markup that another program
acts on. An objective and a key result are words. Keep the address in a note beside the set.

Source: not the article; this guards against what pasted text and a language model bring along.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.rules.analysis import Context, Item, KeyResultItem
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text

_ELEMENTS = (
    "abbr|applet|article|aside|audio|base|bdo|big|blink|blockquote|body|br|button|canvas|center|code|del|details|div|dl|em|"
    "embed|fieldset|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|img|input|ins|kbd|label|li|link|main|"
    "mark|marquee|math|meta|nav|noscript|object|ol|option|param|picture|pre|samp|script|section|select|small|source|span|"
    "strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|track|tt|ul|var|"
    "video|wbr"
)
_MARKUP = re.compile(
    rf"""
    [a-z][a-z0-9+.-]{{1,15}}://\S+ | (?<![\w.])www\.\w\S+ | (?:mailto|vbscript):\S+ | data:\w+/\S+
    | javascript:(?:\S+|\s?\w+[.(=])
    | <(?:!--|!doctype|/[a-z][^<>]*>?|(?:[abipqsu]\s?/?|(?:{_ELEMENTS})(?:\s[^<>]*)?/?)>|[a-z][\w-]*[\s/][^<>]*=)
    | !?\[[^\]\n]{{0,300}}\]\((?:<[^<>]{{0,300}}>|[^\s()]{{1,300}})(?:\s+["'(][^)]{{0,300}})?\)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def check(item: Item, context: Context) -> Iterator[Finding]:
    """Look for an address or markup in the item's text, and in what is said of its owner and its source."""
    if found := _found_in(item.line.text):
        yield Finding("GND04", item.path, RULE.severity, {"markup": found[0]}, found.span())
        return
    source = item.key_result.data_source if isinstance(item, KeyResultItem) else None
    for said in (item.owner, source):
        if said and (found := _found_in(said)):
            yield Finding("GND04", item.path, RULE.severity, {"markup": found[0]})
            return


def _found_in(text: str) -> re.Match[str] | None:
    if not (":" in text or "<" in text or "](" in text or "www." in text.lower()):
        return None  # every address and every mark has one of these
    return _MARKUP.search(text)


RULE = Rule(
    code="GND04",
    name="link-or-markup",
    scope=Scope.ITEM,
    severity=Severity.ERROR,
    message=Text(
        nb="«{markup}» er en lenke eller kode, og hører ikke hjemme her.",
        nn="«{markup}» er ei lenkje eller kode, og høyrer ikkje heime her.",
        en="“{markup}” is a link or code, and does not belong here.",
    ),
    suggestion=Text(
        nb="Si det med ord, og legg lenken i et notat ved siden av.",
        nn="Sei det med ord, og legg lenkja i eit notat ved sida av.",
        en="Say it in words, and keep the link in a note beside the set.",
    ),
    bad=Examples(
        nb=(
            "Svartid ned fra 9 til 4 timer, se www.tall.example/svar",
            "Flere <b>fornøyde</b> kunder, fra 40 % til 60 %",
            "Mål 1: Kundene finner [svar selv](https://hjelp.example)",
        ),
        nn=(
            "Svartid ned frå 9 til 4 timar, sjå www.tal.example/svar",
            "Fleire <b>nøgde</b> kundar, frå 40 % til 60 %",
            "Mål 1: Kundane finn [svar sjølve](https://hjelp.example)",
        ),
        en=(
            "Time to answer down from 9 to 4 hours, see www.figures.example/answers",
            "More <b>happy</b> customers, from 40% to 60%",
            "Objective 1: Customers find [answers alone](https://help.example)",
        ),
    ),
    good=Examples(
        nb=(
            "Feilsendinger fra 9 % til <5 % av pakkene",
            "Kode i JavaScript: fra 70 % til 20 % av linjene",
            "Mål 1: Vi er der a < b gjelder [1]",
        ),
        nn=(
            "Feilsendingar frå 9 % til <5 % av pakkane",
            "Kode i JavaScript: frå 70 % til 20 % av linjene",
            "Mål 1: Vi er der a < b gjeld [1]",
        ),
        en=(
            "Misdirected parcels from 9% to <5% of all",
            "Code in JavaScript: from 70% to 20% of the lines",
            "Objective 1: We are where a < b holds [1]",
        ),
    ),
    check=check,
)

"""Words that can mean anything, in a line that nothing measures; in an objective, empty superlatives.

Why it hurts: «strengthen the dialogue» and «world-class» can be agreed on by everyone because each means their own
thing by them, and no one acts differently on Monday. Write what somebody outside will see. An objective may well say
«better» or «more visible»: that is a direction.

Source: the article's pitfall «unclear goals give no engagement».
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.language.lexicon import VerbKind
from assistant.language.line import Line
from assistant.rules.analysis import Context, Item, KeyResultItem
from assistant.rules.rereading import line_in_its_language, reread
from assistant.rules.rule import Examples, Finding, Rule, Scope, Severity, Text
from assistant.rules.start_needed import vague_words

_BETTERING = frozenset("forbedre forbetre utvikle improve".split())
"""Verbs of outcome that say no more than «better» when no value follows."""
_SIZES = frozenset("stor stort store små mange large larger big small smaller many større mindre unge".split())
"""After a preposition they say who or what is meant, and not how much."""
_ARTICLES = frozenset("a an the en et ei ein eit den det de dei".split())
_AMOUNTS = frozenset(
    "number share part proportion amount extent degree group andel del antall grad mengde gruppe tal mengd".split()
)
_SOMEBODY = frozenset("noen noe nokon noko".split())
_ABOUT_SOMEBODY = frozenset("selv sjølv sjølve å de dei vi me jeg eg han hun ho hen man ein".split())
"""After «noen» or «noko» with no noun: «gjort noe selv», «noko dei likar»."""
_AS_USUAL = ("continue", "fortsette", "fortsetje", "halde fram", "videreføre", "vidareføre")
"""Vague verbs that say «as before», which is another rule's question."""


def check(item: Item, context: Context) -> Iterator[Finding]:
    """Flag the first vague word of a key result without a measure, or the first buzzword of an objective."""
    line: Line | None = item.line
    if isinstance(item, KeyResultItem):
        if item.measuring.measured or reread(item).measured:
            return
        line = line_in_its_language(item)
        span = None if line is None else _vague_verb(line) or _vague_word(line)
    else:
        span = item.line.has("buzzwords")
    if span is not None:
        yield Finding("CLR04", item.path, RULE.severity, {"word": item.line.text[span[0] : span[1]]}, span)


def _vague_verb(line: Line) -> tuple[int, int] | None:
    head = line.head
    lemma = head.lemma or ""
    if lemma.startswith(_AS_USUAL):
        return None
    if head.kind is VerbKind.VAGUE or (head.form is not None and lemma in _BETTERING):
        return line.tokens.start(head.first), line.tokens.end(head.last)
    return None


def _vague_word(line: Line) -> tuple[int, int] | None:
    words = line.words
    found = vague_words(line.language).find(words)
    if found is None:
        return None
    first, size = found
    if first and " ".join(words[first - 1 : first + 1]) in line.lexicon.phrases("comparatives").entries:
        return None  # «more often»: a bare comparative, which lacks a value and no more
    if _says_which(line, first) or _is_somebody(line, first):
        return None
    return line.tokens.start(first), line.tokens.end(first + size - 1)


def _says_which(line: Line, at: int) -> bool:
    """«Flere henvendelser fra store kunder», «the time from idea to a small repair»: who or what, and not how much."""
    words = line.words
    if words[at] not in _SIZES or at + 1 == len(words) or words[at + 1] in _AMOUNTS:
        return False
    before = at - 2 if at > 1 and words[at - 1] in _ARTICLES else at - 1
    return before >= 0 and words[before] in line.lexicon.words("prepositions")


def _is_somebody(line: Line, at: int) -> bool:
    """«Lørdager noen må jobbe», «gjort noko sjølve»: somebody or something, whoever or whatever; not «noen kunder»."""
    words, lexicon = line.words, line.lexicon
    if words[at] not in _SOMEBODY:
        return False
    following = words[at + 1] if at + 1 < len(words) else "."
    return (
        not following[0].isalnum()
        or following in _ABOUT_SOMEBODY
        or any(following in lexicon.words(name) for name in ("modals", "finite_copulas", "subordinators"))
    )


RULE = Rule(
    code="CLR04",
    name="vague-words",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    message=Text(
        nb="«{word}» kan bety hva som helst, og ingenting i linja sier hva dere mener.",
        nn="«{word}» kan bety kva som helst, og ingenting i linja seier kva de meiner.",
        en="“{word}” can mean anything, and nothing in the line says what you mean.",
    ),
    suggestion=Text(
        nb="Hva vil folk utenfra legge merke til? Bytt ut «{word}» med hvem som gjør hva annerledes enn i dag.",
        nn="Kva vil folk utanfrå leggje merke til? Byt ut «{word}» med kven som gjer kva annleis enn i dag.",
        en="What would outsiders notice? Replace “{word}” with who does what differently from today.",
    ),
    bad=Examples(
        nb=("Styrke dialogen med hytteeierne", "Rutinene er hensiktsmessige", "Mål: Bli ledende på sømløs mobilitet"),
        nn=(
            "Styrkje dialogen med hytteeigarane",
            "Rutinane er føremålstenlege",
            "Mål: Bli leiande på saumlaus mobilitet",
        ),
        en=(
            "Strengthen cooperation with the boroughs",
            "Appropriate routines in every ward",
            "Objective: Become a world-class, holistic clinic",
        ),
    ),
    good=Examples(
        nb=(
            "Styrke dialogen: svar til hytteeierne innen 2 dager, mot 9 i dag",
            "Færre klager",
            "Bygget er godkjent som robust tilfluktsrom",
            "Mål: Bibliotekene er mer synlige der folk ferdes",
            "Antall netter noen må rykke ut, går ned",
            "Flere av gjestene har laget noe selv",
        ),
        nn=(
            "Styrkje dialogen: svar til hytteeigarane innan 2 dagar, mot 9 i dag",
            "Færre klager",
            "Gode vurderingar frå kundane opp frå 60 % til 75 %",
            "Mål: Biblioteka er meir synlege der folk ferdast",
            "Talet på netter nokon må rykkje ut, går ned",
            "Fleire av gjestene har laga noko sjølve",
        ),
        en=(
            "Improve communication: answers within 2 days, against 9 today",
            "Fewer complaints",
            "Good ratings from customers up from 60% to 75%",
            "Objective: The libraries are more visible where people go",
            "The time from a call to a small repair being done falls",
        ),
    ),
    check=check,
    silenced_by=("TSK01", "TSK02", "FOL05", "CLR11"),
)

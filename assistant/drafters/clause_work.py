"""Telling work to be done from goals, also where the verb is one nobody stored."""

from __future__ import annotations

from assistant.drafters.patterns import served
from assistant.drafters.shares import SHARE_OF
from assistant.language.lexicon import VerbForm, VerbKind
from assistant.language.line import Line
from assistant.language.numbers import Role
from assistant.okr import Language
from assistant.rules.work import read_work


def is_work(line: Line, goal: Line, subject: str | None, *, said: bool, ours: bool) -> bool:
    """Whether a clause is work to be done.

    Verbs of outcome are few and stored; a verb nobody stored, with «vi skal» before it and no change or comparison
    behind it, is work.

    Args:
        line: The clause.
        goal: Its words from the verb on.
        subject: Who or what shall, when it is another than «we».
        said: Whether the clause says that something shall be.
        ours: Whether it is «we» who shall.
    """
    if not said:
        return _is_planned(line)
    if subject is not None:
        return _is_done_by(subject, line, goal)
    if any(measure.unit == "%" or (measure.unit or "").startswith(("av ", "of ")) for measure in goal.measures):
        return False
    if read_work(goal) is not None or goal.words[:2] in (["få", "fram"], ["få", "frem"]):
        return True
    doing = goal.words[:1] and goal.words[0] in _DOING and goal.change.factor is None
    return bool(doing) or (ours and not _compares(goal) and _is_unknown_infinitive(goal))


_ROUTINE = frozenset(
    "rapportere levere registrere dokumentere måle behandle handsame sende kalle drive eie eige føre lese produsere betale kjøpe".split()
)
"""Verbs whose present passive tells how things are done: «avvik rapporteres til styret»."""


_I = frozenset(("jeg", "eg", "i"))


def _is_planned(line: Line) -> bool:
    """«Kundeklubben relanseres i september», «i høst åpner vi verksted»: told as done, and yet to be."""
    head = line.head
    if head.kind is VerbKind.TASK and head.form is VerbForm.PASSIVE:
        return head.lemma not in _ROUTINE
    if line.language is Language.EN or not line.dates or line.change.target is not None:
        return False
    ours = line.lexicon.words("own_subjects") - _I
    for at, word in enumerate(line.words):
        readings = line.lexicon.verbs.get(word)
        made = any(
            verb.form is VerbForm.PRESENT and (verb.kind is VerbKind.TASK or verb.lemma in _DOING) for verb in readings
        )
        if made and not ours.isdisjoint(line.words[max(0, at - 1) : at + 2]):
            return True
    return False


def _is_done_by(subject: str, line: Line, goal: Line) -> bool:
    if (
        SHARE_OF.match(subject)
        or goal.words[:1] in (["kunne"], ["kunna"])
        or any(measure.bound is not None for measure in goal.measures)
    ):
        return False
    renewed = goal.words[:1] == ["få"] and goal.words[1:2] != [] and goal.words[1] in goal.lexicon.words("new_words")
    if not served(line.language).search(subject) and (read_work(goal) is not None or renewed):
        return True
    work = read_work(line)
    return (
        (work is not None and not work.counted) or (not line.measures and _is_unknown_passive(goal)) or _is_opened(goal)
    )


def _is_opened(goal: Line) -> bool:
    words = goal.words
    return bool(words) and (
        words[0] in {"åpnes", "opnast", "gjenåpnes"} or (words[0] == "be" and words[1:2] in (["opened"], ["reopened"]))
    )


_DOING = frozenset(
    "delta bytte byte skifte åpne opne kjøpe skaffe reise investere flytte hente ansette tilsetje open buy move attend let seek join hire run".split()
)
"""Verbs that say an outcome of others («kundene kjøper») but work of one's own («vi skal kjøpe»)."""


def _compares(line: Line) -> bool:
    comparatives = line.lexicon.phrases("comparatives")
    change = line.change
    goal = change.target is not None and (change.target.role is Role.TARGET or change.target.bound is not None)
    changes = goal or change.baseline is not None or change.factor is not None
    return changes or any(word in comparatives for word in line.words)


def _is_unknown_infinitive(line: Line) -> bool:
    """Whether the clause opens with a verb that is not stored: «inspisere», «kalibrere»."""
    words = line.words
    if len(words) < 2 or not words[0].isalpha() or words[0] in _NO_VERBS:
        return False
    if any(not verb.particles for verb in line.lexicon.verbs.get(words[0])) or (
        line.head.first == 0 and line.head.lemma
    ):
        return False
    return line.language is Language.EN or words[0].endswith(("e", "a", "å"))


_NO_VERBS = frozenset(
    "ikke ikkje aldri not never alle all både both ned opp ut inn over under mer meir bare berre fortsatt fremdeles framleis være vere be also "
    "at ha the gjøre gjere gi gje la lat holde halde ta sørge syte bidra fordele make give let keep become stå vise lykkes lukkast".split()
)


def _is_unknown_passive(line: Line) -> bool:
    """Whether the words after «skal» are a passive of a verb that is not stored: «fases ut», «be reopened»."""
    words, verbs = line.words, line.lexicon.verbs
    if _compares(line) or not words:
        return False
    if line.language is Language.EN:
        return words[0] == "be" and len(words) > 1 and words[1].endswith("ed") and not verbs.get(words[1])
    return len(words[0]) > 4 and words[0].endswith(("es", "ast")) and not verbs.get(words[0])

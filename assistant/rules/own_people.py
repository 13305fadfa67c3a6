"""Telling the organisation's own people and units: the words that the rules on involvement and attendance share."""

from __future__ import annotations

_WHOLE = frozenset(
    "ansatt ansatte nyansatte medarbeider medarbeidere medarbeiderne leder ledere lederne leiar leiarar leiarane tilsett "
    "tilsette nytilsette medarbeidar medarbeidarar medarbeidarane avdelinger avdelingene avdelingar avdelingane enheter "
    "enhetene einingar einingane seksjoner seksjonene seksjonar seksjonane teamene teama lærere lærerne lærarar "
    "lærarane selgere selgerne seljarar seljarane rådgivere rådgiverne rådgjevarar rådgjevarane saksbehandlere "
    "saksbehandlerne sakshandsamarar sakshandsamarane saksbehandlarar saksbehandlarane konsulenter konsulentene "
    "konsulentar konsulentane sykepleiere sykepleierne sjukepleiarar sjukepleiarane leger legene legar legane montører "
    "montørene montørar montørane sjåfører sjåførene sjåførar sjåførane utviklere utviklerne utviklarar utviklarane "
    "vakter vaktene vaktar vaktane rektorer rektorene rektorar rektorane kolleger kollegene kollegaer kollegaene "
    "kollegaar kollegaane mellomledere mellomlederne mellomleiarar mellomleiarane vikarer vikarene vikarar vikarane "
    "personalet personellet stab staben frivillige "
    "employee employees staff manager managers leader leaders supervisor supervisors worker workers colleague colleagues "
    "departments units teams teachers nurses doctors advisers advisors consultants salespeople drivers engineers "
    "developers caseworkers clinicians personnel volunteers "
    "department unit team".split()
)
_ENDS = (
    "ansatte", "tilsette", "medarbeidere", "medarbeiderne", "medarbeidarar", "medarbeidarane", "ledere", "lederne",
    "leiarar", "leiarane", "leder", "leiar", "sjefer", "sjefene", "sjefar", "sjefane", "avdelingene", "avdelingane",
    "avdelinger", "avdelingar", "avdelingen", "avdelinga", "enhetene", "einingane", "seksjonene", "seksjonane", "teamene",
    "rådgivere", "rådgiverne", "konsulenter", "konsulentene", "behandlere", "behandlerne", "arbeidere", "arbeiderne",
    "arbeidarar", "arbeidarane", "direktører", "direktørene", "direktørar", "direktørane", "selgere", "selgerne",
    "lærere", "lærerne", "lærarar", "lærarane", "pleiere", "pleierne", "pleiarar", "pleiarane",
)  # fmt: skip
"""How compounds for them end: «avdelingslederne», «nyansatte», «økonomiavdelingen»."""
_SHORTEST = 7
_OWN_UNIT = frozenset("avdelingen avdelinga enheten eininga seksjonen teamet".split())
"""Whose set it is may well be called so: what «the department will» do is «we will»."""


def is_own_people(word: str) -> bool:
    """Whether a word in lower case names the organisation's own people or units: «ansatte», «avdelingslederne»."""
    if word in _WHOLE:
        return True
    return len(word) >= _SHORTEST and word.endswith(_ENDS) and word not in _OWN_UNIT

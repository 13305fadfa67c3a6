"""What a meeting decided: votes behind a decision, and proposals that were turned down."""

from __future__ import annotations

import re

_COUNT = r"(?P<pro>\d{1,4})\s*(?:(?:stemmer|røyster|røyster|votes)\s+)?(?:mot|against|to|for,)\s+(?P<con>\d{1,4})(?:\s+(?:stemmer|røyster|votes|against|mot))?"
_WHOLE = re.compile(
    rf"^\W*(?:(?:vedtatt|vedteke|vedtatt|carried|adopted|passed|agreed|falt|fall|lost|defeated|avvist|nedstemt|nedrøysta|rejected)\W+)?"
    rf"(?:(?:med|with|by)\s+)?(?:{_COUNT}|(?P<all>samrøystes|samstemt|enstemmig|einstemmig|einrøystes|unanimous(?:ly)?|carried|nem(?:ine)?\.?\s+con\.?))\W*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf"\(\s*{_COUNT}\s*\)\W*$", re.IGNORECASE)
_PROPOSAL = r"(?:\w*forslag\w*|\w*framlegg\w*|foreslått|føreslege|innspill\w*|innspel\w*|ide(?:en|ane|ene)|idé(?:en|ane|ene)?|proposals?|proposed|motions?|suggestions?|ideas?|amendments?|requests?)"
_TURNED_DOWN = (
    r"(?:(?:ble|blei|vart|er|var|men|was|were|is|but)\s+(?:\w+\s+){0,2}?(?:nedstemt|nedrøysta|røysta\s+ned|stemt\s+ned|avvist|vist\s+bort|forkastet|forkasta|avslått|avslege"
    r"|rejected|voted\s+down|turned\s+down|defeated|dismissed|withdrawn|trukket|trekt|not\s+(?:carried|adopted|supported|agreed|approved)|(?:ikke|ikkje)\s+(?:vedtatt|vedteke|vedteken))\b"
    r"|(?:fikk|fekk)\s+(?:ikke|ikkje)\s+(?:fleirtal|flertall|støtte|stønad|tilslutning|tilslutnad|gjennomslag|gjennomslag)\b"
    r"|(?:did\s+not|didn't|failed\s+to)\s+(?:pass|carry|win|get|gain|find)\b|(?:falt|fall|fell|failed|lost)\s*(?:\([^)]*\)\s*)?[.!]?\s*$)"
)
_TURNED_DOWN_PROPOSAL = re.compile(rf"\b{_PROPOSAL}\b.{{0,160}}?\b{_TURNED_DOWN}", re.IGNORECASE)
_INSTEAD = re.compile(r"\b(?:i\s+stedet|i\s+staden|heller|instead|skal|shall|will)\b", re.IGNORECASE)


def read_vote(text: str) -> bool | None:
    """What a sentence that is only a vote («(4 mot 1)», «Samrøystes.») decided, or ``None`` where it is none.

    Returns:
        Whether the decision before it was carried.
    """
    found = _WHOLE.match(text)
    if found is None:
        return None
    return found["all"] is not None or int(found["pro"]) > int(found["con"])


def is_turned_down(text: str) -> bool:
    """Whether a sentence tells of a proposal that was turned down, and of nothing that is to be instead."""
    voted = _BEHIND.search(text)
    if voted is not None and int(voted["pro"]) < int(voted["con"]):
        return True
    found = _TURNED_DOWN_PROPOSAL.search(text)
    return found is not None and _INSTEAD.search(text, found.end()) is None

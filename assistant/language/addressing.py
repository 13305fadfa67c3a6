"""Words that are no goals: what speaks to the assistant, and what the brief says is not for now."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from assistant.language.wishes import is_wish

_TO_THE_ASSISTANT = r"""
    \b(?:ignor\w+|glem|gløym|overse\w*|oversjå\w*|sjå\ bort|se\ bort|disregard|forget|override)\b.{0,40}
        \b(?:instruks\w*|instruksjon\w*|beskjed\w*|prompt\w*|instructions?|regl\w+|rules?|above|tidligere|tidlegare|previous|over|ovenfor)\b
    | ^\W*(?:som|as)\s+(?:en?\s+|ein\s+|an?\s+)?(?:ai|ki|kunstig\s+intelligens|språkmodell|language\s+model|chatbot|llm)\b
    | \b(?:du|deg|you)\b[^.!?]{0,60}\b(?:som|as)\s+(?:en?\s+|ein\s+|an?\s+)?(?:ai|ki|kunstig\s+intelligens|språkmodell|language\s+model|assistent|assistant|chatbot|llm)\b
    | \b(?:som|as)\s+(?:en?\s+|ein\s+|an?\s+)?(?:ai|ki|språkmodell|language\s+model|assistent|assistant|chatbot|llm)\b\W+(?:(?:skal|må|bør|kan|should|must|shall|can)\s+)?(?:du|you)\b
    | \b(?:du\s+er|you\s+are|act\s+as|opptre\s+som|lat\s+som)\s+(?:nå\s+|no\s+|now\s+)?(?:en?|ein|an?|the)?\s*[^,.;!?]{0,20}\b(?:assistent\w*|assistant|ai|ki|(?:språk)?modell\w*|model|bot|dan)\b
    | \b(?:legg|add|skriv|write|returner|return|output|svar|respond|answer|reply|generate|generer|lag|create|include|inkluder|ta\s+med|print|list)\b
        .{0,40}\b(?:følgende|fylgjande|følgjande|the\s+following|this|dette)\s+(?:mål\w*|objectives?|goals?|nøkkelresultat\w*|key\s+results?|tekst\w*|text|json|svar|response)
    | \b(?:legg\s+til|før\s+opp|føre\s+opp|add|include|inkluder)\s+(?:an?\s+|the\s+|et\s+|eit\s+)?(?:new\s+|nytt\s+|ekstra\s+|extra\s+)?(?:mål(?:et)?\b|objectives?\b|goals?\b|nøkkelresultat\w*|key\s+results?)
    | \b(?:please|vennligst|venlegst|ver\s+(?:så\s+)?venleg|vær\s+(?:så\s+)?snill|gjerne|also|også|òg|nice)\b.{0,60}\b(?:add|ad|adding|include|includes|included|list|lists|listed|mention\w*|put|ta|tar|tek|tok|føre|fører|legge|leggje|nevne|nemne|skrive|skriv)\b.{0,40}\b(?:goals?|objectives?|targets?|key\s+results?|(?:et|eit|som)\s+mål|målet|nøkkelresultat\w*)\b
    | \b(?:summary|draft|okrs?|oppsummering\w*|utkast\w*|samandrag\w*|sammendrag\w*)\b.{0,40}\b(?:include\w*|list\w*|mention\w*|add\w*|contain\w*|inneholde\w*|innehalde\w*|nevne|nemne|ta(?:r)?\s+med|få\s+med)\b.{0,40}\b(?:goals?|objectives?|targets?|mål\w*|nøkkelresultat\w*)\b
    | \b(?:som|that|who|which)\s+(?:oppsummerer|oppsummerar|summari[sz]es?|lager|lagar)\s+(?:dette|this|mål\w*|okr\w*)
    | \b(?:system\s*prompt\w*|systemprompt\w*|systeminstruks\w*|system\s*(?:message|melding\w*)|jailbreak\w*|developer\s+mode)\b
    | ^\W*(?:system|assistant|assistent|developer)\s*[:>\]]
    | ^\W*(?:user|bruker|human)\s*[:>\]]\s*(?:\S+\s+){0,6}?(?:ignor\w+|glem|gløym|forget|disregard|write|skriv|add|legg|lag|create|generate|output|print|you|du)\b
    | (?:^|[.!?:]\s+)\W*(?:claude|chatgpt|copilot|gemini|(?:ki|ai)-?modell\w*)\s*[,:] | \btil\s+deg\s+som\s+(?:lager|skriver|lagar|skriv)\b.{0,20}\bokr | \b(?:you\s+must\s+output|the\s+ai\s+reading)\b
    | <\|.{1,40}\|> | \[/?(?:inst|sys|system)\] | <</?sys>> | </?(?:system|assistant|user|instructions?|prompt)>
    | \b(?:til|to|kjære|dear|hei|hello|note\s+to|beskjed\s+til|melding\s+til)\s+(?:the\s+|deg\s+som\s+)?(?:ai|ki|språkmodell\w*|language\s+model|assistent(?:en)?|assistant|okr-assist\w*|chatbot\w*|llm|verktøyet|robot\w*)\b
    | \b(?:ai|ki|språkmodell(?:en)?|assistenten|assistant|language\s+model|verktøyet|chatgpt|modellen)\s*[,:]\s*(?:nå\s+|no\s+|please\s+)?(?:skriv|write|legg|add|svar|answer|ignorer|ignore|sett|set|returner|return|alltid|always|godkjenn|approve)\b
    | \b(?:ai|ki|(?:ki-)?(?:språk)?modell(?:en)?|ki-en|assistenten|assistant|(?:language\s+)?model|verktøyet|the\s+tool|chatgpt)\s+(?:skal|må|should|must|shall|bør|will)\s+(?:nå\s+|now\s+|også\s+|also\s+|alltid\s+|always\s+)*
        (?:skriv|skrive|write|legg|legge|leggje|add|svar|svare|answer|ignorer|ignorere|ignore|sett|sette|setje|set|returner|returnere|return|alltid|always|godkjenn|godkjenne|approve|mark|marker|markere|ta|include|lag|lage|create)\b(?!\s+til\s+rette)[^.!?]{0,60}?\b(?:mål|målet|nøkkelresultat\w*|okr\w*|utkast\w*|sett|settet|funn\w*|merknad\w*|instruks\w*|prompt\w*|regl\w+|alt|ja|objectives?|goals?|key\s+results?|drafts?|this|findings?|remarks?|instructions?|rules?|everything|yes|ready|klar\w*|dette|følgende|følgjande|tekst\w*|text|json)\b
    | \b(?:ai|ki|assistent\w*|(?:språk)?modell\w*|robot\w*|assistant|model)(?:-en)?\s+(?:som|that|who|which)\s+(?:leser|les|skriver|skriv|lager|lagar|reads?|writes?|drafts?)\b
    | \b(?:til|to)\s+(?:deg|dykk|dere|you)\s+(?:som|who)\s+(?:er|are|leser|les|reads?|skriver|skriv|writes?|lager|lagar)\b.{0,30}\b(?:ki|ai|assist\w+|(?:ki-|ai-)?(?:assist\w+|modell\w*|model)|språkmodell\w*|okr\w*|llm|chatbot)\b
    | \b(?:du|you)\s+(?:skal|må|bør|should|must|shall|are\s+to|will)\s+(?:\w+\s+){0,2}?(?:legge|leggje|skrive|lage|ta|add|write|include|create|output)\b.{0,40}\b(?:mål|nøkkelresultat\w*|objectives?|goals?|key\s+results?)\b
    | \b(?:mark|marker|godkjenn|approve|sett)\b.{0,30}\b(?:as|som)\s+(?:ready|klar\b|godkjent|approved|clear)\b
    | \b(?:do\s+not|don't|ikke|ikkje)\s+(?:check|report|flag|sjekk\w*|rapporter|vis|show)\b.{0,30}\b(?:findings?|funn\w*|errors?|feil|warnings?|advarsl\w*|rules?|regl\w*)
    """

_NOT_NOW = r"""
    \b(?:ikke|ikkje)\s+(?:nå|no)\b | \bnot\s+now\b
    | \b(?:ikke|ikkje|ingen|inga)\b.{0,60}\b(?:i\s+år|dette\s+året|i\s+denne\s+perioden|denne\s+perioden|i\s+perioden|dette\s+(?:tertialet|kvartalet|halvåret)|nå|i\s+denne\s+omgang|i\s+denne\s+omgangen|no)\b(?!\s+(?:er|skal))
    | \b(?:skal|vil|kjem|kommer)\s+(?:vi\s+)?(?:ikke|ikkje|ingen|inga|verken|korkje)\b(?!\s+(?:bare|berre|lenger|lengre|(?:være|vere)\s+(?:avhengig|nødvendig|naudsynt|mer|meir|fler|fleir|høyere|høgare|lavere|lågare|over|under|eldre|len|stør)|forekomme|førekome|skje|finnes|finnast|kunne|trenge|trengje|måtte|merke|ha\s+(?:mer|fler|meir|fleir|én|ein|en|noen|nokon|nokre)|overstige|overskride|overskrida|falle|gå\s+på\s+bekostning|vente))
    | \b(?:skal|vil)\s+(?:verken|korkje)\b | \bvi\s+(?:åpner|opnar|starter|startar|prioriterer|satser|satsar|går|bygger|byggjer)\s+(?:ikke|ikkje|ingen|inga)\b
    | \b(?:må|får|kan)\s+vente\b | \bvent(?:er|ar)\s+(?:til|med)\b | \b(?:er\s+)?(?:utsatt|utsett|lagt\s+på\s+is|nedprioriter\w+)\b | \butsettes\b | \bblir\s+utsatt\b
    | \bblir\s+ikke\s+prioritert\b | \bprioriteres\s+ikke\b | \b(?:ligger|ligg|er|faller|fell|havner|hamnar)\s+(?:utenfor|utanfor)\b(?=\s*[.,;:]?\s*$|\s+(?:\w+\s+){0,3}(?:omfang\w*|\w*plan\w*|period\w*|strategi\w*|mandat\w*|ramme\w*|prioritering\w*|satsing\w*|tertial\w*|kvartal\w*|halvår\w*|år\w*)\b)
    | \bthere\s+(?:is|will)\s+(?:to\s+)?be\s+no\b | \b(?:det\s+)?(?:blir|vert)\s+(?:ingen|inga|ikke|ikkje)\b(?=.{0,40}\bi\s+(?:år|20\d\d|perioden)) | \bout\s+of\s+scope\b | \bnot\s+(?:in\s+scope|this\s+(?:year|quarter|period)|planned|a\s+priority)\b | \bno\s+(?:new\s+)?\w+(?:\s\w+){0,4}\s+(?:this\s+(?:year|quarter|period)|in\s+20\d\d)\b
    | \b(?:will|do|shall)\s+not\b(?!\s+(?:only|just|have\s+to|need|exceed|fall|drop|notice))
    | \b(?:leave|leaving)\s+(?:\w+\s+){1,5}?(?:alone|as\s+(?:it\s+is|they\s+are))\b | \b(?:lar|la|lèt|lat|late)\s+(?:\w+\s+){1,5}?(?:i\s+fred|i\s+ro|stå\s+som\s+(?:det|den|de|dei)\s+(?:er|står))\b
    | \b(?:utenfor|utanfor)\s+omfang | ^(?:det\s+|dette\s+)?(?:vi\s+)?(?:ikke|ikkje)\s+skal\b | \b(?:det|dette)\s+vi\s+(?:ikke|ikkje)\s+skal\b
    | \bvi\s+skal\s+aldri\b | \bskal\s+vi\s+aldri\b | \bwe\s+will\s+never\b | \b(?:la|lat|late)\s+(?:være|vere)\s+å\b | \brefrain\s+from\b | ^~~
    | \bwon't\b | \b(?:is|are|been)\s+(?:postponed|parked|on\s+hold|deferred)\b | \bmust\s+wait\b | \bcan\s+wait\b | \bparked\s+(?:until|for)\b | \bwaits\s+(?:until|till)\b | \bwe\s+are\s+not\s+(?:prioriti|open|launch|enter|start|invest|build|expand|pursu|plan|add)\w*ing\b
    """


class _Found(NamedTuple):
    """Where something is said, in characters of the whole text."""

    first: int
    last: int


_WINDOW, _STEP = 2_000, 1_800
"""How much of a long sentence is looked at at once: windows overlap, so that nothing hides behind length."""


_BACK = 40


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The two long patterns cost as much as reading a set, and only briefs ask for them."""
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


def _finds(pattern: str, text: str) -> Iterator[_Found]:
    """Where a pattern is found, window by window."""
    for at in range(0, max(len(text) - _WINDOW + _STEP, 1), _STEP):
        for found in _compiled(pattern).finditer(text[at : at + _WINDOW]):
            yield _Found(at + found.start(), at + found.end())


_LOOK_ALIKES = str.maketrans("аеорсухіѕԁјАЕОРСХІЅ", "aeopcyxisdjAEOPCXIS")
"""Cyrillic letters that look like Latin ones: «Ignоrer» with a Cyrillic о is «Ignorer»."""


_NOT_TO = re.compile(
    r"\b(?:not|never|aldri|ikke|ikkje|n't|slippe\s+å|sleppe\s+å|(?:not|n't|never)\s+have\s+to)\s+$|\b(?:ingen|inga|nobody|no\s+one|none)\s+(?:\w+\s+){1,3}$",
    re.IGNORECASE,
)
"""Before «ignore»: what nobody shall do is no order to the assistant."""


def speaks_to_the_assistant(text: str) -> bool:
    """Whether a sentence speaks to the assistant («ignorer instruksene», «add the following objective»)."""
    plain = unicodedata.normalize("NFKC", text).translate(_LOOK_ALIKES)
    return any(
        _NOT_TO.search(plain[max(found.first - _BACK, 0) : found.first]) is None
        for found in _finds(_TO_THE_ASSISTANT, plain)
    )


_HEADS_NOT_NOW = re.compile(
    r"^\W*(?:(?:ikke|ikkje|not)\s+(?:nå|no|now|i\s+år|i\s+denne|this|in\s+scope|for\s+now|prioritert|planlagt|planned)|out\s+of\s+scope|(?:utenfor|utanfor)\s+(?:omfang|planen)"
    r"|nedprioriter\w+|utsatt|utsett|det\s+vi\s+(?:ikke|ikkje)|vi\s+skal\s+(?:ikke|ikkje)|dette\s+(?:venter|ventar|må\s+vente)|what\s+we\s+(?:will|do|shall)\s+not|parked|postponed)\b",
    re.IGNORECASE,
)


def heads_what_is_ruled_out(heading: str) -> bool:
    """Whether a heading says that all below it is not for this period («Ikke i år», «Out of scope»)."""
    return _HEADS_NOT_NOW.search(heading) is not None


def rules_out(text: str) -> bool:
    """Whether a sentence says that something is not for this period («ikke i år», «må vente», «out of scope»).

    What must not happen to people («ingen skal vente», «we will not accept violence») is a goal, and how it is today
    («pasientene må vente 71 dager») a complaint.
    """
    return any(not is_wish(text, found.first, found.last) for found in _finds(_NOT_NOW, text))

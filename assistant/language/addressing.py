"""Words that are no goals: what speaks to the assistant, and what the brief says is not for now."""

from __future__ import annotations

import re
import unicodedata

_TO_THE_ASSISTANT = re.compile(
    r"""
    \b(?:ignor\w+|glem|gløym|overse\w*|oversjå\w*|sjå\ bort|se\ bort|disregard|forget|override)\b.{0,40}
        \b(?:instruks\w*|instruksjon\w*|beskjed\w*|prompt\w*|instructions?|regl\w+|rules?|above|tidligere|tidlegare|previous|over|ovenfor)\b
    | \b(?:som|as)\s+(?:en?\s+|ein\s+|an?\s+)?(?:ai|ki|kunstig\s+intelligens|språkmodell|language\s+model|assistent|assistant|chatbot|llm)\b
    | \b(?:du\s+er|you\s+are|act\s+as|opptre\s+som|lat\s+som)\s+(?:nå\s+|no\s+|now\s+)?(?:en?|ein|an?|the)?\s*.{0,20}\b(?:assistent\w*|assistant|ai|ki|modell\w*|model|bot|dan)\b
    | \b(?:legg|add|skriv|write|returner|return|output|svar|respond|answer|reply|generate|generer|lag|create|include|inkluder|ta\s+med|print|list)\b
        .{0,40}\b(?:følgende|fylgjande|følgjande|the\s+following|this|dette)\s+(?:mål\w*|objectives?|goals?|nøkkelresultat\w*|key\s+results?|tekst\w*|text|json|svar|response)
    | \b(?:legg\s+til|add|include|inkluder)\s+(?:an?\s+|et\s+|eit\s+)?(?:new\s+|nytt\s+|ekstra\s+|extra\s+)?(?:mål\b|objectives?\b|nøkkelresultat\w*|key\s+results?)
    | \b(?:system\s*prompt\w*|systemprompt\w*|systeminstruks\w*|system\s*(?:message|melding\w*)|jailbreak\w*|developer\s+mode)\b
    | ^\W*(?:system|assistant|assistent|user|bruker|human|developer)\s*[:>\]]
    | \b(?:claude|chatgpt|copilot|gemini|(?:ki|ai)-?modell\w*)\s*[,:] | \btil\s+deg\s+som\s+(?:lager|skriver|lagar|skriv)\b.{0,20}\bokr | \b(?:you\s+must\s+output|the\s+ai\s+reading)\b
    | <\|.{1,40}\|> | \[/?(?:inst|sys|system)\] | <</?sys>> | </?(?:system|assistant|user|instructions?|prompt)>
    | \b(?:til|to|kjære|dear|hei|hello|note\s+to|beskjed\s+til|melding\s+til)\s+(?:the\s+|deg\s+som\s+)?(?:ai|ki|språkmodell\w*|language\s+model|assistent(?:en)?|assistant|okr-assist\w*|chatbot\w*|llm|verktøyet|robot\w*)\b
    | \b(?:ai|ki|språkmodell(?:en)?|assistenten|assistant|language\s+model|verktøyet|chatgpt|modellen)\s*(?:,|:|skal|må|should|must|bør)\s+(?:nå\s+)?(?:skriv\w*|write|legg\w*|add|svar\w*|answer|ignor\w*|sett\w*|set|returner\w*|return|alltid|always|godkjenn\w*|approve)
    | \b(?:mark|marker|godkjenn|approve|sett)\b.{0,30}\b(?:as|som)\s+(?:ready|klar\b|godkjent|approved|clear)\b
    | \b(?:do\s+not|don't|ikke|ikkje)\s+(?:check|report|flag|sjekk\w*|rapporter|vis|show)\b.{0,30}\b(?:findings?|funn\w*|errors?|feil|warnings?|advarsl\w*|rules?|regl\w*)
    """,
    re.IGNORECASE | re.VERBOSE,
)

_NOT_NOW = re.compile(
    r"""
    \b(?:ikke|ikkje)\s+(?:nå|no)\b | \bnot\s+now\b
    | \b(?:ikke|ikkje|ingen|inga)\b.{0,60}\b(?:i\s+år|dette\s+året|i\s+denne\s+perioden|denne\s+perioden|i\s+perioden|dette\s+(?:tertialet|kvartalet|halvåret)|nå|i\s+denne\s+omgang|i\s+denne\s+omgangen|no)\b(?!\s+(?:er|skal))
    | \b(?:skal|vil|kjem|kommer)\s+(?:vi\s+)?(?:ikke|ikkje|ingen|inga|verken|korkje)\b(?!\s+(?:bare|berre|lenger|lengre|(?:være|vere)\s+(?:avhengig|nødvendig|naudsynt|mer|meir|fler|fleir|høyere|høgare|lavere|lågare|over|under|eldre|len|stør)|forekomme|førekome|skje|finnes|finnast|kunne|trenge|trengje|måtte|merke|ha\s+(?:mer|fler|meir|fleir|én|ein|en|noen|nokon|nokre)|overstige|overskride|overskrida|falle|gå\s+på\s+bekostning|vente))
    | \b(?:skal|vil)\s+(?:verken|korkje)\b | \bvi\s+(?:åpner|opnar|starter|startar|prioriterer|satser|satsar|går|bygger|byggjer)\s+(?:ikke|ikkje|ingen|inga)\b
    | \b(?:må|får|kan)\s+vente\b | \bventer\s+(?:til|med)\b | \b(?:er\s+)?(?:utsatt|utsett|lagt\s+på\s+is|nedprioriter\w+)\b | \butsettes\b | \bblir\s+utsatt\b
    | \bblir\s+ikke\s+prioritert\b | \bprioriteres\s+ikke\b | \bligger\s+utenfor\b | \bligg\s+utanfor\b | \ber\s+(?:utenfor|utanfor)\b
    | \bthere\s+(?:is|will)\s+(?:to\s+)?be\s+no\b | \b(?:det\s+)?(?:blir|vert)\s+(?:ingen|inga|ikke|ikkje)\b(?=.{0,40}\bi\s+(?:år|20\d\d|perioden)) | \bout\s+of\s+scope\b | \bnot\s+(?:in\s+scope|this\s+(?:year|quarter|period)|planned|a\s+priority)\b | \bno\s+(?:new\s+)?\w+(?:\s\w+){0,4}\s+(?:this\s+(?:year|quarter|period)|in\s+20\d\d)\b
    | \b(?:will|do|shall)\s+not\b(?!\s+(?:only|just|have\s+to|need|exceed|fall|drop|notice))
    | \b(?:utenfor|utanfor)\s+omfang | ^(?:det\s+|dette\s+)?(?:vi\s+)?(?:ikke|ikkje)\s+skal\b | \b(?:det|dette)\s+vi\s+(?:ikke|ikkje)\s+skal\b
    | \bvi\s+skal\s+aldri\b | \bskal\s+vi\s+aldri\b | \bwe\s+will\s+never\b | \b(?:la|lat|late)\s+(?:være|vere)\s+å\b | \brefrain\s+from\b | ^~~
    | \bwon't\b | \b(?:is|are|been)\s+(?:postponed|parked|on\s+hold|deferred)\b | \bmust\s+wait\b | \bcan\s+wait\b | \bparked\s+(?:until|for)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_WINDOW, _STEP = 2_000, 1_800
"""How much of a long sentence is looked at at once: windows overlap, so that nothing hides behind length."""


def _says(pattern: re.Pattern[str], text: str) -> bool:
    return any(pattern.search(text[at : at + _WINDOW]) for at in range(0, max(len(text) - _WINDOW + _STEP, 1), _STEP))


_LOOK_ALIKES = str.maketrans("аеорсухіѕԁјАЕОРСХІЅ", "aeopcyxisdjAEOPCXIS")
"""Cyrillic letters that look like Latin ones: «Ignоrer» with a Cyrillic о is «Ignorer»."""


def speaks_to_the_assistant(text: str) -> bool:
    """Whether a sentence speaks to the assistant («ignorer instruksene», «add the following objective»)."""
    return _says(_TO_THE_ASSISTANT, unicodedata.normalize("NFKC", text).translate(_LOOK_ALIKES))


_HEADS_NOT_NOW = re.compile(
    r"^\W*(?:(?:ikke|ikkje|not)\s+(?:nå|no|now|i\s+år|i\s+denne|this|in\s+scope|for\s+now|prioritert|planlagt|planned)|out\s+of\s+scope|(?:utenfor|utanfor)\s+(?:omfang|planen)"
    r"|nedprioriter\w+|utsatt|utsett|det\s+vi\s+(?:ikke|ikkje)|vi\s+skal\s+(?:ikke|ikkje)|dette\s+(?:venter|ventar|må\s+vente)|what\s+we\s+(?:will|do|shall)\s+not|parked|postponed)\b",
    re.IGNORECASE,
)


def heads_what_is_ruled_out(heading: str) -> bool:
    """Whether a heading says that all below it is not for this period («Ikke i år», «Out of scope»)."""
    return _HEADS_NOT_NOW.search(heading) is not None


def rules_out(text: str) -> bool:
    """Whether a sentence says that something is not for this period («ikke i år», «må vente», «out of scope»)."""
    return _says(_NOT_NOW, text)

"""What the extractive drafter says in its own words: questions, notes and the small words between values."""

from __future__ import annotations

from assistant.okr import Language
from assistant.rules.rule import Text

FROM = Text(nb="fra", nn="frå", en="from")
TO = Text(nb="til", nn="til", en="to")
BY = Text(nb="innen", nn="innan", en="by")
TOWARDS = Text(nb="på vei mot", nn="på veg mot", en="on the way to")
OVER = Text(nb="over", nn="over", en="above")
UNDER = Text(nb="under", nn="under", en="below")
AT_LEAST = Text(nb="minst", nn="minst", en="at least")
AT_MOST = Text(nb="høyst", nn="høgst", en="at most")
SHARE_THAT = Text(nb="Andel av {who} som {does}", nn="Delen av {who} som {does}", en="Share of {who} that {does}")
SHARE_WHO = Text(nb="Andel av {who} som {does}", nn="Delen av {who} som {does}", en="Share of {who} who {does}")
SHARE_OF = Text(nb="Andel av {who}", nn="Delen av {who}", en="Share of {who}")
NUMBER_OF = Text(nb="Antall", nn="Talet på", en="Number of")
TIME = Text(nb="Tiden", nn="Tida", en="Time")
THOSE_WHO = Text(nb="{who} som {does}", nn="{who} som {does}", en="{who} who {does}")
VISION = Text(nb="Visjonen: «{quote}»", nn="Visjonen: «{quote}»", en="The vision: “{quote}”")
MISSION = Text(nb="Oppdraget: «{quote}»", nn="Oppdraget: «{quote}»", en="The mission: “{quote}”")

ASK_BASELINE = Text(
    nb="Hva er «{metric}» i dag?",
    nn="Kva er «{metric}» i dag?",
    en="What is “{metric}” today?",
)
ASK_VALUES = Text(
    nb="Hva er «{metric}» i dag, og hvor skal det være ved periodens slutt?",
    nn="Kva er «{metric}» i dag, og kvar skal det vere når perioden er slutt?",
    en="Where is “{metric}” today, and where should it be at the end of the period?",
)
ASK_VALUES_DOWN = Text(
    nb="Hva er «{metric}» i dag, og hvor langt skal vi ned?",
    nn="Kva er «{metric}» i dag, og kor langt skal vi ned?",
    en="What is “{metric}” today, and how far down should it go?",
)
ASK_VALUES_UP = Text(
    nb="Hva er «{metric}» i dag, og hvor langt skal vi opp?",
    nn="Kva er «{metric}» i dag, og kor langt skal vi opp?",
    en="What is “{metric}” today, and how far up should it go?",
)
ASK_MEASURE = Text(
    nb="Hva skal vi måle for å se at dette lykkes: «{priority}»? Hva er verdien i dag, og hvor skal den være?",
    nn="Kva skal vi måle for å sjå at dette lukkast: «{priority}»? Kva er verdien i dag, og kvar skal han vere?",
    en="What should we measure to see that this succeeds: “{priority}”? What is the value today, and where should it be?",
)
ASK_PERIOD_TARGET = Text(
    nb="Teksten setter {goal} som mål etter perioden. Hvor langt skal «{metric}» komme innen {end}?",
    nn="Teksten set {goal} som mål etter perioden. Kor langt skal «{metric}» kome innan {end}?",
    en="The text sets {goal} as a goal for after the period. How far should “{metric}” come by {end}?",
)
ASK_PERIOD_VALUES = Text(
    nb="Teksten setter {goal} som mål etter perioden. Hva er «{metric}» i dag, og hvor langt skal det komme innen {end}?",
    nn="Teksten set {goal} som mål etter perioden. Kva er «{metric}» i dag, og kor langt skal det kome innan {end}?",
    en="The text sets {goal} as a goal for after the period. What is “{metric}” today, and how far should it come by {end}?",
)
ASK_WHICH_VALUE = Text(
    nb="Teksten oppgir både {values} for «{metric}». Hvilket tall gjelder?",
    nn="Teksten oppgir både {values} for «{metric}». Kva tal gjeld?",
    en="The text gives both {values} for “{metric}”. Which figure holds?",
)
ASK_OWNER = Text(
    nb="Hvem eier målet «{objective}»? Teksten peker ikke ut noen.",
    nn="Kven eig målet «{objective}»? Teksten peikar ikkje ut nokon.",
    en="Who owns the objective “{objective}”? The text names nobody.",
)
ASK_OWNER_OF_ROLES = Text(
    nb="Hvem eier målet «{objective}»? Rollene i teksten er {roles}.",
    nn="Kven eig målet «{objective}»? Rollene i teksten er {roles}.",
    en="Who owns the objective “{objective}”? The roles in the text are {roles}.",
)
CONFIRM_OWNER = Text(
    nb="Hvem skal eie «{objective}»: {owner}? Forslaget bygger bare på tittelen.",
    nn="Kven skal eige «{objective}»: {owner}? Framlegget byggjer berre på tittelen.",
    en="Who should own “{objective}”: {owner}? The proposal rests on the title alone.",
)
ASK_PERIOD = Text(
    nb="Hvilken periode gjelder målene for (for eksempel T1 2027 eller Q1 2027)? Teksten sier det ikke, så ingen dato er satt.",
    nn="Kva periode gjeld måla for (til dømes T1 2027 eller K1 2027)? Teksten seier det ikkje, så ingen dato er sett.",
    en="Which period are the goals for (T1 2027 or Q1 2027, say)? The text does not say, so no date is assumed.",
)
ASK_UNREAD_PERIOD = Text(
    nb="Perioden i teksten lot seg ikke tolke. Fra hvilken dag til hvilken gjelder målene (for eksempel T1 2027 eller 1. januar–30. april 2027)? Ingen dato er satt.",
    nn="Perioden i teksten lét seg ikkje tolke. Frå kva dag til kva dag gjeld måla (til dømes T1 2027 eller 1. januar–30. april 2027)? Ingen dato er sett.",
    en="The period in the text could not be read. From which day to which are the goals for (T1 2027 or 1 January–30 April 2027, say)? No date is assumed.",
)
ASK_RHYTHM = Text(
    nb="Når er innsjekken? For {period} passer {rhythm}, et kvarter om gangen, på en fast dag.",
    nn="Når er innsjekken? For {period} passar {rhythm}, eit kvarter om gongen, på ein fast dag.",
    en="When is the check-in? For {period}, {rhythm} suits well: a quarter of an hour on a fixed day.",
)
RHYTHM_SHORT = Text(nb="hver eller annenhver uke", nn="kvar eller annakvar veke", en="every week or every second week")
RHYTHM_LONG = Text(nb="hver måned eller oftere", nn="kvar månad eller oftare", en="once a month or more often")
THE_PERIOD = Text(nb="perioden", nn="perioden", en="the period")
ASK_LEFT_OUT = Text(
    nb="Dette fikk ikke plass blant nøkkelresultatene: «{priority}». Skal det vente, eller skal noe annet vike?",
    nn="Dette fekk ikkje plass blant nøkkelresultata: «{priority}». Skal det vente, eller skal noko anna vike?",
    en="This found no room among the key results: “{priority}”. Should it wait, or should something else give way?",
)
ASK_UNCLEAR = Text(
    nb="Er dette et mål for perioden: «{words}»? Hva måles i så fall, hva er verdien i dag, og hvor skal den være?",
    nn="Er dette eit mål for perioden: «{words}»? Kva blir i så fall målt, kva er verdien i dag, og kvar skal han vere?",
    en="Is this a goal for the period: “{words}”? If so, what is measured, what is the value today, and where should it be?",
)
ASK_UNCLEAR_MANY = Text(
    nb="Er noe av dette mål for perioden: «{words}»? Hva måles i så fall, hva er verdien i dag, og hvor skal den være?",
    nn="Er noko av dette mål for perioden: «{words}»? Kva blir i så fall målt, kva er verdien i dag, og kvar skal han vere?",
    en="Are any of these goals for the period: “{words}”? If so, what is measured, what is the value today, and where should it be?",
)
ASK_DIRECTION = Text(
    nb="Teksten sier ikke hva disse resultatene samlet skal føre til. Hva er målet, sagt så folk vil være med?",
    nn="Teksten seier ikkje kva desse resultata samla skal føre til. Kva er målet, sagt så folk vil vere med?",
    en="The text does not say what these results add up to. What is the objective, in words people want to join?",
)
RIGHT_WAY = Text(
    nb="Det går rett vei med {metrics}", nn="Det går rett veg med {metrics}", en="We move the right way on {metrics}"
)
RIGHT_WAY_ALL = Text(
    nb="Det går rett vei med det vi måler",
    nn="Det går rett veg med det vi måler",
    en="We move the right way on what we measure",
)
ASK_THEMES_LEFT = Text(
    nb="Strategien har flere områder enn det er plass til mål. Disse fikk ikke noe: «{themes}», med «{results}». Skal de vente, eller skal et annet mål vike?",
    nn="Strategien har fleire område enn det er plass til mål. Desse fekk ikkje noko: «{themes}», med «{results}». Skal dei vente, eller skal eit anna mål vike?",
    en="The strategy has more areas than there is room for objectives. These got none: “{themes}”, with “{results}”. Should they wait, or should another objective give way?",
)
ASK_THEMES_MOVED = Text(
    nb="«{themes}» fikk ikke et eget mål: resultatene derfra står under «{objective}». Hører de hjemme der, eller skal de vente?",
    nn="«{themes}» fekk ikkje eit eige mål: resultata derifrå står under «{objective}». Høyrer dei heime der, eller skal dei vente?",
    en="“{themes}” got no objective of its own: its results stand under “{objective}”. Do they belong there, or should they wait?",
)
ASK_LATER = Text(
    nb="Teksten legger dette til etter perioden: «{priority}». Hva må være nådd i denne perioden for å komme dit?",
    nn="Teksten legg dette til etter perioden: «{priority}». Kva må vere nådd i denne perioden for å kome dit?",
    en="The text places this after the period: “{priority}”. What must be reached in this period to get there?",
)
ASK_FIRST_RESULT = Text(
    nb="Strategien viser retningen, men ikke hvordan dere merker at dere kommer dit. Hvilke to til fire målbare resultater viser at dere er på vei mot «{objective}»?",
    nn="Strategien viser retninga, men ikkje korleis de merkar at de kjem dit. Kva for to til fire målbare resultat viser at de er på veg mot «{objective}»?",
    en="The strategy gives the direction, but not how you will notice that you are getting there. Which two to four measurable results show that you are on the way to “{objective}”?",
)
NO_MODEL = Text(
    nb="Ingen språkmodell har skrevet dette: utkastet er satt sammen av ord og tall fra teksten selv. Vil du ha en språkmodell til å formulere det, sett OKR_MODEL eller bruk --model (se README).",
    nn="Ingen språkmodell har skrive dette: utkastet er sett saman av ord og tal frå teksten sjølv. Vil du ha ein språkmodell til å formulere det, set OKR_MODEL eller bruk --model (sjå README).",
    en="No language model wrote this: the draft is put together from the words and numbers of the text itself. To have a language model word it, set OKR_MODEL or use --model (see the README).",
)
OTHER_LANGUAGE = Text(
    nb="Strategien er skrevet på {written}. Sitater, mål og nøkkelresultater har strategiens egne ord, så de er på {written}; bare det rundt er på bokmål. Uten språkmodell oversettes ingenting.",
    nn="Strategien er skriven på {written}. Sitat, mål og nøkkelresultat har strategien sine eigne ord, så dei er på {written}; berre det rundt er på nynorsk. Utan språkmodell blir ingenting omsett.",
    en="The strategy is written in {written}. Quotes, objectives and key results have its own words, so they are in {written}; only what stands around them is in English. Without a language model nothing is translated.",
)
LANGUAGE_NAMES = {
    Language.NB: Text(nb="bokmål", nn="bokmål", en="bokmål"),
    Language.NN: Text(nb="nynorsk", nn="nynorsk", en="nynorsk"),
    Language.EN: Text(nb="engelsk", nn="engelsk", en="English"),
}

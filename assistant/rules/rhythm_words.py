"""The words a rhythm of check-ins is written with, in bokmål, nynorsk and English together: people mix them here."""

from __future__ import annotations

DAYS = {
    word: days
    for days, words in {
        1: "dag dagen dager dagar dagers dagars døgn day days morgen morgon morning arbeidsdag virkedag yrkedag vyrkedag "
        "hverdag kvardag workday weekday vakt shift",
        7: "uke uka uken ukene ukes uker ukers veke veka vekes veker vekers week weeks",
        14: "fortnight fortnights sprint sprinten",
        30: "måned måneden måneder måneders månad månaden månader månaders mnd md month months",
        91: "kvartal kvartalet kvartaler quarter quarters",
        122: "tertial tertialet tertialen tertialer term",
        182: "halvår halvåret half-year",
        365: "år året year years",
    }.items()
    for word in words.split()
}
ADVERBS = {
    word: days
    for days, words in {
        1: "daglig daglige dagleg daglege daily",
        7: "ukentlig ukentlige ukevis ukesvis vekentleg vekentlege vekevis vekesvis weekly weekdays hverdager kvardagar "
        "virkedager virkedagar",
        14: "fortnightly biweekly bi-weekly fjortendaglig fjortendagleg 14-daglig",
        15: "bimonthly bi-monthly semi-monthly halvmånedlig halvmånadleg",
        30: "månedlig månedlige månedsvis månadleg månadlege månadsvis monthly",
        91: "kvartalsvis kvartalsvise kvartalsvist kvartalvis quarterly qbr qbrs",
        122: "tertialvis tertialvise tertialsvis termly",
        182: "halvårlig halvårlige halvårleg halvårlege halvårsvis half-yearly semi-annually biannually biannual",
        365: "årlig årlige årleg årlege annually annual yearly",
    }.items()
    for word in words.split()
}
"""«Bimonthly» means twice a month or every second month: the reader gets the benefit of the doubt."""
COMPOUNDS = (
    ("uke", 7), ("veke", 7), ("week", 7), ("måned", 30), ("månad", 30), ("month", 30), ("kvartal", 91),
    ("quarter", 91), ("tertial", 122), ("halvår", 182), ("års", 365), ("sprint", 14), ("year", 365),
)  # fmt: skip
"""How words for what comes round begin: «ukesmøtet», «månedsrapport», «month-end»."""
PLURALS = frozenset(
    "dager dagar dagers dagars days uker ukers veker vekers weeks måneder måneders månader månaders months kvartaler "
    "quarters tertialer years fortnights".split()
)
"""«i uker» is a length of time, «i uka» a frequency."""
ALTERNATING = ("partall", "partal", "oddetall", "oddetal", "even-numbered", "odd-numbered", "even-week", "odd-week")
"""How the words for every second week begin: «partallsuker», «odd-numbered weeks»."""
EVERY = frozenset("hver hvert kvar kvart every each".split())
EVERY_OTHER = frozenset(
    "annenhver annethvert annankvar annankvart annakvar annakvart anna-kvar alternate alternating".split()
)
OTHER = frozenset("annen annet annan anna andre other second".split())
PER = frozenset("i per pr a an om in of av the den à /".split())
PLACES = frozenset("on på om".split())
"""What stands before the day of a week that has been named: «annenhver uke på tirsdager»."""
PERIODS = frozenset("perioden periode period sesongen sesong season".split())
PARTS = frozenset(
    "midtveis halvveis midtvegs halvvegs midway halfway mid-term mid-period mid-quarter slutten slutt avslutning "
    "avslutningen avslutninga avsluttende avsluttande utgangen utløpet halvgått end final close sluttgjennomgang sluttevaluering "
    "sluttrapport sluttmøte etterpå afterwards agm generalforsamling generalforsamlingen generalforsamlinga "
    "sommeren sommaren høsten hausten haust høst våren vinteren jul påske summer autumn spring winter christmas easter".split()
)
"""Places in a period, and times of a year, at which it is looked at once."""
OVER = frozenset("omme over ferdig forbi ende slutt ended over finished done closed gone passed complete".split())
"""How a period is said to have ended: «når kvartalet er omme»."""
INTERVALS = ("mellomrom", "intervall", "interval", "syklus", "cycle", "rytme", "rhythm", "takt", "sprint")
ORDINALS = {
    word: number
    for number, words in {
        1: "første fyrste first siste last",
        2: "andre second",
        3: "tredje third",
        4: "fjerde fourth",
        5: "femte fifth",
        6: "sjette sixth",
        7: "sjuende syvende sjuande seventh",
        8: "åttende åttande eighth",
        9: "niende niande ninth",
        10: "tiende tiande tenth",
        14: "fjortende fjortande fourteenth",
    }.items()
    for word in words.split()
}
COUNTS = dict.fromkeys("én en ei ein eit et éin éi ett eitt one once single".split(), 1) | {
    "twice": 2, "thrice": 3, "par": 2, "couple": 2, "few": 3,
}  # fmt: skip
JOINTS = frozenset("og and , – - til to or eller".split())
CLOCK = frozenset("kl klokka klokken minutter minutt minutes minute min time timer timar hour hours".split())
NOT_COUNTED = CLOCK | {"den", "the"}
SAID = EVERY | EVERY_OTHER | frozenset("enhver eikvar gang ganger gong gonger times helger helgar weekends".split())
"""Words that only a frequency uses, whether or not it can be worked out."""
BEGINNINGS = ("uke", "uka", "veke", "måned", "månad", "kvartal", "tertial", "halvår", "week", "month", "quarter", "fortnight", "sprint")  # fmt: skip
MOST = 31
"""No larger number counts check-ins."""
BACK = 4
"""How far before «i måneden» its number may stand: «to korte felles innsjekker i måneden»."""

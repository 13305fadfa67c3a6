"""The words by which work is told from a state in lines that no verb of the lexicon settles."""

from __future__ import annotations

from assistant.okr import Language

CLOSED = frozenset(
    "alle allereie allerede andre at av bare begge berre blant bort både da de dei den denne der dere dersom desse det "
    "dette disse eg ei ein eit en ene enda eneste enkelte er et etter fleste for fordi fra framme frå få fyrste første "
    "gjennom halve han hele heile her hva hver hvor hvordan hvorfor ikke ikkje imellom ingen inga inne inni kva kvar "
    "korleis man mange med meir mer mens mest mindre minst mot mye når nesten noe noen noko nokre nokon om ofte også oppe "
    "over på rundt samme samtlege samtlige siden sidan sine siste slike som tidlige til ute uten utan under ved vi vore "
    "våre være vere hos ifølge inntil mellom langs like lite ganske gode store nye lange korte felles vanlege vanlige "
    "ledige ledige egne eigne åpne opne trygge frie unge eldre gamle små færre flere fleire bedre betre større høyere "
    "a about above across after all almost along also among an and another any around as at back because before behind "
    "below beneath beside besides between beyond both but by despite down during each either else enough even every "
    "everyone few fewer for from half he here how if in inside into it its just less like many more most much near nearly "
    "neither never next no nobody none nor not now of off often on once one only onto or other our ours out outside over "
    "own per plus quite rather same several she since so some somebody soon still such than that the their then there "
    "these they this those though through throughout till to together too toward towards twice under until up upon we "
    "well what when where whether which while who whoever whole whose why with within without you your yet zero".split()
)
"""Words of grammar, and adjectives that stand before a noun: none is a verb."""
ARTICLES = {
    Language.NB: frozenset("alle de den det dette disse en ei et ett ny nye nytt våre vår vårt hver hvert samtlige hele resten felles".split()),
    Language.NN: frozenset("alle dei den det dette desse ein ei eit eitt ny nye nytt våre vår vårt kvar kvart samtlege heile resten felles".split()),
    Language.EN: frozenset("the a an our all every each these those their its another new old both additional existing remaining outdated unused".split()),
}  # fmt: skip
"""What an object begins with; a noun or an adjective does not stand before these."""
DEFINITE = {Language.NB: ("en", "et", "ene", "ane"), Language.NN: ("en", "et", "ane", "ene", "inga", "iga")}
NOT_DEFINITE = frozenset(
    "innen utan uten innan siden sidan mellom ellen annen eigen egen eiga liten noen nokon".split()
)
INFINITIVES = {Language.NB: ("e",), Language.NN: ("e", "a")}
SURE_INFINITIVES = ("isere", "ifisere", "klarere", "gistrere", "stallere", "formere", "isera", "ifisera")
APART = frozenset("out off away ut vekk bort".split())
STEPS = frozenset("from to by of fra frå til av for in i and og at on på".split())
GET = frozenset(("få", "get", "have"))
LONGEST_OBJECT = 7
LONGEST_THING = 10
"""Words before the state a thing is in, those on what it is about included."""
LONGEST_NAME = 4
ONE = frozenset("en et ei ein eit a an ny nytt nye new felles".split())
SHORTEST_VERB = 4
SHORTEST_NOUN = 5
SHORTEST_PARTICIPLE = 5
AND = frozenset("og and".split())
NOUN_ENDS = ("ness", "ment", "tion", "sion", "ance", "ence", "ship", "ity", "ly", "er", "ers", "hood", "ful", "less")
"""How English words end that are no verbs."""
NO_PARTICIPLES = frozenset(
    "gone gått gitt accredited certified licensed listed recognised chartered registered need speed feed seed weed breed greed deed bed red shed sled hundred exceed proceed succeed indeed united naked "
    "sacred wicked rugged interested satisfied engaged motivated committed dedicated experienced skilled qualified "
    "relaxed pleased delighted excited tired stressed worried inspired valued respected trusted supported included "
    "involved informed connected empowered energised energized aligned focused united balanced limited needed wanted "
    "loved prepared rested heard protected prioritised prioritized rewarded recognised recognized integrated "
    "konsert ekspert dessert desert motivert engasjert interessert orientert fokusert inspirert prioritert involvert "
    "integrert koordinert informert konsentrert velorganisert ivaretatt".split()
)
PARTICIPLE_ENDS = {Language.NB: ("ert",), Language.NN: ("ert",), Language.EN: ("ed",)}
ANY_PARTICIPLE_ENDS = ("t", "d", "a")
"""How Norwegian participles end, and many other words."""
PARTICLES = tuple(
    "unna ferdig ny gjennom igjennom sammen saman opp ut inn på av til om over under for ned fram frem etter bort mot med hjem heim klar".split()
)
MADE = frozenset("gjort gjorte gjord gjorde".split())
"""What says nothing alone, and is work behind such a particle: «unnagjort»."""
AFTER_PARTICIPLE = frozenset(". , ; ) ( – - og and online offline ut opp".split())
AGAIN = ("re-", "co-", "pre-", "cross-")
"""How English verbs begin that no list has: «re-tile the changing rooms»."""
ACTION_ENDS = {
    Language.NB: ("ing", "ingen", "inga", "else", "elsen", "sjon", "sjonen"),
    Language.NN: ("ing", "inga", "sjon", "sjonen"),
    Language.EN: ("ing", "tion", "sion", "ment", "al", "-up", "-out", "-off", "-over", "-down"),
}
"""How nouns for acts end."""
HANDLED_BY = {
    Language.NB: frozenset("med hjem rundt langs mellom hos gjennom for".split()),
    Language.NN: frozenset("med heim rundt langs mellom hos gjennom for".split()),
    Language.EN: frozenset(),
}
"""Behind a noun for an act, as «av»: «Oppringning hjem til hver elev», «Befaring langs sjøledningen»."""
RESULT_NOUNS = tuple(
    "mening meining stemning stemming betjening omsetning medvirkning belastning utdanning belønning erfaring tilknytning spenning forventning aldring økning auke reduksjon bedring betring forbedring forbetring senking senkning halvering dobling dekning dekking "
    "utnyttelse utnytting gjenvinning oppfyllelse oppfylling opplevelse oppleving bruk vekst styrking mestring meistring "
    "løsning løysing andel belegg bevaring innsparing besparelse nedgang stigning auking måling vurdering oppfatning "
    "forståelse forståing kjennskap ordning bygning avdeling stilling rekning regning anledning holdning haldning "
    "forvaltning regulering overholdelse tilfredsstillelse belysning innsikt reduction increase improvement elimination "
    "retention accreditation certification permission satisfaction utilisation utilization perception proportion proportion portion fraction share volume "
    "number option section majority consumption production generation population collection recognition protection "
    "prevention conservation restoration total cost value loss meaning feeling understanding being thing evening morning "
    "something nothing anything everything arrival renewal proposal approval referral survival withdrawal rental goal "
    "action percentage reaction enjoyment engagement achievement attainment fulfilment fulfillment payment employment "
    "involvement commitment agreement department environment treatment judgment nursing ageing "
    "housing funding spending earning saving standing rating ranking turning staffing".split()
)
DECIDED = frozenset("godkjenne godkjenna vedta approve certify".split())
OF = frozenset(("av", "of"))
NO_LIMIT_UNITS = frozenset(
    "sekund sekunder minutt minutter timer timar døgn dager dagar virkedager virkedagar uker veker seconds minutes hours "
    "days weeks working".split()
)
HAVE = frozenset("har have has hadde had".split())
MOVING_IN = frozenset("inn ut hjem heim in out home over".split())
WHOLE = frozenset("alle alt ingen inga null samtlige samtlege all no none zero every everyone everybody nobody".split())
EVERY = frozenset("every each hver hvert kvar kvart".split())
NOBODY = frozenset("ingen inga ingenting no nobody none nothing not ikke ikkje".split())
"""What nobody is to be put through is a result, whatever the verb: «no patient is moved at night»."""
COUNT_WITHIN = 3
"""How soon after a verb the number of its objects stands: «skaffe minst 12 fosterhjem», but not «til rute 4»."""
MADE_OF_NOTHING = frozenset(
    "difference profit change impact name start living comeback home case virtue point loss mark surplus margin "
    "dent mistake complaint purchase claim choice decision donation booking return".split()
)
"""What is made and cannot be handed over."""
PAPERS = (
    "guide", "handbook", "manual", "playbook", "checklist", "toolkit", "brochure", "microsite", "roadmap", "blueprint",
    "håndbok", "handbok", "veileder", "rettleiar", "sjekkliste", "brosjyre", "veikart", "vegkart", "nettside", "verktøykasse", "verktykasse",
)  # fmt: skip
"""Ends of words for what is written and handed over, and is work where nothing is said of it."""
PLACES = frozenset("i på ved langs rundt".split())
DONE_ONLY = frozenset(("cut", "take", "pay", "betale", "betala"))
"""Verbs that are work when it is done, and may be anything while it is meant."""

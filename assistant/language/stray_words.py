"""The words that give a line's language away, and those that only seem to."""

from __future__ import annotations

from assistant.okr import Language

NAMES = {Language.NB: "bokmål", Language.NN: "nynorsk", Language.EN: "English"}
FOREIGN_NAMES = {
    "sv": "svenska", "da": "dansk", "de": "Deutsch", "fr": "français", "es": "español", "nl": "Nederlands", "fi": "suomi",
}  # fmt: skip
"""What languages call themselves; a language without a name here is not looked for."""

ENGLISH = frozenset(
    "everyone everybody someone somebody anyone nobody nothing everything something people gets home come comes came again "
    "always never today tomorrow whatever whenever "
    "the and with from our ours were been being that this these those which who whose what when where why how would "
    "should could we you your they their them she it its into through between before above below within without about "
    "against among until since across towards because while although though each every both fewer more than also "
    "there has have had does did few much many other another such are was will can must if then during after down feels".split()
)
"""What English alone has, and no term of trade («cost of sales», «time to market»)."""
ENGLISH_IN_TERMS = frozenset("of in on up is as or a an not out us to by at".split())
"""English too, but also in the terms that Norwegians use, or words of theirs."""
TIMES = frozenset("days weeks months years hours minutes month week year".split())
"""English units of time, which open a term at most («days sales outstanding»)."""
NORWEGIAN_UNITS = frozenset("timer timar dager dagar kroner prosent stykker".split())
"""What a number counts in no English line."""
BEFORE_NOUNS = frozenset("a an the our every new this two three four five six seven eight nine".split())
"""What follows an English verb and no noun of the same form: «launch new …», «hire three …»."""
LOANS = frozenset(
    "boost book brief call chair clean close cover curb cut demo demos do draft drive email end fail file film focus host "
    "issue keep log map match meet pass pilot pitch plan print rank reach refer report review ride run scale scan scope "
    "share shift ship show sign sort speed sprint stand start stop support test top track train trial trim visit win work "
    "set hold design lead lift churn benchmark import export score rate retain engage net cost total "
    "model mentor experience research free product process contract contact yield travel pave serve put have bring hand "
    "present project live trust download qualified weighted gave sent spent felt ran rode risen rose lost".split()
)
"""English verbs that Norwegians use as words of their own, or that open a term («net revenue retention»)."""
LOOKALIKES = frozenset(
    "bare de den der ei er et gang gave halt ham hans has hell lag last lit lite lost man me men mink sank ser spar stole "
    "tap tar vent slit score scores rate rates kurs led lest lever leder taper driver starter tester holder poster offer "
    "former fast time timer dem mine lever elever var fall hold land test set start no her so slo spent stand still ten "
    "same for at to over under per by is i do om mot rest kan begin mister sin sine vis via side sides dag dags hus met "
    "note old on or la del pen port ring tale tier tone vain van ved was wild hun".split()
)
"""Norwegian words that are English, or a part of names, as well."""

CORE = {
    Language.NB: frozenset(
        "ikke fra hva hvem hvor hvordan hvorfor hvilken hvilke hvilket hver hvert hverandre noen noe flere øke øker økes "
        "økning økningen økt uke uker ukene ukentlig måned måneder månedene månedlig høyere høyest være vært gjøre gjør "
        "gjøres mye mer kommer disse annet selv jeg hun dere deres innen uten bedre lavere kundene kunder brukere brukerne "
        "ledere lederne innbyggerne medarbeidere medarbeiderne tjenester tjenesten tjenestene virksomheten henvendelser "
        "sykefravær sykefraværet tilfredshet kundetilfredshet forbedre hele avdelingen avdelingene barnehager "
        "beboere beboerne hverdag hverdagen elever elevene pasienter pasientene deltakerne søkere leietakere lærere lærerne "
        "eierne slipper svarer henter flytter trenger snakker jobber syk syke sykdom sykehjem sykehjemmet sykehus sykehuset "
        "sykepleiere sykepleierne leverandørene sammen egen eget egne tall antall antallet holde måneden dager timer "
        "deltakere hjem hjemme tallet synker boliger boligene melk melken sammenlagt hvorav ungdommer "
        "gjennomsnittlig omsetningen inntektene kostnadene forsinkelser ansatte sykmeldte sykmeldinger trives ensom ensomme "
        "ensomhet sted steder stedet behandlet avsluttet utviklet benyttet opprettet forbedret løsning "
        "løsninger løsningen resultater resultatene prosjekter innbyggere daglig årlig vanlig synlig synlige offentlig offentlige "
        "tydelig tydelige vennlig tilgjengelig tilgjengelige butikker planer rapporter arbeidsplasser muligheter opplevelser "
        "nettsiden kantinen julaften".split()
    ),
    Language.NN: frozenset(
        "ikkje frå kva kven kvifor korleis kvar kvart kvarandre nokon noko nokre fleire auke aukar aukast auken veker "
        "vekene månad månader månadar månadene månadleg høgare høgast lågare lågast vere vera vore mykje meir kjem dei "
        "deira desse sjølv saman berre eg dykkar innan betre kundane kundar brukarar brukarane leiarar leiarane "
        "innbyggjarane medarbeidarar medarbeidarane tenester tenesta tenestene verksemda førespurnader sjukefråvær "
        "sjukefråværet fråvær fråværet tilfredsheit kundetilfredsheit forbetre ein eit avdelinga avdelingane barnehagar "
        "gjer gjere bebuarar bebuarane kvardag kvardagen elevar elevane pasientar pasientane deltakarane søkjarar "
        "leigetakarar lærarar lærarane eigarane slepp svarar hentar flyttar snakkar jobbar leverandørane "
        "sakshandsaming sakshandsamingstid sakshandsamingstida dagar timar månaden byggje halde oppretthalde leiande nøgd "
        "nøgde kommunar lansera talet attende søkk minkar medlemene medlemer medlemmar bustader bustadene bustaden mjølk "
        "mjølka kvarav ungdommar gjennomsnittleg omsetnaden fråfall fråfallet prosentdelen forseinkingar skadar kjensle "
        "løyve løyvet utslepp utsleppet byrjar gjev utan vegar sjukmelde åleine lagar tilbod tilbodet tilboda løysing løysingar løysinga "
        "innbyggjar dagleg årleg vanleg synleg synlege offentleg offentlege tydeleg tydelege venleg tilgjengeleg tilgjengelege butikkar "
        "planar rapportar arbeidsplassar moglegheit moglegheiter mogleg oppleving opplevingar tryggleik hjelpar trivst".split()
    ),
}
"""Unmistakable in the other Norwegian: one of these is enough in a line that has nothing of the text's own."""
NOT_ONLY = {
    Language.NB: frozenset(
        "åpne åpner følge velge velger legges settes startet samlet personer bærekraft bærekraftig følger "
        "vedlikehold målinger utarbeidet opplevelse fremtid mulighet ganger".split()
    ),
    Language.NN: frozenset(
        "eigen seier veit treng ventar verta vert borna stader tilsette skule skulen skular straum straumen heile heime "
        "dersom veke veka anna auka tek finst annan timar berekraft desse".split()
    ),
}
"""Common in the one, and allowed in the other, or a word of another meaning there."""
ENDINGS = {
    Language.NB: ("heten", "heter", "ingene", "ighet", "somhet", "dshet", "erne"),
    Language.NN: ("heit", "heita", "heiter", "ingane", "ingar", "arane", "arar"),
}
"""How words end in the one Norwegian alone."""
ENDINGS_BEYOND = {"da": ("heden", "ghed", "shed", "rhed")}
"""How words end in a neighbour's language alone."""
SHORTEST_WITH_ENDING = 6
NOT_BY_ENDING = tuple("fjerne gjerne stjerne hjerne moderne interne eksterne lanterne kaserne kjerne sisterne".split())
"""How words of both end that look so by chance."""

"""The words of orders to one's own people, in bokmål, nynorsk and English together."""

from __future__ import annotations

MODALS = frozenset("skal må plikter pliktar lyt must shall".split())
PROMISES = frozenset("skal shall".split())
"""Those among them that may as well say what all of us want."""
HAVE_TO = {
    "er": "pålagt pålagde pålagd instruert instruerte beordret nødt nøydd nøydde nøydde forpliktet forplikta pliktige pliktig pålagte",
    "blir": "pålagt pålagde pålagte pålagd instruert instruerte beordret beordra bedt bedne", "vert": "pålagde pålagt pålagd instruert instruerte beordra bedne", "har": "plikt ansvar",
    "are": "required obliged obligated instructed expected ordered mandated directed compelled to",
    "be": "required obliged obligated instructed ordered mandated", "have": "to", "has": "to", "need": "to", "needs": "to",
    "is": "required obliged obligated instructed expected ordered mandated directed to",
    "forventes": "å", "ventast": "å", "forventast": "å",
}  # fmt: skip
HAVE_TO_WORDS = {first: frozenset(second.split()) for first, second in HAVE_TO.items()}
IMPOSED = frozenset(
    "pålegges tilpliktes tilpliktast pålegg påleggjast påleggast beordres beordrast instrueres instruerast forpliktes forpliktast tvinges tvingast".split()
)
BINDING = frozenset(
    "plikter pliktar plikt forpliktet forplikta pålagt pålagde required obliged obligated instructed ordered mandated".split()
)
"""Words of duty that make an order of any verb: «plikter å være fakturerbare»."""
ORDERED = frozenset("pålagt pålagde pålagd pålagte".split())
DEMANDING = frozenset(
    "ledergruppa ledergruppen leiargruppa toppledelsen toppleiinga hovedkontoret hovudkontoret konsernet konsernledelsen konsernleiinga sjefen rådmannen kommunedirektøren det vi me it we ledelsen leiinga management leadership direktøren styret director board ceo".split()
)
DEMANDS = frozenset("incumbent insists plikta plikten falls ligg ligger duty påligger påligg påhviler påkviler tilligger tilligg valgfritt valfritt optional pålegger beordrer beordrar instruerer "
    "orders instructs directs mandates expects requires demands mandatory compulsory påbudt påbode påkrevd requirement obligatorisk pålagt krever krev forventes ventes forventast ventast kreves krevst krevjast kreve forutsettes føresett forventer ventar krav forventa kravd krevd krevet venta forventet expect expected require required".split())  # fmt: skip
PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "have no choice but to,have a duty to,have an obligation to,are under orders to,are not allowed to,are not permitted to,"
        "are told to,are bound to,will comply with,will adhere to,will abide by,har ikke lov til å,har ikkje lov til å,"
        "har ikke anledning til å,har ikkje høve til å,får ikke lov til å,får ikkje lov til å,may not,are not to,will be held to,får ordre om å,får beskjed om å,fekk beskjed om å,har fått beskjed om å,har fått ordre om å,får pålegg om å,er bedt om å,er bedne om å,har bare å,har berre å,har å,have å,er nødt til å,er nøydde til å"
    ).split(",")
)
"""Orders of more words than two."""
SEE_TO = tuple(
    tuple(phrase.split())
    for phrase in (
        "sørger for at,syter for at,sørgjer for at,ser til at,ser etter at,sees to it that,see to it that,will see to it that,"
        "will ensure that,make sure that,will make sure that"
    ).split(",")
)
"""Orders only where those they are about are one's own people as well."""
PHRASE_WORDS = {
    pair: tuple(it for it in PHRASES + SEE_TO if it[:2] == pair) for pair in {(it[0], it[1]) for it in PHRASES + SEE_TO}
}
"""Those phrases by their first two words."""
FORBIDDING = frozenset("ingen inga no".split())
MAY = frozenset("får may".split())
ORDERING = (
    frozenset(first for first, _ in PHRASE_WORDS)
    | FORBIDDING
    | MODALS
    | IMPOSED
    | ORDERED
    | DEMANDS
    | HAVE_TO_WORDS.keys()
)
"""A line without any of these gives no order."""
COMMANDS = MODALS | IMPOSED | frozenset(word for words in HAVE_TO_WORDS.values() for word in words if word != "to")
COMMAND_WORDS = (
    FORBIDDING
    | frozenset(word for phrase in PHRASES + SEE_TO for word in phrase[:1])
    | (COMMANDS - {"å", "ansvar"})
    | frozenset("are is be have has need needs".split())
    | DEMANDS
)
LEADS = frozenset(
    "alle samtlige samtlege hele heile whole entire hver kvar hvert kvart enhver eikvar den det de dei vår våre vårt enkelte einskilde einskild enkelt "
    "ward nærmeste næraste faste nye fast ny øvrige øvrige andre all each every the our any both individual line senior "
    "middle new permanent other sales store shop branch ward field office account project product finance support "
    "accounts operations kitchen warehouse care shift and og of av junior team staff head night day site area regional local "
    "front frontline front-line teknisk tekniske teknisk mobile felles clinical medical technical social community duty trainee class form case call contact customer "
    "service delivery production maintenance station control plant security lab laboratory yard unit department "
    "section school county municipal back".split()
)
"""What may stand between the beginning of a clause and the people ordered."""
MEASURED = frozenset(
    "time overtime share money work paper paperwork number amount cost pay effort mileage stock what how why if when that which who no".split()
)
PLURAL_LEADS = frozenset("customs sales operations claims logistics accounts".split())
LINKS = frozenset("i på ved med for innen under fra frå av in at on of from within across our våre vår vårt".split())
"""What the people may be further described by: «ansatte i hjemmetjenesten skal»."""
EACH = frozenset("hver hvert kvar kvart enhver eikvar every each".split())
ALL = frozenset("alle samtlige samtlege våre all our".split())
SITES = frozenset(
    "postene postane sengepostene sengepostane butikkene butikkane kontorene kontora skolene skulane barnehagene barnehagane sykehjemmene sjukeheimane stasjonene stasjonane "
    "verkstedene verkstadene klinikkene klinikkane hotellene hotella anleggene anlegga klubbene klubbane instituttene institutta fakultetene fakulteta "
    "butikker butikkar kontor kontorer skoler skular barnehager barnehagar sykehjem sjukeheimar stasjoner stasjonar verksteder "
    "verkstader klinikker klinikkar hoteller hotell anlegg lokasjoner lokasjonar klubber klubbar lag fakulteter fakultet "
    "institutter institutt skift vakter vaktar shifts stores shops schools sites stations clinics wards plants depots hotels restaurants faculties".split()
)
EVERYBODY = frozenset("alle samtlige samtlege everyone everybody".split())
EACH_OF = frozenset("enkelt einskild individual single".split())
EACH_ONE = {("den", "enkelte"), ("den", "einskilde")}
CLAUSE_ENDS = frozenset(". : ; , ! ? – — - (".split())
ADVERBS = frozenset("will vil alltid også òg nå no daglig dagleg aldri selv sjølv heretter fremover framover straks always also now never each every day immediately consistently".split())  # fmt: skip
NOT = frozenset("ikke ikkje slippe sleppe not no ingen inga".split())
BENEFITS = frozenset(
    "slippe sleppe få kunne oppleve oppleva føle føla kjenne kjenna trives trivast vite vita lykkes lykkast mestre "
    "meistre finne finna se sjå merke merka forstå tro ønske ønskje ville vere være vera bli ha tjene like glede trenge "
    "eie eige tore våge vokse vekse blomstre velge velje huske hugse "
    "rekke rekkje klare greie gle le puste sove velge samarbeide "
    "feel get be have know see find enjoy experience receive thrive trust understand want notice love like own choose "
    "grow become need benefit flourish earn hear".split()
)
"""Verbs after «skal» that say what people will have of it."""
STATES = frozenset(
    "komme kome gå stå ligge liggje sitte sitje leve dø tåle virke verke fungere passe koste vare vente jobbe arbeide "
    "gjenkjenne kjenner rekke klare greie orke lære snakke leie hete sove møte trenge treffe mangle tape miste "
    "return run stay live last cost work wait cope stand withstand fit match pass last look seem remain hold handle queue "
    "redo travel lose fail fall drop rise never still only pay sleep eat".split()
)
"""Verbs that tell what becomes of somebody, or of a thing that is called like an occupation."""
DUTIES = frozenset(
    "registrere registrera føre føra melde melda loggføre logge dokumentere rapportere signere kvittere levere avgi sende fylle følge "
    "følgje fylgje etterleve overholde halde holde rette bruke bruka nytte benytte delta møte stille svare kontrollere sjekke "
    "vaske veie vege måle journalføre oppgi opplyse varsle utføre utføra gjøre gjere gjera ta sørge syte sikre bidra "
    "skrive ringe besøke bære bere kutte spare stenge stengje tilby tilbyde godkjenne åpne opne følgje "
    "bill fakturere log record report submit cut file fill sign follow comply adhere use attend wear respond answer ensure complete "
    "document notify check inspect weigh clean carry keep hold make take write enter stick observe deliver provide "
    "contribute participate offer drill practise train host hand close open ask greet wash book scan share".split()
)
"""Verbs of duties, some of which are outcomes when nobody is told to."""
READY = frozenset("tilgjengelig tilgjengelige tilgjengeleg tilgjengelege trained certified available present reachable on-site ute klar klare pliktige lojale".split())  # fmt: skip
OUT = frozenset("ute klar klart klare ferdig ferdige out ready done in inne levert".split())
"""What people must have something: «ha fakturaene ute på tre dager»."""
BECOME = frozenset("bli være vere vera become be".split())
BETTER = frozenset("mer meir flinkere flinkare bedre betre more better".split())
RESULTS = frozenset("ned opp på inn ut down up".split())
"""«Få ned», «få på plass»: work, and no gift."""
FARTHEST = 6
NEAR = 4
LEAD_INS = frozenset("within innen innan fra frå i etter før når da derfor difor by from".split())
NEW_CLAUSES = frozenset("som at de dei hvem kven hva kva hvor kor vi me they who what we that which der when".split())
RELATIVES = frozenset("som who that der".split())
THAT = frozenset("at that".split())

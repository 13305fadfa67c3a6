"""Reading orders to one's own people: who is told, and by which words."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from assistant.language.lexicon import VerbForm, VerbKind
from assistant.okr import Language
from assistant.rules.own_people import is_occupation, is_own_people, is_own_unit

if TYPE_CHECKING:
    from assistant.language.line import Line


class Command(NamedTuple):
    """An order, by the indices of its words.

    Attributes:
        people: Those who are ordered.
        first: The first word of the order.
        last: Its last word.
    """

    people: int
    first: int
    last: int


class _Told(Enum):
    """Who is ordered, and so how much the verb has to say for it to be an order."""

    PEOPLE = auto()
    """One's own people or units for certain: whatever gives them nothing is an order."""
    OCCUPATION = auto()
    UNIT = auto()
    """One unit: what «the department will achieve» is «we will», what it «shall submit» is an order."""


_MODALS = frozenset("skal må plikter pliktar must shall".split())
_HAVE_TO = {
    "er": "pålagt pålagde pålagd nødt nøydd nøydde forpliktet forplikta pliktige pliktig pålagte",
    "blir": "pålagt pålagde pålagte pålagd bedt bedne", "vert": "pålagde pålagt pålagd", "har": "plikt ansvar",
    "are": "required obliged obligated instructed expected ordered to", "have": "to", "has": "to", "need": "to", "needs": "to",
    "is": "required obliged obligated instructed expected ordered to",
    "forventes": "å", "ventast": "å", "forventast": "å",
}  # fmt: skip
_HAVE_TO_WORDS = {first: frozenset(second.split()) for first, second in _HAVE_TO.items()}
_IMPOSED = frozenset("pålegges pålegg påleggjast påleggast".split())
_ORDERED = frozenset("pålagt pålagde pålagd pålagte".split())
_COMMANDS = _MODALS | _IMPOSED | frozenset(word for words in _HAVE_TO_WORDS.values() for word in words if word != "to")
COMMAND_WORDS = _COMMANDS - {"å", "ansvar"} | {
    "are",
    "is",
    "have",
    "has",
    "need",
    "needs",
    "forventes",
    "ventast",
    "forventast",
}
_LEADS = frozenset(
    "alle samtlige samtlege hver kvar hvert kvart enhver eikvar den det de dei vår våre vårt enkelte einskilde einskild enkelt "
    "nærmeste næraste faste nye fast ny øvrige øvrige andre all each every the our any both individual line senior "
    "middle new permanent other sales store shop branch ward field office account project product finance support "
    "operations kitchen warehouse care shift and og of av junior team staff head night day site area regional local "
    "frontline front-line teknisk tekniske teknisk mobile felles clinical medical technical social community duty trainee class form case call contact customer "
    "service delivery production maintenance station control plant security lab laboratory yard unit department "
    "section school county municipal".split()
)
"""What may stand between the beginning of a clause and the people ordered."""
_MEASURED = frozenset(
    "time overtime share money work paper paperwork number amount cost pay effort mileage stock what how why if when that which who no".split()
)
_PLURAL_LEADS = frozenset("customs sales operations claims logistics accounts".split())
_LINKS = frozenset("i på ved med for innen under fra frå av in at on of from within across our våre vår vårt".split())
"""What the people may be further described by: «ansatte i hjemmetjenesten skal»."""
_EACH = frozenset("hver hvert kvar kvart enhver eikvar every each".split())
_ALL = frozenset("alle samtlige samtlege våre all our".split())
_SITES = frozenset(
    "butikker butikkar kontor kontorer skoler skular barnehager barnehagar sykehjem sjukeheimar stasjoner stasjonar verksteder "
    "verkstader klinikker klinikkar hoteller hotell anlegg lokasjoner lokasjonar klubber klubbar lag fakulteter fakultet "
    "institutter institutt skift vakter vaktar shifts stores shops schools sites stations clinics wards plants depots hotels restaurants faculties".split()
)
_EACH_OF = frozenset("enkelt einskild individual single".split())
_CLAUSE_ENDS = frozenset(". : ; , ! ? – — - (".split())
_ADVERBS = frozenset("alltid også òg nå no daglig dagleg aldri selv sjølv heretter fremover framover straks always also now never each every day immediately consistently".split())  # fmt: skip
_NOT = frozenset("ikke ikkje slippe sleppe not no ingen inga".split())
_BENEFITS = frozenset(
    "slippe sleppe få kunne oppleve oppleva føle føla kjenne kjenna trives trivast vite vita lykkes lykkast mestre "
    "meistre finne finna se sjå merke merka forstå tro ønske ønskje ville vere være vera bli ha tjene like glede trenge "
    "eie eige tore våge vokse vekse blomstre velge velje huske hugse "
    "feel get be have know see find enjoy experience receive thrive trust understand want notice love like own choose "
    "grow become need benefit flourish earn hear".split()
)
"""Verbs after «skal» that say what people will have of it."""
_STATES = frozenset(
    "komme kome gå stå ligge liggje sitte sitje leve dø tåle virke verke fungere passe koste vare vente jobbe arbeide "
    "gjenkjenne kjenner rekke nå klare greie orke lære snakke leie hete sove møte trenge treffe mangle tape miste "
    "return run stay live last cost work wait cope stand withstand fit match pass last look seem remain hold handle queue "
    "redo travel lose fail fall drop rise exceed reach never still only pay sleep eat".split()
)
"""Verbs that tell what becomes of somebody, or of a thing that is called like an occupation."""
_DUTIES = frozenset(
    "registrere registrera føre føra melde melda loggføre logge dokumentere rapportere signere kvittere levere avgi sende fylle følge "
    "følgje fylgje etterleve overholde halde holde rette bruke bruka nytte benytte delta møte stille svare kontrollere sjekke "
    "vaske veie vege måle journalføre oppgi opplyse varsle utføre utføra gjøre gjere gjera ta sørge syte sikre bidra "
    "skrive ringe besøke bære bere kutte spare stenge stengje tilby tilbyde godkjenne åpne opne følgje "
    "log record report submit file fill sign follow comply adhere use attend wear respond answer ensure complete "
    "document notify check inspect weigh clean carry keep hold make take write enter stick observe deliver provide "
    "contribute participate offer drill practise train host hand close open ask greet wash book scan share".split()
)
"""Verbs of duties, some of which are outcomes when nobody is told to."""
_READY = frozenset("tilgjengelig tilgjengelige tilgjengeleg tilgjengelege trained certified available present reachable on-site pliktige lojale".split())  # fmt: skip
_BECOME = frozenset("bli være vere vera become be".split())
_BETTER = frozenset("mer meir flinkere flinkare bedre betre more better".split())
_RESULTS = frozenset("ned opp på inn ut down up".split())
"""«Få ned», «få på plass»: work, and no gift."""
_FARTHEST = 6
_NEAR = 4
_LEAD_INS = frozenset("innen innan fra frå i etter før når da derfor difor by from".split())
_NEW_CLAUSES = frozenset("som at de dei hvem kven hva kva hvor kor vi me they who what we that which der when".split())
_RELATIVES = frozenset("som who that der".split())
_THAT = frozenset("at that".split())
_DEMANDS = frozenset("forventes ventes forventast ventast kreves krevst krevjast kreve forutsettes føresett forventer ventar krav kravd krevd krevet venta forventet expect expected require required".split())  # fmt: skip


def read_command(line: Line) -> Command | None:
    """The order a line gives to one's own people, or ``None``."""
    words = line.words
    if imposed := [index for index, word in enumerate(words) if word in _IMPOSED or word in _ORDERED]:
        people = next((at for at in range(len(words)) if _told(line, at) is not None), None)
        ordered = (index for index in imposed if words[index] in _ORDERED or not _is_charge(words, index))
        if people is not None and (index := next(ordered, None)) is not None:
            return Command(people, index, index)
    for index in range(len(words)):
        size = _size(words, index)
        if not size:
            continue
        people = _subject(line, index)
        if people is not None and _commands(line, people, index + size):
            return Command(people, min(people, index), max(people, index + size - 1))
    return None


def _is_charge(words: list[str], index: int) -> bool:
    """«Virksomheter som pålegges gebyr»: said of those outside, whoever else the line names."""
    return index > 0 and words[index - 1] in _RELATIVES


def _size(words: list[str], index: int) -> int:
    """How many words the command at ``index`` has; none if there is no command."""
    if words[index] in _MODALS:
        return 1
    second = _HAVE_TO_WORDS.get(words[index])
    return 2 if second and index + 1 < len(words) and words[index + 1] in second else 0


def _told(line: Line, at: int) -> _Told | None:
    """Who the word at ``at`` says is ordered, if it is somebody of one's own."""
    words = line.words
    word = words[at]
    each = _is_each(words, at)
    if is_own_unit(word):
        return _Told.PEOPLE if each else _Told.UNIT
    if is_own_people(word):
        return _Told.PEOPLE
    if word in _SITES and at and words[at - 1] in _ALL:
        return _Told.UNIT
    english = line.language is Language.EN
    if word in {"member", "members"} and at and words[at - 1] in {"team", "staff", "crew"}:
        return _Told.PEOPLE
    if not word[0].isalpha() or not is_occupation(word, one=each, english=english):
        return None
    return _Told.PEOPLE if each and not english else _Told.OCCUPATION


def _is_each(words: list[str], at: int) -> bool:
    if at and words[at - 1] in _EACH_OF:
        at -= 1
    if at > 1 and words[at - 2] in _EACH and words[at - 1].isalpha():
        return True  # «every veterinary nurse»
    back = at - 1
    while back > 0 and words[back] in _LEADS and words[back] not in _EACH:
        back -= 1
    return back >= 0 and words[back] in _EACH


def _subject(line: Line, index: int) -> int | None:
    """The people that the modal at ``index`` commands: just before it, or after it («innen mai skal alle ledere»)."""
    words = line.words
    for at in range(index - 1, max(index - 1 - _FARTHEST, -1), -1):
        if words[at] in _CLAUSE_ENDS:
            break
        if _told(line, at) is None:
            continue
        between = words[at + 1 : index]
        linked = not between or between[0] in _LINKS or between[0] in _ADVERBS
        if linked and _NEW_CLAUSES.isdisjoint(between[1:]) and _opens(line, at):
            return at
    if index + 1 < len(words) and (index == 0 or words[index - 1] not in _RELATIVES):
        at = index + 1
        while at < len(words) and words[at] in _LEADS and _told(line, at) is None:
            at += 1
        if at < len(words) and at > 0 and words[0] in _LEAD_INS and _told(line, at) is not None:
            return at
    return None


def _opens(line: Line, at: int) -> bool:
    """Whether only articles and the like stand between the beginning of the clause, or a date, and the people."""
    words = line.words
    if at > 1 and words[at - 2] in _EACH and words[at - 1].isalpha():
        at -= 2
    while at > 0 and (words[at - 1] in _LEADS or is_own_people(words[at - 1])):
        at -= 1
    if at == 1 and line.language is Language.EN and words[0].isalpha() and words[0] not in _MEASURED:
        return not words[0].endswith("s") or words[0] in _PLURAL_LEADS  # «Fire crews», not «Hours nurses»
    if at == 0 or words[at - 1] in _CLAUSE_ENDS or any(mention.last == at - 1 for mention in line.dates):
        return True
    return words[at - 1] in _THAT and not _DEMANDS.isdisjoint(words[: at - 1])


def _commands(line: Line, people: int, at: int) -> bool:
    """Whether what follows is an order, and not a benefit, a negation of a burden or a measured fact."""
    words = line.words
    start = max(people + 1, at) if people >= at else at
    following = [word for word in words[start : start + _NEAR] if word not in _ADVERBS]
    if not following or not _NOT.isdisjoint(following[:2]) or words[0] in _NOT:
        return False
    while len(following) > 1 and following[0] in {"å", "to", "til"}:
        following = following[1:]
    verb, rest = following[0], following[1:]
    if verb in _BENEFITS:
        return _is_duty(line, verb, rest)
    if verb.endswith(("es", "ast")) and line.lexicon.verbs.get(verb):
        return not any(reading.form is VerbForm.PASSIVE for reading in line.lexicon.verbs.get(verb))
    if words[at - 1] in {"må", "to"} and line.change.baseline is not None:
        return False
    return _is_ordered(line, _told(line, people), verb)


def _is_ordered(line: Line, told: _Told | None, verb: str) -> bool:
    """Whether a verb that gives nothing makes an order of what is said of these people."""
    if told is _Told.PEOPLE or verb in _DUTIES:
        return True
    if told is _Told.OCCUPATION:
        return verb not in _STATES and verb[0].isalpha()
    return any(reading.kind is VerbKind.TASK for reading in line.lexicon.verbs.get(verb))


def _is_duty(line: Line, verb: str, rest: list[str]) -> bool:
    """«Ha gjennomført kurset», «be trained», «få ned fraværet»: orders with a verb that mostly gives."""
    if not rest:
        return False
    if verb in {"få", "get"}:
        return rest[0] in _RESULTS
    if rest[0] in _BETTER:
        return verb in _BECOME
    if verb not in {"ha", "være", "vere", "vera", "be", "have"}:
        return False
    readings = line.lexicon.verbs.get(rest[0])
    done = any(reading.kind is VerbKind.TASK and reading.form is VerbForm.PARTICIPLE for reading in readings)
    return done or rest[0] in _READY

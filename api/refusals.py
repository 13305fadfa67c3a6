"""Every way a request can be refused: a code for programs, a status, and a sentence or two for people."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.rules.rule import Text


@dataclass(frozen=True, slots=True)
class Refusal:
    """A kind of refusal.

    Attributes:
        code: Its name for programs; it stays the same in every language.
        status: The HTTP status.
        detail: What is wrong and what to do; never any of what was sent.
    """

    code: str
    status: int
    detail: Text

    def saying(self, **facts: object) -> Refusal:
        """The same refusal with numbers of ours in its words."""
        return replace(self, detail=self.detail.filled(**facts))


def _refusal(status: int, code: str, nb: str, nn: str, en: str) -> Refusal:
    return Refusal(code, status, Text(nb=nb, nn=nn, en=en))


# --- the request itself ----------------------------------------------------------------------------------------------

NOT_JSON = _refusal(
    400,
    "not_json",
    "Innholdet er ikke JSON, eller har noe JSON ikke kan ha: NaN, tall uten ende, samme navn to ganger. Rett det og prøv igjen.",
    "Innhaldet er ikkje JSON, eller har noko JSON ikkje kan ha: NaN, tal utan ende, same namnet to gonger. Rett det og prøv igjen.",
    "The body is not JSON, or holds what JSON cannot: NaN, numbers without end, the same name twice. Correct it and try again.",
)
ENDED_EARLY = _refusal(
    400,
    "ended_early",
    "Innholdet tok slutt før det var helt. Send det på nytt.",
    "Innhaldet tok slutt før det var heilt. Send det på nytt.",
    "The body ended too early. Send it again.",
)
BAD_FORM = _refusal(
    422,
    "bad_form",
    "Innholdet har ikke formen som ventes. Se /openapi.json.",
    "Innhaldet har ikkje forma som er venta. Sjå /openapi.json.",
    "The body does not have the form expected. See /openapi.json.",
)
BAD_CHARACTERS = _refusal(
    422,
    "bad_characters",
    "Innholdet har NUL eller halve tegn. Lagre teksten som ren tekst i UTF-8 og prøv igjen.",
    "Innhaldet har NUL eller halve teikn. Lagre teksten som rein tekst i UTF-8 og prøv igjen.",
    "The body holds NUL or half characters (lone surrogates). Save the text as plain text in UTF-8 and try again.",
)
TOO_DEEP = _refusal(
    422,
    "too_deep",
    "Innholdet har flere lister og objekter inni hverandre enn {most}. Se /openapi.json.",
    "Innhaldet har fleire lister og objekt inni kvarandre enn {most}. Sjå /openapi.json.",
    "The body is nested deeper than {most} levels. See /openapi.json.",
)
BAD_PARAMETER = _refusal(
    422,
    "bad_parameter",
    "En parameter mangler, eller har en verdi den ikke kan ha. Se /openapi.json.",
    "Ein parameter manglar, eller har ein verdi han ikkje kan ha. Sjå /openapi.json.",
    "A parameter is missing, or has a value it cannot have. See /openapi.json.",
)
UNUSABLE = _refusal(
    422,
    "unusable",
    "Innholdet kan ikke brukes.",
    "Innhaldet kan ikkje brukast.",
    "The content cannot be used.",
)
NOT_JSON_TYPE = _refusal(
    415,
    "not_json_type",
    "Headeren Content-Type må være application/json, i UTF-8.",
    "Headeren Content-Type må vere application/json, i UTF-8.",
    "The header Content-Type must be application/json, in UTF-8.",
)
COMPRESSED = _refusal(
    415,
    "compressed",
    "Innholdet må ikke være komprimert. Send det som det er.",
    "Innhaldet må ikkje vere komprimert. Send det som det er.",
    "The body must not be compressed. Send it as it is.",
)
TOO_LARGE = _refusal(
    413,
    "too_large",
    "Innholdet er større enn {limit} MiB. Ta med bare det som trengs.",
    "Innhaldet er større enn {limit} MiB. Ta med berre det som trengst.",
    "The body is larger than {limit} MiB. Send only what is needed.",
)
TOO_SLOW = _refusal(
    408,
    "too_slow",
    "Innholdet kom ikke fram innen {seconds} sekunder. Prøv igjen.",
    "Innhaldet kom ikkje fram innan {seconds} sekund. Prøv igjen.",
    "The body did not arrive within {seconds} seconds. Try again.",
)
TOO_MANY_HEADERS = _refusal(
    431,
    "too_many_headers",
    "En forespørsel kan ha {most} headere. Send færre.",
    "Ein førespurnad kan ha {most} headerar. Send færre.",
    "A request may have {most} headers. Send fewer.",
)
NOTHING_HERE = _refusal(
    404,
    "not_found",
    "Det er ikke noe her. Se /openapi.json for det som finnes.",
    "Det er ikkje noko her. Sjå /openapi.json for det som finst.",
    "There is nothing here. See /openapi.json for what there is.",
)
OTHER_METHOD = _refusal(
    405,
    "method_not_allowed",
    "Adressen tar ikke imot denne metoden. Headeren Allow sier hvilke den tar.",
    "Adressa tek ikkje imot denne metoden. Headeren Allow seier kva for nokre ho tek.",
    "This address does not take that method. The header Allow says which it takes.",
)
NO_SUCH_RULE = _refusal(
    404,
    "no_such_rule",
    "Det finnes ingen slik regel. /v1/rules har alle.",
    "Det finst ingen slik regel. /v1/rules har alle.",
    "There is no such rule. /v1/rules lists them all.",
)
CANNOT_ANSWER = _refusal(
    400,
    "bad_request",
    "Forespørselen kan ikke besvares. Se /openapi.json.",
    "Førespurnaden kan ikkje svarast på. Sjå /openapi.json.",
    "The request cannot be answered. See /openapi.json.",
)
BROKEN = _refusal(
    500,
    "internal",
    "Noe gikk galt her. Det er notert i loggen; prøv igjen.",
    "Noko gjekk gale her. Det er notert i loggen; prøv igjen.",
    "Something went wrong here. It is noted in the log; try again.",
)
NOT_READY = _refusal(
    503,
    "not_ready",
    "Tjenesten tar ikke imot noe akkurat nå. Prøv igjen om litt.",
    "Tenesta tek ikkje imot noko akkurat no. Prøv igjen om litt.",
    "The service takes nothing just now. Try again in a moment.",
)

STORE_DOWN = _refusal(
    503,
    "store",
    "Databasen svarer ikke akkurat nå. Prøv igjen om litt.",
    "Databasen svarar ikkje akkurat no. Prøv igjen om litt.",
    "The database does not answer just now. Try again in a moment.",
)

# --- who asks --------------------------------------------------------------------------------------------------------

OTHER_MACHINE = _refusal(
    403,
    "other_machine",
    "Bare programmer på denne maskinen får svar. Lag en nøkkel med «okr keys create» for å åpne for andre.",
    "Berre program på denne maskina får svar. Lag ein nøkkel med «okr keys create» for å opne for andre.",
    "Only programs on this machine are answered. Make a key with “okr keys create” to open for others.",
)
OTHER_HOST = _refusal(
    421,
    "other_host",
    "Headeren Host må være 127.0.0.1, localhost eller [::1].",
    "Headeren Host må vere 127.0.0.1, localhost eller [::1].",
    "The header Host must be 127.0.0.1, localhost or [::1].",
)
OTHER_PAGE = _refusal(
    403,
    "other_page",
    "Sider fra andre steder får ikke svar. Sett OKR_ORIGINS hvis denne skal få det.",
    "Sider frå andre stader får ikkje svar. Set OKR_ORIGINS om denne skal få det.",
    "Pages from elsewhere are not answered. Set OKR_ORIGINS if this one shall be.",
)
NO_KEY = _refusal(
    401,
    "no_key",
    "Send med en gyldig nøkkel: Authorization: Bearer okr_…",
    "Send med ein gyldig nøkkel: Authorization: Bearer okr_…",
    "Send a valid key along: Authorization: Bearer okr_…",
)
NOT_ALLOWED = _refusal(
    403,
    "scope",
    "Nøkkelen gir ikke tilgang til dette. Be om en med tilgangen «{scope}».",
    "Nøkkelen gjev ikkje tilgang til dette. Be om ein med tilgangen «{scope}».",
    "The key does not open this. Ask for one with the scope “{scope}”.",
)

# --- limits ----------------------------------------------------------------------------------------------------------

TOO_MANY_REQUESTS = _refusal(
    429,
    "limit_requests",
    "Nøkkelen har brukt opp forespørslene for dette minuttet. Prøv igjen om {seconds} s.",
    "Nøkkelen har brukt opp førespurnadene for dette minuttet. Prøv igjen om {seconds} s.",
    "The key has used up its requests for this minute. Try again in {seconds} s.",
)
TOO_MANY_DRAFTS = _refusal(
    429,
    "limit_drafts",
    "Nøkkelen lager så mange utkast på en gang som den får. Prøv igjen når ett er ferdig.",
    "Nøkkelen lagar så mange utkast på ein gong som han får. Prøv igjen når eitt er ferdig.",
    "The key is making as many drafts at once as it may. Try again when one is done.",
)
TOO_MANY_TOKENS = _refusal(
    429,
    "limit_tokens",
    "De tokenene som er igjen denne måneden, rekker ikke til dette utkastet. Send en kortere strategi, vent til neste måned, eller be om flere.",
    "Dei tokena som er att denne månaden, rekk ikkje til dette utkastet. Send ein kortare strategi, vent til neste månad, eller be om fleire.",
    "What is left of this month's tokens is not enough for this draft. Send a shorter strategy, wait for next month, or ask for more.",
)
TOO_MUCH_MONEY = _refusal(
    429,
    "limit_money",
    "Det som er igjen av månedens budsjett, rekker ikke til dette utkastet, eller så er prisen på modellen ukjent. Send en kortere strategi, vent til neste måned, eller be om mer.",
    "Det som er att av budsjettet for månaden, rekk ikkje til dette utkastet, eller så er prisen på modellen ukjend. Send ein kortare strategi, vent til neste månad, eller be om meir.",
    "What is left of this month's budget is not enough for this draft, or the model's price is not known. Send a shorter strategy, wait for next month, or ask for more.",
)

# --- drafts ----------------------------------------------------------------------------------------------------------

NO_SUCH_DRAFT = _refusal(
    404,
    "no_such_draft",
    "Utkastet eller utgaven finnes ikke. /v1/drafts har utkastene som finnes.",
    "Utkastet eller utgåva finst ikkje. /v1/drafts har utkasta som finst.",
    "There is no such draft or revision. /v1/drafts lists the drafts there are.",
)
CHANGED = _refusal(
    412,
    "changed",
    "Utkastet er ikke lenger ved den utgaven If-Match nevner. Hent det på nytt, og gjør endringen der.",
    "Utkastet er ikkje lenger ved den utgåva If-Match nemner. Hent det på nytt, og gjer endringa der.",
    "The draft is not at the revision that If-Match names. Fetch it again, and make the change there.",
)
NO_IF_MATCH = _refusal(
    428,
    "no_if_match",
    "Headeren If-Match må si hvilken utgave som endres: ETag-en du fikk med utkastet.",
    "Headeren If-Match må seie kva utgåve som blir endra: ETag-en du fekk med utkastet.",
    "The header If-Match has to say which revision is changed: the ETag that came with the draft.",
)
FULL = _refusal(
    409,
    "full",
    "Det er ikke plass til flere utkast, eller til flere utgaver av dette. Slett utkast som ikke trengs, eller lag et nytt.",
    "Det er ikkje plass til fleire utkast, eller til fleire utgåver av dette. Slett utkast som ikkje trengst, eller lag eit nytt.",
    "There is no room for more drafts, or for more revisions of this one. Delete drafts that are not needed, or make a new one.",
)
NO_SUCH_ITEM = _refusal(
    422,
    "no_such_item",
    "Det er ikke noe mål eller nøkkelresultat der «path» peker. Et gyldig eksempel er /objectives/0/key_results/1.",
    "Det er ikkje noko mål eller nøkkelresultat der «path» peiker. Eit gyldig døme er /objectives/0/key_results/1.",
    "There is no objective or key result where “path” points. One that could be is /objectives/0/key_results/1.",
)
NO_OTHER_WORDS = _refusal(
    422,
    "no_other_words",
    "Uten språkmodell finnes det ikke andre ord å foreslå. Skriv om utkastet selv, eller sett OKR_MODEL.",
    "Utan språkmodell finst det ikkje andre ord å føreslå. Skriv om utkastet sjølv, eller set OKR_MODEL.",
    "Without a language model there are no other words to suggest. Reword the draft yourself, or set OKR_MODEL.",
)
NO_MODEL = _refusal(
    422,
    "no_model",
    "Tjenesten har ingen språkmodell. La være å be om en, eller sett OKR_MODEL.",
    "Tenesta har ingen språkmodell. Lat vere å be om ein, eller set OKR_MODEL.",
    "The service has no language model. Do not ask for one, or set OKR_MODEL.",
)
NOTHING_KEPT = _refusal(
    409,
    "nothing_kept",
    "Dette er besvart før, men svaret finnes ikke lenger: utkastet er slettet, eller tjenesten tar ikke vare på utkast. Send det på nytt med en ny Idempotency-Key.",
    "Dette er svart på før, men svaret finst ikkje lenger: utkastet er sletta, eller tenesta tek ikkje vare på utkast. Send det på nytt med ein ny Idempotency-Key.",
    "This was answered before, but the answer is no longer there: the draft was removed, or the service keeps none. Send it again with a new Idempotency-Key.",
)
IN_PROGRESS = _refusal(
    409,
    "in_progress",
    "En forespørsel med samme Idempotency-Key er under arbeid. Prøv igjen om {seconds} s.",
    "Ein førespurnad med same Idempotency-Key er under arbeid. Prøv igjen om {seconds} s.",
    "A request with the same Idempotency-Key is being worked on. Try again in {seconds} s.",
)
OTHER_REQUEST = _refusal(
    422,
    "other_request",
    "Denne Idempotency-Key er brukt til noe annet. Send en ny.",
    "Denne Idempotency-Key er brukt til noko anna. Send ein ny.",
    "This Idempotency-Key has been used for something else. Send a new one.",
)
BAD_IDEMPOTENCY_KEY = _refusal(
    400,
    "bad_idempotency_key",
    "Headeren Idempotency-Key må ha 1 til 255 tegn av det vanlige slaget. En UUID passer.",
    "Headeren Idempotency-Key må ha 1 til 255 teikn av det vanlege slaget. Ein UUID passar.",
    "The header Idempotency-Key must have 1 to 255 ordinary characters. A UUID will do.",
)

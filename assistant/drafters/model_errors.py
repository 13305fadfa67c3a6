"""What can go wrong with a language model, said so that a person can do something about it.

A :class:`ModelError` knows the kind of failure and nothing else: no key, no prompt, no word of the answer.
"""

from __future__ import annotations

from enum import StrEnum

from assistant.okr import Language
from assistant.rules.rule import Text


class Failure(StrEnum):
    """The kinds of failure, each with its own remedy."""

    KEY = "key"
    UNKNOWN_MODEL = "unknown_model"
    BUSY = "busy"
    SLOW = "slow"
    UNREACHABLE = "unreachable"
    SERVICE = "service"
    TOO_LONG = "too_long"
    REFUSED = "refused"
    CUT = "cut"
    MALFORMED = "malformed"
    LANGUAGE = "language"
    REDIRECTED = "redirected"
    BUDGET = "budget"


class ModelError(Exception):
    """The model gave no draft that can be used.

    Attributes:
        kind: What went wrong.
    """

    def __init__(self, kind: Failure) -> None:
        """Keep the kind; the exception's own text is the English one."""
        super().__init__(" ".join(part.en for part in _WORDING[kind]))
        self.kind = kind

    @property
    def problem(self) -> Text:
        """What is wrong, without what to do: that depends on who is told."""
        return _WORDING[self.kind][0]

    def in_language(self, language: Language) -> str:
        """What is wrong and what to do, one sentence each, in ``language``."""
        return " ".join(part.in_language(language) for part in _WORDING[self.kind])


_WITHOUT = Text(
    nb='Prøv igjen senere, velg en annen modell, eller lag utkastet uten (--model "").',
    nn='Prøv igjen seinare, vel ein annan modell, eller lag utkastet utan (--model "").',
    en='Try again later, choose another model, or draft without one (--model "").',
)
_WORDING: dict[Failure, tuple[Text, Text]] = {
    Failure.KEY: (
        Text(
            nb="Modelltjenesten godtar ikke nøkkelen, eller det er ikke satt noen.",
            nn="Modelltenesta godtek ikkje nøkkelen, eller det er ikkje sett nokon.",
            en="The model service does not accept the key, or none is set.",
        ),
        Text(
            nb="Sett nøkkelen i miljøet, for eksempel OPENAI_API_KEY eller ANTHROPIC_API_KEY, og prøv igjen.",
            nn="Set nøkkelen i miljøet, til dømes OPENAI_API_KEY eller ANTHROPIC_API_KEY, og prøv igjen.",
            en="Set the key in the environment, such as OPENAI_API_KEY or ANTHROPIC_API_KEY, and try again.",
        ),
    ),
    Failure.UNKNOWN_MODEL: (
        Text(nb="Modellen finnes ikke.", nn="Modellen finst ikkje.", en="There is no such model."),
        Text(
            nb="Skriv leverandør og modell slik litellm gjør, for eksempel openai/gpt-4o-mini eller ollama_chat/qwen3.",
            nn="Skriv leverandør og modell slik litellm gjer, til dømes openai/gpt-4o-mini eller ollama_chat/qwen3.",
            en="Write provider and model as litellm does, such as openai/gpt-4o-mini or ollama_chat/qwen3.",
        ),
    ),
    Failure.BUSY: (
        Text(
            nb="Modelltjenesten tar ikke imot flere forespørsler nå, eller kvoten er brukt opp.",
            nn="Modelltenesta tek ikkje imot fleire førespurnader no, eller kvoten er brukt opp.",
            en="The model service takes no more requests just now, or the quota is used up.",
        ),
        _WITHOUT,
    ),
    Failure.SLOW: (
        Text(
            nb="Modellen ble ikke ferdig innen fristen.",
            nn="Modellen vart ikkje ferdig innan fristen.",
            en="The model did not finish in time.",
        ),
        Text(
            nb="Gi den lengre tid med OKR_MODEL_SECONDS, eller velg en raskere modell.",
            nn="Gi han lengre tid med OKR_MODEL_SECONDS, eller vel ein raskare modell.",
            en="Give it more time with OKR_MODEL_SECONDS, or choose a faster model.",
        ),
    ),
    Failure.UNREACHABLE: (
        Text(
            nb="Modelltjenesten kan ikke nås.",
            nn="Modelltenesta kan ikkje nåast.",
            en="The model service cannot be reached.",
        ),
        Text(
            nb="Sjekk at nettet virker, at en lokal modell er startet, og at OKR_MODEL_BASE er riktig.",
            nn="Sjekk at nettet verkar, at ein lokal modell er starta, og at OKR_MODEL_BASE er rett.",
            en="Check that the network works, that a local model is running, and that OKR_MODEL_BASE is right.",
        ),
    ),
    Failure.SERVICE: (
        Text(
            nb="Modelltjenesten svarte med en feil.",
            nn="Modelltenesta svara med ein feil.",
            en="The model service answered with an error.",
        ),
        _WITHOUT,
    ),
    Failure.TOO_LONG: (
        Text(
            nb="Teksten er lengre enn modellen kan lese.",
            nn="Teksten er lengre enn modellen kan lese.",
            en="The text is longer than the model can read.",
        ),
        Text(
            nb="Ta med bare delene målene skal bygge på, og prøv igjen.",
            nn="Ta med berre dei delane måla skal byggje på, og prøv igjen.",
            en="Keep only the parts the objectives should build on, and try again.",
        ),
    ),
    Failure.REFUSED: (
        Text(nb="Modellen ville ikke svare.", nn="Modellen ville ikkje svare.", en="The model would not answer."),
        _WITHOUT,
    ),
    Failure.CUT: (
        Text(
            nb="Svaret fra modellen ble for langt og ble kuttet.",
            nn="Svaret frå modellen vart for langt og vart kutta.",
            en="The model's answer grew too long and was cut off.",
        ),
        Text(
            nb="Velg en annen modell, eller be om færre mål med «Maks mål» i teksten.",
            nn="Vel ein annan modell, eller be om færre mål med «Maks mål» i teksten.",
            en="Choose another model, or ask for fewer objectives with “Max objectives” in the text.",
        ),
    ),
    Failure.MALFORMED: (
        Text(
            nb="Svaret fra modellen kan ikke leses som mål og nøkkelresultater.",
            nn="Svaret frå modellen kan ikkje lesast som mål og nøkkelresultat.",
            en="The model's answer cannot be read as objectives and key results.",
        ),
        _WITHOUT,
    ),
    Failure.LANGUAGE: (
        Text(
            nb="Modellen svarte på et annet språk enn det utkastet skal være på.",
            nn="Modellen svara på eit anna språk enn det utkastet skal vere på.",
            en="The model answered in another language than the draft is to be in.",
        ),
        Text(
            nb="Velg en annen modell, eller velg språk med --lang nb, nn eller en.",
            nn="Vel ein annan modell, eller vel språk med --lang nb, nn eller en.",
            en="Choose another model, or choose the language with --lang nb, nn or en.",
        ),
    ),
    Failure.REDIRECTED: (
        Text(
            nb="Modelltjenesten ville ha teksten sendt videre til en annen adresse, og det ble stoppet.",
            nn="Modelltenesta ville ha teksten send vidare til ei anna adresse, og det vart stoppa.",
            en="The model service wanted the text sent on to another address, and that was stopped.",
        ),
        Text(
            nb="Se etter at OKR_MODEL_BASE er adressen til selve tjenesten, med https om den krever det.",
            nn="Sjå etter at OKR_MODEL_BASE er adressa til sjølve tenesta, med https om ho krev det.",
            en="Check that OKR_MODEL_BASE is the address of the service itself, with https if it asks for it.",
        ),
    ),
    Failure.BUDGET: (
        Text(
            nb="Det utkastet får koste, rakk ikke til, eller modellen har ingen kjent pris.",
            nn="Det utkastet får koste, rakk ikkje til, eller modellen har ingen kjend pris.",
            en="What the draft may cost was not enough, or the model has no known price.",
        ),
        Text(
            nb="Sett OKR_MODEL_CALLS, OKR_MODEL_TOKENS eller OKR_MODEL_MONEY høyere, eller velg en rimeligere modell.",
            nn="Set OKR_MODEL_CALLS, OKR_MODEL_TOKENS eller OKR_MODEL_MONEY høgare, eller vel ein rimelegare modell.",
            en="Set OKR_MODEL_CALLS, OKR_MODEL_TOKENS or OKR_MODEL_MONEY higher, or choose a cheaper model.",
        ),
    ),
}

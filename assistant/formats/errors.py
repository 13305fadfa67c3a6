"""Input that cannot be used: what is wrong, and what to do about it, in the reader's language."""

from __future__ import annotations

from assistant.okr import Language
from assistant.rules.rule import Text


class InputError(Exception):
    """Input that cannot be used. It names what is wrong and never holds any of the input's own text.

    Attributes:
        problem: What is wrong, one sentence.
        remedy: What to do, one sentence.
        fields: For data, each field that is wrong as a JSON pointer, with what is wrong in one word; only names
            that the format itself has.
    """

    def __init__(self, problem: Text, remedy: Text, fields: tuple[tuple[str, str], ...] = ()) -> None:
        """Keep both sentences; the exception's own text is the English one."""
        super().__init__(f"{problem.en} {remedy.en}")
        self.problem = problem
        self.remedy = remedy
        self.fields = fields

    def in_language(self, language: Language) -> str:
        """Both sentences in ``language``."""
        return f"{self.problem.in_language(language)} {self.remedy.in_language(language)}"


PASTE_AS_TEXT = Text(
    nb="Lagre innholdet som ren tekst i UTF-8 og prøv igjen.",
    nn="Lagre innhaldet som rein tekst i UTF-8 og prøv igjen.",
    en="Save it as plain text in UTF-8 and try again.",
)
NOT_TEXT = Text(
    nb="Fila er ikke tekst.",
    nn="Fila er ikkje tekst.",
    en="The file is not text.",
)
NOT_UTF8 = Text(
    nb="Fila er ikke lagret i UTF-8.",
    nn="Fila er ikkje lagra i UTF-8.",
    en="The file is not saved in UTF-8.",
)
HALF_CHARACTER = Text(
    nb="Teksten har ødelagte tegn som ikke kan lagres.",
    nn="Teksten har øydelagde teikn som ikkje kan lagrast.",
    en="The text has broken characters that cannot be stored.",
)
TOO_MANY_STATEMENTS = Text(
    nb="Teksten har flere eller lengre setninger enn en strategi har.",
    nn="Teksten har fleire eller lengre setningar enn ein strategi har.",
    en="The text has more or longer sentences than a strategy has.",
)
TOO_MANY_ITEMS = Text(
    nb="Det er flere eller lengre mål og nøkkelresultater enn noen kan følge.",
    nn="Det er fleire eller lengre mål og nøkkelresultat enn nokon kan følgje.",
    en="There are more or longer objectives and key results than anyone can follow.",
)
KEEP_FEWER = Text(
    nb="Ta med bare målene for én periode, og prøv igjen.",
    nn="Ta med berre måla for éin periode, og prøv igjen.",
    en="Keep only the objectives of one period, and try again.",
)
EMPTY = Text(nb="Teksten er tom.", nn="Teksten er tom.", en="The text is empty.")
PASTE_STRATEGY = Text(
    nb="Lim inn strategien, gjerne med visjon, oppdrag og verdier, og prøv igjen.",
    nn="Lim inn strategien, gjerne med visjon, oppdrag og verdiar, og prøv igjen.",
    en="Paste the strategy, preferably with vision, mission and values, and try again.",
)
NO_STRATEGY = Text(
    nb="Det står ingen strategi i teksten, så det er ikke noe å lage mål av.",
    nn="Det står ingen strategi i teksten, så det er ikkje noko å lage mål av.",
    en="The text holds no strategy, so there is nothing to make objectives of.",
)
UNKNOWN_LANGUAGE = Text(
    nb="Teksten er verken på bokmål, nynorsk eller engelsk.",
    nn="Teksten er korkje på bokmål, nynorsk eller engelsk.",
    en="The text is in neither bokmål, nynorsk nor English.",
)
SAY_LANGUAGE = Text(
    nb="Oversett den, eller velg språk med --lang nb, nn eller en.",
    nn="Omset han, eller vel språk med --lang nb, nn eller en.",
    en="Translate it, or choose the language with --lang nb, nn or en.",
)
SHORTEN = Text(
    nb="Ta med bare delene målene skal bygge på, og prøv igjen.",
    nn="Ta med berre dei delane måla skal byggje på, og prøv igjen.",
    en="Keep only the parts the objectives should build on, and try again.",
)
NOT_AN_OKR_SET = Text(
    nb="Teksten kan ikke leses som OKR-er: det er ingen mål i den.",
    nn="Teksten kan ikkje lesast som OKR-ar: det er ingen mål i han.",
    en="The text cannot be read as OKRs: there is no objective in it.",
)
WRITE_OBJECTIVES = Text(
    nb="Skriv hvert mål på en linje som «Mål 1: …», med nøkkelresultatene under som «- …».",
    nn="Skriv kvart mål på ei linje som «Mål 1: …», med nøkkelresultata under som «- …».",
    en="Write each objective on a line as “Objective 1: …”, with the key results below it as “- …”.",
)


def too_large(limit: int) -> Text:
    """The sentence for input above ``limit`` bytes."""
    size = f"{limit / 1_048_576:g}"
    return Text(
        nb=f"Teksten er større enn grensa på {size} MiB.",
        nn=f"Teksten er større enn grensa på {size} MiB.",
        en=f"The text is larger than the limit of {size} MiB.",
    )


def bad_data(kind: str) -> Text:
    """The sentence for JSON or YAML that cannot be read."""
    return Text(
        nb=f"Fila er ikke gyldig {kind}, eller feltene har feil form.",
        nn=f"Fila er ikkje gyldig {kind}, eller felta har feil form.",
        en=f"The file is not valid {kind}, or its fields have the wrong form.",
    )


SEE_FORMATS = Text(
    nb="Se README for feltene, eller bruk Markdown med overskrifter.",
    nn="Sjå README for felta, eller bruk Markdown med overskrifter.",
    en="See the README for the fields, or use Markdown with headings.",
)

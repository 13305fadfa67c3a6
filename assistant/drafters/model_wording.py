"""What is said and asked about a draft that a language model wrote."""

from __future__ import annotations

from assistant.rules.rule import Text

BY_A_MODEL = Text(
    nb=(
        "En språkmodell har formulert dette utkastet. Sitater, tall og eiere er slått opp i teksten i kode, og alle "
        "reglene er kjørt; det som ikke står i teksten, er merket som forslag og spurt om."
    ),
    nn=(
        "Ein språkmodell har formulert dette utkastet. Sitat, tal og eigarar er slegne opp i teksten i kode, og alle "
        "reglane er køyrde; det som ikkje står i teksten, er merkt som forslag og spurt om."
    ),
    en=(
        "A language model worded this draft. Quotes, numbers and owners were looked up in the text in code, and every "
        "rule was run; what the text does not hold is marked as proposed, and asked about."
    ),
)
ASK_TARGET = Text(
    nb="Hvor skal «{metric}» være når perioden er slutt?",
    nn="Kvar skal «{metric}» vere når perioden er slutt?",
    en="Where should “{metric}” be at the end of the period?",
)
ASK_PROPOSED = Text(
    nb="Teksten sier ikke {values} for «{metric}»: det er bare et forslag. Hva er riktig?",
    nn="Teksten seier ikkje {values} for «{metric}»: det er berre eit forslag. Kva er rett?",
    en="The text does not say {values} for “{metric}”: that is only a proposal. What is right?",
)
ASK_OWNER_OF_RESULT = Text(
    nb="Hvem eier nøkkelresultatet «{key_result}»? Den modellen foreslo, er ikke nevnt i teksten.",
    nn="Kven eig nøkkelresultatet «{key_result}»? Den modellen føreslo, er ikkje nemnd i teksten.",
    en="Who owns the key result “{key_result}”? The one the model proposed is not named in the text.",
)
ASK_DATE = Text(
    nb="Når skal «{key_result}» være nådd? Datoen modellen foreslo, står ikke i teksten.",
    nn="Når skal «{key_result}» vere nådd? Datoen modellen føreslo, står ikkje i teksten.",
    en="When is “{key_result}” to be reached? The date the model proposed is not in the text.",
)
ASK_SOURCE = Text(
    nb="Hvilke ord i strategien bygger målet «{objective}» på? Det modellen siterte, står ikke der.",
    nn="Kva ord i strategien byggjer målet «{objective}» på? Det modellen siterte, står ikkje der.",
    en="Which words of the strategy does the objective “{objective}” rest on? What the model quoted is not there.",
)

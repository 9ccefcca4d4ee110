"""Russian names in the form in which a dictionary has them.

A name that an article only has in another case ("президента Дмитрия Медведева") is shown in the nominative.
The first name decides: it must become a known one, which also tells the gender that the surname's ending
depends on. Endings after A. A. Zaliznyak's grammatical dictionary; what is ambiguous stays as it stands.
"""

from collections.abc import Iterator

from claims.text.first_names import gender_of
from claims.text.folding import fold_text

Endings = tuple[tuple[str, str], ...]

#: ending in the text → ending in the nominative, longest first
MALE_FIRST: Endings = (
    ("ием", "ий"), ("еем", "ей"),
    ("ия", "ий"), ("ию", "ий"), ("ии", "ий"), ("ея", "ей"), ("ею", "ей"), ("ее", "ей"), ("ая", "ай"),
    ("ом", ""), ("ем", "ь"), ("ой", "а"), ("ёй", "я"), ("ей", "я"),
    ("а", ""), ("у", ""), ("е", ""), ("я", "ь"), ("ю", "ь"), ("ы", "а"), ("и", "а"), ("и", "я"), ("у", "а"),
    ("ю", "я"),
)  # fmt: skip
FEMALE_FIRST: Endings = (
    ("ией", "ия"), ("ию", "ия"), ("ии", "ия"), ("ой", "а"), ("ей", "я"), ("ей", "а"),
    ("ы", "а"), ("и", "а"), ("и", "я"), ("у", "а"), ("ю", "я"), ("е", "а"), ("е", "я"),
)  # fmt: skip
MALE_REST: Endings = (
    ("ского", "ский"), ("скому", "ский"), ("ским", "ский"), ("ском", "ский"),
    ("цкого", "цкий"), ("цкому", "цкий"), ("цким", "цкий"), ("цком", "цкий"),
    ("овым", "ов"), ("евым", "ев"), ("иным", "ин"), ("ыным", "ын"),
    ("ова", "ов"), ("ову", "ов"), ("ове", "ов"), ("ева", "ев"), ("еву", "ев"), ("еве", "ев"),
    ("ина", "ин"), ("ину", "ин"), ("ине", "ин"), ("ына", "ын"), ("ыну", "ын"), ("ыне", "ын"),
    ("ичем", "ич"), ("ича", "ич"), ("ичу", "ич"), ("иче", "ич"),
    ("ом", ""), ("а", ""), ("у", ""), ("е", ""),
)  # fmt: skip
FEMALE_REST: Endings = (
    ("овой", "ова"), ("ову", "ова"), ("евой", "ева"), ("еву", "ева"), ("иной", "ина"), ("ину", "ина"),
    ("овны", "овна"), ("овне", "овна"), ("овну", "овна"), ("овной", "овна"),
    ("евны", "евна"), ("евне", "евна"), ("евну", "евна"), ("евной", "евна"),
    ("ской", "ская"), ("скую", "ская"), ("цкой", "цкая"), ("цкую", "цкая"),
)  # fmt: skip
VOWELS = "аеёиоуыэюяйь"


def nominative(name: str) -> str:
    """Return a name of several words in the nominative; unchanged where the first name does not tell."""
    first, *rest = name.split()
    if not rest or gender_of(fold_text(first)):
        return name
    male = _known(first, MALE_FIRST, "m")
    female = _known(first, FEMALE_FIRST, "f")
    if len(male) + len(female) != 1:
        return name
    endings = MALE_REST if male else FEMALE_REST
    return " ".join([*male, *female, *(_changed(word, endings) for word in rest)])


def _known(first: str, endings: Endings, gender: str) -> set[str]:
    """Return the first names of a gender that a form can be of."""
    return {form for form in _forms(first, endings) if gender_of(fold_text(form)) == gender}


def _forms(word: str, endings: Endings) -> Iterator[str]:
    for ending, other in endings:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield word.removesuffix(ending) + other


def _changed(word: str, endings: Endings) -> str:
    """Return a surname or patronymic with the ending of the nominative, if it has one of another case."""
    form = next(_forms(word, endings), word)
    # what is left without an ending must end in a consonant: "Гулиа" is no case of "Гули"
    return form if form == word or form[-1] not in VOWELS or form.endswith(("ий", "а", "ая")) else word

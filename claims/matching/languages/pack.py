"""What a language pack for matching holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from claims.text.folding import fold_text


def unchanged(word: str) -> str:
    """Return ``word``: the stem in a language whose endings are not known."""
    return word


def unopened(word: str) -> tuple[str, ...]:
    """Return ``word`` alone: the parts in a language whose contractions are not known."""
    return (word,)


@dataclass(frozen=True, slots=True, eq=False)
class WordForms:
    """How the words of one language are folded. All words are in small letters and without accents."""

    language: str
    #: inflected form → the form that stands for it
    folded: Mapping[str, str] = field(default_factory=dict)
    #: words that turn a statement around
    negations: frozenset[str] = frozenset()
    #: number word → its value in digits
    numbers: Mapping[str, str] = field(default_factory=dict)
    #: word that multiplies the number before it → by how much
    scales: Mapping[str, float] = field(default_factory=dict)
    #: word as it is written inside a sentence → its term, where a capital makes it another word
    written: Mapping[str, str] = field(default_factory=dict)
    #: two words that are one name → the word that stands for it
    pairs: Mapping[tuple[str, str], str] = field(default_factory=dict)
    #: folded function word → share of all statements that hold it
    common: Mapping[str, float] = field(default_factory=dict)
    #: words that tell the language
    function_words: frozenset[str] = frozenset()
    #: auxiliary and frequent verbs; none where verbs are not known
    verbs: frozenset[str] = frozenset()
    #: endings that tell a verb, in words of five letters or more without a capital
    verb_endings: tuple[str, ...] = ()
    #: word → numbers of the lines of words that are near it in meaning
    kin: Mapping[str, frozenset[int]] = field(default_factory=dict)
    #: words that turn a statement around where one stands in the other's place, side against side
    opposites: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()
    #: cuts the ending off
    stem: Callable[[str], str] = unchanged
    #: opens a contraction ("won't" → "will", "not")
    opened: Callable[[str], tuple[str, ...]] = unopened
    #: whether a capital inside the sentence marks a name
    capitals_are_names: bool = True
    #: the mark between the whole and the fraction of a number
    decimal_mark: str = "."


PLAIN = WordForms(language="")


def forms_table(lines: str) -> dict[str, str]:
    """Return form → head word for lines "head: form form ...". A head stands for itself."""
    table: dict[str, str] = {}
    for line in lines.strip().splitlines():
        head, _, forms = fold_text(line).partition(":")
        table |= dict.fromkeys([head, *forms.split()], head)
    return table


def with_stems(table: Mapping[str, str], stem: Callable[[str], str]) -> dict[str, str]:
    """Return a table of forms that knows the stems of its heads too: "makes" has the stem of "make"."""
    return {stem(head): head for head in table.values()} | dict(table)


def folded_words(words: str) -> frozenset[str]:
    """Return the words of a blank-separated list, folded."""
    return frozenset(fold_text(words).split())


def shares_table(shares: str) -> dict[str, float]:
    """Return word → share for "word share word share ..."."""
    fields = fold_text(shares).split()
    return {word: float(share) for word, share in zip(fields[::2], fields[1::2], strict=True)}


def numbers_table(values: str) -> dict[str, str]:
    """Return word → digits for "word digits word digits ..."."""
    fields = fold_text(values).split()
    return dict(zip(fields[::2], fields[1::2], strict=True))


def kin_table(lines: str) -> dict[str, frozenset[int]]:
    """Return word → numbers of the lines it stands on, one line for words that are near in meaning."""
    table: dict[str, frozenset[int]] = {}
    for number, line in enumerate(lines.strip().splitlines()):
        for word in fold_text(line).split():
            table[word] = table.get(word, frozenset()) | {number}
    return table


def opposites_table(lines: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return both sides of each line "word word | word word"."""
    both = (line.split("|") for line in lines.strip().splitlines())
    return tuple((folded_words(one), folded_words(other)) for one, other in both)

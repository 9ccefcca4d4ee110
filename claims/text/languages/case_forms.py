"""Nouns for people and organisations in the forms that their cases give them.

Turkish, Azerbaijani and Russian add endings to nouns ("bakanın", "nazirin", "министра"). Each function
returns form → dictionary form. A form too many does no harm: it is only ever looked up.
"""

from collections.abc import Iterable, Mapping

#: last vowel of a word → the vowels of its endings, high and low
TURKISH_HARMONY = {
    **dict.fromkeys("aı", ("ı", "a")), **dict.fromkeys("ei", ("i", "e")),
    **dict.fromkeys("ou", ("u", "a")), **dict.fromkeys("öü", ("ü", "e")),
}  # fmt: skip
AZERBAIJANI_HARMONY = {
    **dict.fromkeys("aı", ("ı", "a")), **dict.fromkeys("eəi", ("i", "ə")),
    **dict.fromkeys("ou", ("u", "a")), **dict.fromkeys("öü", ("ü", "ə")),
}  # fmt: skip
#: a last consonant before an ending that opens with a vowel
TURKISH_SOFT = {"k": "ğ"}
AZERBAIJANI_SOFT = {"k": "y", "q": "ğ"}

Harmony = Mapping[str, tuple[str, str]]


def turkic_forms(nouns: Iterable[str], harmony: Harmony, soft: Mapping[str, str]) -> dict[str, str]:
    """Return the forms of Turkish or Azerbaijani nouns."""
    found: dict[str, str] = {}
    for noun in nouns:
        vowel = next((letter for letter in reversed(noun) if letter in harmony), "")
        if not vowel:
            continue
        high, low = harmony[vowel]
        stem = noun[:-1] + soft.get(noun[-1], noun[-1])
        if noun[-1] in harmony:
            endings = [f"n{high}n", f"n{low}", f"n{high}", f"nd{low}", f"nd{low}n", f"y{low}", f"y{high}"]
            forms = [noun + ending for ending in endings]
        else:
            forms = [stem + ending for ending in (f"{high}n", low, high)]
        forms += [f"{noun}{hard}{low}{n}" for hard in "dt" for n in ("", "n")]
        found.update(dict.fromkeys(forms, noun))
    return found


#: end of a Russian noun → the ends of its other forms; the longest end decides
RUSSIAN_ENDS = {
    "ия": ("ии", "ию", "ией"), "ие": ("ия", "ию", "ием", "ии"), "ья": ("ьи", "ью", "ье", "ьей"),
    "ы": ("ов", "ам", "ами", "ах"), "и": ("ей", "ев", "ям", "ями", "ях", "ов", "ам", "ами", "ах"),
    "а": ("ы", "и", "у", "е", "ой"), "я": ("и", "ю", "е", "ей"), "о": ("а", "у", "ом", "е"),
    "е": ("а", "у", "ем"), "й": ("я", "ю", "ем", "е"), "ь": ("я", "ю", "ем", "е"),
    "": ("а", "у", "ом", "ем", "е"),
}  # fmt: skip


def russian_forms(nouns: Iterable[str]) -> dict[str, str]:
    """Return the forms of Russian nouns."""
    found: dict[str, str] = {}
    for noun in nouns:
        end = next(end for end in RUSSIAN_ENDS if noun.endswith(end))
        stem = noun.removesuffix(end)
        found.update({stem + other: noun for other in RUSSIAN_ENDS[end]})
    return found

"""One key for the spellings of one name: "Aliyev", "Aliev", "Əliyev"; "Zelensky", "Zelenskyy", "Зеленский".

What: ``fold_name`` gives a key; two spellings of a name have the same key. Why: outlets, agencies and
languages spell one person differently, and aliases are looked up over all of them. Method: accents and
case go, Cyrillic letters become Latin ones, and the letters that systems of transliteration disagree on
(y, i, iy, yy; kh, h; x, ks; doubled consonants) become one. What is only a likeness ("Alexander",
"Oleksandr") stays two keys: that is a question for a person, not for a key.

The key is for comparing and never for showing.
"""

import re
import unicodedata

from claims.text.folding import fold_text

CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "ye", "ж": "zh",
        "з": "z", "и": "i", "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
        "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch",
        "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
        # Serbian, Macedonian
        "ђ": "dj", "ј": "y", "љ": "ly", "њ": "ny", "ћ": "c", "џ": "dz", "ѓ": "g", "ќ": "k", "ѕ": "dz",
        # Azerbaijani, Kazakh, Tatar
        "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ү": "u", "ұ": "u", "һ": "h", "ҹ": "j", "ҝ": "g",
    }
)  # fmt: skip
#: letters whose sound a plain accent-stripping would lose
LATIN_SOUNDS = str.maketrans({"ə": "a", "ş": "sh", "ç": "ch", "š": "sh", "č": "ch", "ž": "zh", "ñ": "n"})
#: in Azerbaijani, known by its letter ə, these sound as in "Jafarov", "Khalilov", "Garabagh"
AZERBAIJANI_SOUNDS = str.maketrans({"c": "j", "x": "kh", "q": "g"})

#: what transliterations disagree on, in the order in which it is made one
ONE_SOUND = [
    (re.compile(pattern), one)
    for pattern, one in (
        (r"tsch", "ch"),  # German: Tschaikowski
        (r"sch", "sh"),
        (r"dzh|dj", "j"),  # Dzhafarov, Djafarov, Jafarov
        (r"gh", "g"),  # Aghdam, Agdam
        (r"kh", "h"),  # Khalilov, Halilov
        (r"x", "ks"),  # Alexei, Aleksei
        (r"ph", "f"),
        (r"w", "v"),  # Lawrow, Lavrov
        (r"(?<=[aeiouy])j", "i"),  # Sergej, Selenskyj
        (r"\bye", "e"),  # Yeltsin, Eltsin
        (r"(?<=[ei])ye", "e"),  # Aliyev, Aliev; Sergeyev, Sergeev
        (r"y", "i"),  # Tatyana, Tatiana
        (r"(?<=[aou])e", ""),  # Mueller for Müller, Baerbock for Bärbock
        (r"(.)\1+", r"\1"),  # Zelenskyy, Mammadov
    )
]
#: first names that are spelled in many ways everywhere, by their key
ONE_NAME = {
    **dict.fromkeys(("mohamed", "mohamad", "muhamed", "mohamet", "muhamet"), "muhamad"),
    **dict.fromkeys(("abdel", "abdul", "abdal", "abd"), "abdal"),
    **dict.fromkeys(("ahmet", "ahmad"), "ahmed"),
    **dict.fromkeys(("yusuf", "iusuf", "iousef", "iosef", "iusef"), "iusuf"),
    **dict.fromkeys(("husein", "hosein", "husain", "husin"), "husein"),
    "el": "al",
}
WORD = re.compile(r"[^\W_]+")
POSSESSIVE = re.compile(r"['’][sS]?(?!\w)")
APOSTROPHE = re.compile(r"['’‘ʼ`´]")


def fold_name(name: str) -> str:
    """Return the key under which every spelling of ``name`` is found; empty if it has no letters.

    Words stay in their order; "Al-Sisi" and "El Sisi" are one. Titles are not taken off.
    """
    letters = _latin(POSSESSIVE.sub("", unicodedata.normalize("NFC", name)).casefold())
    words = (_one_sound(word) for word in WORD.findall(APOSTROPHE.sub("", fold_text(letters))))
    return " ".join(ONE_NAME.get(word, word) for word in words if word)


def _latin(small: str) -> str:
    """Small letters of any of our alphabets in plain Latin ones."""
    if "ə" in small:
        small = small.translate(AZERBAIJANI_SOUNDS)
    return small.translate(CYRILLIC).translate(LATIN_SOUNDS)


def _one_sound(word: str) -> str:
    for pattern, one in ONE_SOUND:
        word = pattern.sub(one, word)
    return word

"""Turn bytes into characters: byte order mark, declaration, strict UTF-8, then a guess that is told.

Nothing is ever left out or replaced: bytes that no encoding explains are refused.
"""

import codecs
import re
from dataclasses import dataclass

import charset_normalizer

SAMPLE = 256_000  # bytes looked at for a guess; more does not change it
DECLARED_WITHIN = 2_048  # bytes: HTML wants its declaration in the first 1,024
MAX_CHAOS = 0.2  # share of improbable characters above which a guess is no answer

#: what texts that are not UTF-8 come in; asked first, because rare encodings look alike
USUAL = [
    *(f"cp{number}" for number in range(1250, 1259)), "koi8_r", "koi8_u", "cp866", "iso8859_2", "iso8859_5",
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARATION = re.compile(
    rb"""(?:charset|encoding)\s{0,3}=\s{0,3}["']?\s{0,3}([\w.:-]{2,40})""", re.IGNORECASE
)
#: names that pages give and what they mean (WHATWG Encoding Standard)
MEANT = {
    **dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"), "windows-1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    "x-sjis": "shift_jis",
}
#: Python's names → the names people know
SHOWN = {f"cp{number}": f"windows-{number}" for number in range(1250, 1259)}


class UnableToDecode(ValueError):
    """No encoding explains the bytes."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding they were read in, and a warning if it was guessed."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, *, is_markup: bool = False) -> Decoded:
    """Return the characters of ``data``.

    :param is_markup: whether to look for a declaration, as HTML and XML have.
    :raises UnableToDecode: if no encoding explains the bytes.
    """
    encoding, guessed = find_encoding(data, is_markup=is_markup)
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise UnableToDecode(f"the bytes are not {show_encoding(encoding)}, as they seemed") from error
    return Decoded(
        text.removeprefix("\ufeff"), show_encoding(encoding), guess_warning(encoding) if guessed else ()
    )


def find_encoding(data: bytes, *, is_markup: bool = False) -> tuple[str, bool]:
    """Return the encoding of ``data`` and whether it was guessed.

    :raises UnableToDecode: if none explains the bytes.
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            return ("utf-8-sig" if name == "utf-8" else name), False
    declared = _declared(data) if is_markup else ""
    if declared and _decodes(data, declared):
        return declared, False
    if _decodes(data, "utf-8"):
        return "utf-8", False
    return guess_encoding(data), True


def guess_encoding(data: bytes) -> str:
    """Return the likeliest encoding of bytes that are not UTF-8.

    :raises UnableToDecode: if none is likely.
    """
    sample = data[:SAMPLE]
    best = charset_normalizer.from_bytes(sample, threshold=MAX_CHAOS, cp_isolation=USUAL).best()
    if best is None:
        best = charset_normalizer.from_bytes(sample, threshold=MAX_CHAOS).best()
    if best is None or "\0" in str(best)[:SAMPLE]:
        raise UnableToDecode("the bytes are no text in any known encoding")
    if not _decodes(data, best.encoding):
        raise UnableToDecode(
            f"the file seems to be {show_encoding(best.encoding)}, but not all of its bytes are"
        )
    return best.encoding


def show_encoding(name: str) -> str:
    """Return an encoding's name as people know it ("windows-1251", not "cp1251")."""
    plain = name.replace("utf_8_sig", "utf-8").replace("utf-8-sig", "utf-8").replace("_", "-")
    return SHOWN.get(plain, plain)


def guess_warning(encoding: str) -> tuple[str, ...]:
    """Return the warning that goes with a guessed encoding."""
    return (f"read as {show_encoding(encoding)}, which is a guess: the file does not name its encoding",)


def _declared(data: bytes) -> str:
    found = DECLARATION.search(data[:DECLARED_WITHIN])
    if not found:
        return ""
    name = found[1].decode("ascii", "replace").lower()
    name = MEANT.get(name, name)
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True

"""Language packs: one file per language.

Enter at ``pack_for``.
"""

from claims.text.language import guess_language
from claims.text.languages.az import AZERBAIJANI
from claims.text.languages.de import GERMAN
from claims.text.languages.en import ENGLISH
from claims.text.languages.es import SPANISH
from claims.text.languages.fr import FRENCH
from claims.text.languages.pack import LanguagePack
from claims.text.languages.ru import RUSSIAN
from claims.text.languages.tr import TURKISH

PACKS: dict[str, LanguagePack] = {
    pack.code: pack for pack in (ENGLISH, GERMAN, FRENCH, SPANISH, RUSSIAN, AZERBAIJANI, TURKISH)
}
#: for texts in a language that has no pack
FALLBACK = ENGLISH


def pack_for(text: str, language: str | None = None) -> LanguagePack:
    """Return the pack of ``language``, or of the language that the text is guessed to be in."""
    code = language or guess_language(text)
    return PACKS.get(code, FALLBACK)

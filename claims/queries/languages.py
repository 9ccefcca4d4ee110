"""Languages by their ISO 639-1 codes, with names that pages show."""

from django.conf.locale import LANG_INFO

#: code and English name, by name
LANGUAGES: list[tuple[str, str]] = sorted(
    ((code, info["name"]) for code, info in LANG_INFO.items() if "name" in info and len(code) == 2),
    key=lambda language: language[1],
)
NAMES = dict(LANGUAGES)


def language_name(code: str) -> str:
    """Return the English name of a language, or its code where none is known."""
    return NAMES.get(code, code)

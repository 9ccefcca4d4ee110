"""The language of a text, with and without the model."""

import py3langid
import pytest

from claims.text.language import guess_language

ENGLISH = (
    "The talks in Halden were opened on Monday, and the mayor said that the road to the valley has been shut."
)
GERMAN = "Die Gespräche sind eröffnet worden, und die Straße in das Tal ist nach den Worten der Stadt zu."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (GERMAN, "de"),
        ("Les discussions ont commencé lundi à Halden, et la route de la vallée est fermée depuis.", "fr"),
        ("Переговоры начались в понедельник, и дорога в долину с тех пор закрыта для всех.", "ru"),
        (f"{ENGLISH} {GERMAN} {ENGLISH}", "en"),
        ("The talks.", ""),
        ("12345 67890 " * 20, ""),
    ],
)
def test_guess_language_tells_the_language_or_says_that_it_cannot(text: str, language: str) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize("text", [ENGLISH, GERMAN])
def test_a_text_full_of_common_words_needs_no_model(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        raise AssertionError("asked the model")

    monkeypatch.setattr(py3langid, "classify", fail)

    assert guess_language(text)

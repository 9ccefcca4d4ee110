"""Text files: one article each, decoded, cleaned and within limits."""

import pytest

from claims.readers import Document, Limits, Refusal

PAGE = """Vosk expects treaty this year

Kess Telegraph
14 March 2026, 19:45

President Ilyana\u00a0Vosk said on Saturday that a treaty would be signed this year.

“I do not promise it lightly,” she told reporters in the town hall.
"""


def test_a_text_file_gives_one_document_in_the_stored_form(read):
    (document,) = read("page.txt", PAGE)

    assert document.place == "page.txt"
    assert document.title == "Vosk expects treaty this year"
    assert document.text[: document.body_start] == "Vosk expects treaty this year\n\n"
    assert document.text.count("\n\n") == 2 and "\n\n\n" not in document.text
    assert document.data == PAGE.encode() and document.media_type == "text/plain"


def test_no_break_spaces_in_names_become_plain_ones(read):
    (document,) = read("page.txt", PAGE)

    assert "Ilyana Vosk" in document.text


@pytest.mark.parametrize(
    ("encoding", "shown"), [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16")]
)
def test_marks_and_utf_8_are_read_without_a_guess(read, encoding, shown):
    (document,) = read("page.txt", PAGE.encode(encoding))

    assert document.encoding == shown
    assert not any("guess" in warning for warning in document.warnings)


def test_another_encoding_is_recognised_and_named(read, pages):
    russian = (pages / "russkaya-stranica.txt").read_text("utf-8")

    (document,) = read("page.txt", russian.encode("windows-1251"))

    assert document.encoding == "windows-1251"
    assert document.title == "В Хальдене завершились переговоры о долине Луме"
    assert any("windows-1251" in warning for warning in document.warnings)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "no_text"),
        (b"\n\n  \n", "no_text"),
        (b"Home\nNews\nSport\n", "no_text"),
        (bytes(range(128, 256)) * 20 + b"\x00\x01\x02" * 50, "undecodable"),
    ],
)
def test_what_holds_no_article_is_refused_with_a_mend(read, data, code):
    (refusal,) = read("page.txt", data)

    assert isinstance(refusal, Refusal)
    assert (refusal.place, refusal.code) == ("page.txt", code)
    assert refusal.problem and refusal.helps


def test_control_characters_are_taken_out_with_a_warning(read):
    (document,) = read("page.txt", PAGE.replace("lightly", "light\x00ly"))

    assert "“I do not promise it lightly,”" in document.text
    assert "1 control characters were taken out" in document.warnings


def test_runs_of_combining_marks_are_cut_at_thirty(read):
    (document,) = read("page.txt", PAGE.replace("lightly", "lightly" + "\u0301\u0323" * 5_000))

    assert any("combining marks" in warning for warning in document.warnings)
    assert len(document.text) < 400


def test_a_text_beyond_the_limit_is_refused_not_cut(read):
    (refusal,) = read("page.txt", PAGE, limits=Limits(article=100))

    assert isinstance(refusal, Refusal)
    assert refusal.code == "too_large" and "100 bytes" in refusal.problem


def test_a_paragraph_beyond_the_limit_is_refused_with_its_number(read):
    (refusal,) = read("page.txt", PAGE, limits=Limits(paragraph=70))

    assert isinstance(refusal, Refusal)
    assert refusal.place == "page.txt, paragraph 2"


def test_an_ambiguous_day_is_told_and_not_guessed(read):
    (document,) = read("page.txt", PAGE.replace("14 March 2026, 19:45", "05/03/2026"))

    assert isinstance(document, Document)
    assert document.published_on is None
    assert any("05/03/2026" in warning for warning in document.warnings)


def test_other_dates_of_the_page_prove_the_order_of_day_and_month(read):
    page = (
        PAGE.replace("14 March 2026, 19:45", "05/03/2026") + "\nLatest news\n\nLynx at noon\n\n28/02/2026\n"
    )

    (document,) = read("page.txt", page)

    assert document.published_on is not None and document.published_on.isoformat() == "2026-03-05"


def test_dates_of_linked_headlines_are_never_taken(read):
    page = PAGE.replace("14 March 2026, 19:45\n", "") + "\nLatest news\n\nLynx at noon\n\n28 February 2026\n"

    (document,) = read("page.txt", page)

    assert document.published_on is None
    assert "no date of publication found" in document.warnings


def test_a_text_with_more_lines_than_any_article_is_refused(read):
    (refusal,) = read("page.txt", "A line.\n" * 200, limits=Limits(lines=100))

    assert isinstance(refusal, Refusal)
    assert refusal.code == "too_large" and "200 lines" in refusal.problem


@pytest.mark.parametrize("content", ["", " \n\n \t\n"])
def test_an_empty_file_is_called_empty(read, content):
    (refusal,) = read("page.txt", content)

    assert isinstance(refusal, Refusal)
    assert refusal.problem == "the file is empty"


@pytest.mark.parametrize(
    "quote",
    [
        "“We will sign it,” Mira Orlan said.",
        "“We will sign the ferry accord before the end of the spring, whatever they do,” Mira Orlan said.",
    ],
)
def test_an_article_of_one_paragraph_is_an_article(read, quote):
    (document,) = read("page.txt", f"Minister to sign the ferry accord\n14 March 2026, 19:40\n\n{quote}\n")

    assert document.text == f"Minister to sign the ferry accord\n\n{quote}"
    assert document.published_at.isoformat() == "2026-03-14T19:40:00"


def test_the_only_line_of_a_text_is_its_body_and_not_its_title_too(read):
    (document,) = read("page.txt", "“We will sign it,” Mira Orlan said.\n")

    assert (document.title, document.text) == ("", "“We will sign it,” Mira Orlan said.")

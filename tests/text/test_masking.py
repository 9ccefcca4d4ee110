"""Positions in a masked paragraph lead back to the article."""

from claims.text.marks import find_runs
from claims.text.masking import GAP, mask
from claims.text.segments import paragraphs

TEXT = "Talks\n\n“We will,” she said. “Soon.” He called it “a start”."


def masked():
    spans = paragraphs(TEXT)
    return mask(TEXT, spans[1], find_runs(TEXT, spans)[1])


def test_mask_puts_one_character_for_each_run() -> None:
    assert masked().text == f"{GAP} she said. {GAP} He called it {GAP}."


def test_masked_positions_lead_back_to_the_articles_words() -> None:
    found = masked()

    at = found.text.index("she said")
    assert found.span(at, at + 8).cut(TEXT) == "she said"
    assert found.span(0, 1).cut(TEXT) == "“We will,”"
    assert found.span(0, len(found.text)).cut(TEXT) == TEXT[7:]


def test_mask_notes_the_point_that_ends_each_run() -> None:
    assert masked().endings == (",", ".", ".")


def test_an_articles_own_gap_character_hides_nothing() -> None:
    text = f"She said{GAP} “We will.”"
    spans = paragraphs(text)

    found = mask(text, spans[0], find_runs(text, spans)[0])

    assert found.text == f"She said  {GAP}"

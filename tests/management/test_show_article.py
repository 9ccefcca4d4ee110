"""An article with its quotes, printed for a person."""

import io

import pytest
from django.core.management import CommandError, call_command

from tests.services.corpus import OKARRIN, VOSK, find, make_article, write

BODY = (
    "President Ilyana Vosk said: “We did not come to exchange compliments. A treaty will be signed.”\n\n"
    "“Nobody serious expects signatures,” said Anselm Okarrin."
)


def run(*arguments):
    out = io.StringIO()
    call_command("show_article", *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def article():
    article = make_article(BODY, title="Vosk and Okarrin leave Halden")
    cut = ("We did not come to exchange compliments.", "A treaty will be signed.")
    speech = " ".join(cut)
    write(
        article,
        find(article.text, speech, VOSK, statements=cut, mention="President Ilyana Vosk"),
        find(article.text, "Nobody serious expects signatures,", OKARRIN),
    )
    return article


@pytest.mark.django_db
def test_a_stored_article_is_shown_with_speaker_position_and_numbered_statements(article):
    shown = run(str(article.pk))

    assert shown.startswith("Vosk and Okarrin leave Halden\nRadio Halden · 2026-03-14 · ")
    assert "2 quotes by 2 known speakers, 3 statements" in shown
    assert "Ilyana Vosk (President of Kessaria)\n    direct · marks · after_marks · 0.90" in shown
    assert "    mention  “President Ilyana Vosk”" in shown
    assert "│ [1] We did not come to exchange compliments. [2] A treaty will be signed." in shown


@pytest.mark.django_db
def test_an_unknown_article_is_named():
    with pytest.raises(CommandError, match="no article 7"):
        run("7")


def test_a_file_is_read_and_shown_without_a_database(tmp_path):
    # no django_db mark: a query would fail
    path = tmp_path / "halden.txt"
    path.write_text(
        "Vosk and Okarrin leave Halden\n\n"
        "HALDEN. The leaders of Kessaria and Norvand ended two days of talks on the Lume valley on Saturday "
        "without initialling the mediators’ draft, but agreed to meet again before the end of May.\n\n"
        "“A treaty will be signed this year, and I say this as someone who turned down the first draft,” "
        "President Ilyana Vosk said on Saturday.\n\n"
        "Both delegations left the town in the evening, one over the pass, the other along the river.\n",
        encoding="utf-8",
    )

    shown = run("--file", str(path))

    assert "Vosk and Okarrin leave Halden" in shown
    assert "Ilyana Vosk" in shown
    assert "[1] A treaty will be signed this year" in shown


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(CommandError, match="no file"):
        run("--file", str(tmp_path / "missing.txt"))

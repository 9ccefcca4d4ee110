"""German reports: the mood, infinitives, tags, sources anywhere in the sentence, and what is none."""

import pytest

from claims.text.extract import extract_quotes
from claims.text.found import Kind
from tests.counted_work import is_linear


def reports(text: str) -> list[tuple[str, list[str], str]]:
    """Words, speakers and rule of every report."""
    return [
        (
            " … ".join(part.cut(text) for part in quote.parts),
            [speaker.name for speaker in quote.speakers],
            quote.rule,
        )
        for quote in extract_quotes(text, language="de")
        if quote.kind is Kind.INDIRECT
    ]


@pytest.mark.parametrize(
    ("text", "words", "name", "rule"),
    [
        # a tag behind the report, its verb parted from the small word that goes with it
        (
            "Der Vertrag beginnt erst im Mai, sagte Mira Orlan am Montag.",
            "Der Vertrag beginnt erst im Mai",
            "Mira Orlan",
            "report_said_by",
        ),
        (
            "Die Brücke ist seit Jahren baufällig, stellte Jonas Reet außerdem fest.",
            "Die Brücke ist seit Jahren baufällig",
            "Jonas Reet",
            "report_said_by",
        ),
        # an infinitive
        (
            "Mira Orlan hat am Montag angekündigt, die Brücke im Mai zu sperren.",
            "die Brücke im Mai zu sperren",
            "Mira Orlan",
            "report_with_infinitive",
        ),
        (
            "Jonas Reet forderte die Stadt auf, die Brücke sofort instandzusetzen.",
            "die Brücke sofort instandzusetzen",
            "Jonas Reet",
            "report_with_infinitive",
        ),
        # a source inside of what it says, and one that closes it
        (
            "Der Vertrag beginnt laut Mira Orlan erst im Mai nächsten Jahres.",
            "Der Vertrag beginnt … erst im Mai nächsten Jahres",
            "Mira Orlan",
            "report_around_source",
        ),
        (
            "Der Vertrag beginnt erst im Mai, so Jonas Reet.",
            "Der Vertrag beginnt erst im Mai",
            "Jonas Reet",
            "report_according_to_at_end",
        ),
        # a relative clause behind the source
        (
            "Laut Mira Orlan, die den Plan kennt, beginnt der Vertrag erst im Mai.",
            "beginnt der Vertrag erst im Mai",
            "Mira Orlan",
            "report_according_to",
        ),
        # a weak verb with its small word
        (
            "Mira Orlan wies darauf hin, dass die Brücke alt ist.",
            "die Brücke alt ist",
            "Mira Orlan",
            "report_after_verb",
        ),
        # the doer of a passive
        (
            "Von Mira Orlan wurde betont, dass die Brücke alt ist.",
            "die Brücke alt ist",
            "Mira Orlan",
            "report_after_verb",
        ),
    ],
)
def test_a_report_is_found_wherever_its_speaker_stands(text, words, name, rule):
    assert reports(text) == [(words, [name], rule)]


@pytest.mark.parametrize(
    ("text", "words", "name", "rule"),
    [
        # a verb of thinking
        (
            "Mira Orlan hofft noch immer, dass die Brücke hält.",
            "die Brücke hält",
            "Mira Orlan",
            "report_after_verb",
        ),
        # the subjunctive of a verb that no list has; a party in brackets is not the speaker
        (
            "Minister Jonas Reet (SPD) erklärte, die Stadt plane einen Umbau der Brücke.",
            "die Stadt plane einen Umbau der Brücke",
            "Jonas Reet",
            "report_in_mood",
        ),
        # an apposition between speaker and report
        (
            "Dabei sagte Mira Orlan, die neue Leiterin des Amtes, auch, dass die Brücke alt ist.",
            "die Brücke alt ist",
            "Mira Orlan",
            "report_after_verb",
        ),
        # a clause before the main one
        (
            "Als die Brücke brach, waren alle fort, die dort wohnten, teilte Jonas Reet mit.",
            "Als die Brücke brach, waren alle fort, die dort wohnten",
            "Jonas Reet",
            "report_said_by",
        ),
        # the sentence behind it says who said so
        (
            "Die Brücke bleibt bis Mai gesperrt. Das teilte Mira Orlan am Montag mit.",
            "Die Brücke bleibt bis Mai gesperrt",
            "Mira Orlan",
            "report_pointed_back_to",
        ),
        # what somebody is taken for is not who speaks
        (
            "Als Grund für die Sperre gab die Sprachschule an, die Brücke sei baufällig.",
            "die Brücke sei baufällig",
            "Sprachschule",
            "report_in_mood",
        ),
        (
            "Jonas Reet warnte: Die Brücke hält nicht mehr lange.",
            "Die Brücke hält nicht mehr lange",
            "Jonas Reet",
            "report_after_colon",
        ),
        # the whole phrase names the speaker, in the nominative
        (
            "Laut einem Sprecher der örtlichen Feuerwehr ist die Brücke seit Jahren alt.",
            "ist die Brücke seit Jahren alt",
            "Sprecher der örtlichen Feuerwehr",
            "report_according_to",
        ),
        (
            "Die Brücke ist nach Angaben der zivilen Allianz seit Jahren alt.",
            "Die Brücke ist … seit Jahren alt",
            "zivile Allianz",
            "report_around_source",
        ),
    ],
)
def test_a_report_is_found_behind_whatever_stands_between(text, words, name, rule):
    assert reports(text) == [(words, [name], rule)]


def test_a_sentence_that_judges_does_not_give_the_one_before_to_its_subject():
    assert reports("Die Brücke bleibt bis Mai gesperrt. Das kritisierte Mira Orlan scharf.") == []


def test_what_is_told_by_nobody_has_no_speaker():
    found = reports("Laut der niedrigsten Schätzung sind im Mai 200 Menschen aus dem Tal gegangen.")

    assert found == [("sind im Mai 200 Menschen aus dem Tal gegangen", [], "report_according_to")]


def test_a_report_ends_before_the_words_in_marks_that_its_speaker_adds():
    text = "Mira Orlan sagte, die Stadt brauche Geld und fügte hinzu: „Wir haben selbst keines mehr.“"

    assert reports(text) == [("die Stadt brauche Geld", ["Mira Orlan"], "report_in_mood")]


def test_hearsay_goes_on_right_behind_a_report_alone():
    behind = "Mira Orlan sagte, dass es lange brannte. Drei Menschen sollen im Haus gewesen sein."
    later = "Mira Orlan sagte, dass es lang brannte. Heute regnet es. Drei Menschen sollen dort gewesen sein."

    assert [rule for _, _, rule in reports(behind)] == ["report_after_verb", "carried_on"]
    assert [rule for _, _, rule in reports(later)] == ["report_after_verb"]


def test_words_in_brackets_are_those_of_whoever_stands_before_them():
    text = "Da waren Jonas Reet und Ministerin Mira Orlan („Wir sind sehr froh über diesen Tag“)."

    (found,) = extract_quotes(text, language="de")

    assert [speaker.name for speaker in found.speakers] == ["Mira Orlan"]


def test_the_mood_carries_a_report_on_over_sentences():
    text = (
        "Mira Orlan sagte, dass der Vertrag gut ist. Die Brücke sei alt. Sie müsse im Mai schließen. "
        "Am Montag regnete es im ganzen Tal."
    )

    assert reports(text) == [
        ("der Vertrag gut ist", ["Mira Orlan"], "report_after_verb"),
        ("Die Brücke sei alt. Sie müsse im Mai schließen", ["Mira Orlan"], "carried_on"),
    ]


def test_the_mood_goes_on_with_whoever_a_sentence_without_a_report_names_as_speaking():
    text = "Jonas Reet, der aus Halden kommt, wies den Vorwurf zurück. Die Brücke sei alt."

    assert reports(text) == [("Die Brücke sei alt", ["Jonas Reet"], "carried_on")]


def test_a_writers_condition_carries_on_only_right_behind_a_report():
    behind = "Mira Orlan sagte, dass der Vertrag gut ist. Er würde im Mai beginnen."
    later = "Mira Orlan sagte, dass der Vertrag gut ist. Am Montag regnete es. Ein Streit würde lange dauern."

    assert [rule for _, _, rule in reports(behind)] == ["report_after_verb", "carried_on"]
    assert [rule for _, _, rule in reports(later)] == ["report_after_verb"]


@pytest.mark.parametrize(
    "text",
    [
        "So bekommen die Gefangenen nur eine Mahlzeit am Tag.",
        "Der Hof liegt in dem so genannten Heisental bei Halden.",
        "Dies führte dazu, dass die Brücke nicht mehr befahren wurde.",
        "Es gab nur noch wenige Busse nach Halden, so dass viele Menschen laufen mussten.",
        "Für die Besucher war ein Zelt am Fluss aufgebaut worden.",
        "Das Amt nannte drei Gründe: Geld, Zeit und fehlende Leute.",
        "Die Stadt griff zu einer Maßnahme, um den Streit zu beenden.",
        "Die Männer werden beschuldigt, die Brücke zerstört zu haben.",
        "Wieso die Brücke brach, gab die Stadt nicht bekannt.",
        "Es sei denn, alle kommen.",
    ],
)
def test_what_only_looks_like_a_report_is_none(text):
    assert reports(text) == []


@pytest.mark.parametrize(
    "piece",
    [
        "Die Brücke sei alt. ",
        "Mira Orlan sagte, die Brücke sei alt, laut Jonas Reet, ",
        "Die Stadt, die das „unnötig“ nennt, die das „unnötig“ nennt, ",
        "Es wurde von der Stadt von Reet gab gab bekannt ",
        "so Mira Orlan, so Jonas Reet, ",
    ],
)
def test_reports_are_found_in_linear_time(piece):
    assert is_linear(reports, lambda times: piece * times, 40)

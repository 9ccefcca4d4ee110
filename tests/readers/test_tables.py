"""Delimited tables: header, mapping, encodings, dates, rows that cannot be read."""

import json
import tracemalloc
from pathlib import Path

import pytest

from claims.readers import Document, Limits, Refusal, read_bytes, read_path

ROW = "LV-1,“No paper” says minister,Kess Telegraph,2025-06-18 14:20,https://kess.example/1,“There is none.”"
TABLE = f"id,title,publication,date,url,content\n{ROW}\n"


def documents(found):
    return [one for one in found if isinstance(one, Document)]


def refusals(found):
    return [one for one in found if isinstance(one, Refusal)]


def test_columns_are_recognised_by_their_usual_names(read):
    (document,) = read("a.csv", TABLE)

    assert document.place == "a.csv, row 2"
    assert (document.title, document.outlet) == ("“No paper” says minister", "Kess Telegraph")
    assert (document.external_id, document.url) == ("LV-1", "https://kess.example/1")
    assert document.published_at.isoformat() == "2025-06-18T14:20:00"
    assert document.text == "“No paper” says minister\n\n“There is none.”"


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_delimiters_are_recognised(read, delimiter):
    (document,) = read("a.csv", TABLE.replace(",", delimiter))

    assert document.outlet == "Kess Telegraph"


def test_a_cell_holds_delimiters_quotation_marks_and_paragraphs(read):
    (document,) = read("a.csv", 'title,text\nA title,"First, he said ""no"".\n\nSecond paragraph."\n')

    assert document.text == 'A title\n\nFirst, he said "no".\n\nSecond paragraph.'


def test_lines_of_a_cell_without_blank_lines_are_paragraphs(read):
    (document,) = read("a.csv", 'title,text\nA title,"First paragraph.\n— A dash speech."\n')

    assert document.text == "A title\n\nFirst paragraph.\n\n— A dash speech."


def test_the_text_of_a_row_is_not_cleaned_a_second_time(read):
    (document,) = read("a.csv", 'title,text\nA title,"A sentence.\n\nRead also\n\nAnother one."\n')

    assert "Read also" in document.text


def test_the_raw_row_is_kept(read):
    (document,) = read("a.csv", TABLE)

    assert document.media_type == "application/json"
    assert b'"publication": "Kess Telegraph"' in document.data


def test_a_given_mapping_is_followed(read):
    (document,) = read(
        "a.csv",
        "H,B,Wire\nA title,Some text.,LakesWire\n",
        mapping={"title": "H", "text": "B", "agency": "Wire"},
    )

    assert (document.title, document.agency) == ("A title", "LakesWire")


def test_what_a_given_mapping_leaves_open_is_guessed(read):
    table = "headline,when,content\nA title,2026-03-14,Some text.\n"

    (document,) = read("a.csv", table, mapping={"published": "when"})

    assert (document.title, document.text) == ("A title", "A title\n\nSome text.")
    assert document.published_on.isoformat() == "2026-03-14"


def test_a_column_that_is_given_to_one_field_is_guessed_for_no_other(read):
    (document,) = read("a.csv", "title,text\nA day,Some text.\n", mapping={"section": "title"})

    assert (document.title, document.section) == ("", "A day")


def test_a_field_that_is_given_no_column_is_not_guessed(read):
    (document,) = read("a.csv", "title,text\nA title,Some text.\n", mapping={"title": ""})

    assert document.text == "Some text."


@pytest.mark.parametrize(
    ("mapping", "problem"),
    [
        ({"text": "Story"}, "there is no column “Story”"),
        ({"txt": "content"}, "“txt” is no field of an article"),
        ({"text": ""}, "no column seems to hold the articles’ text"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused_with_what_there_is(read, mapping, problem):
    (refusal,) = read("a.csv", TABLE, mapping=mapping)

    assert isinstance(refusal, Refusal)
    assert (refusal.problem, refusal.code) == (problem, "mapping")
    assert "“content”" in refusal.helps or "external_id" in refusal.helps


def test_a_table_without_a_text_column_lists_its_columns(read):
    (refusal,) = read("a.csv", "headline,when\nA,2025\n")

    assert isinstance(refusal, Refusal)
    assert "“headline”, “when”" in refusal.helps


def test_a_row_that_cannot_be_read_is_named_and_the_rest_goes_on(read):
    found = read("a.csv", TABLE + "LV-2,No text,Kess,2025-06-19,,\n" + "LV-3,a,b,c,d,e,f,g\n" + ROW + "\n")

    assert [one.place for one in refusals(found)] == ["a.csv, row 3", "a.csv, row 4"]
    assert [one.code for one in refusals(found)] == ["no_text", "cells"]
    assert [one.place for one in documents(found)] == ["a.csv, row 2", "a.csv, row 5"]


def test_day_and_month_are_told_apart_by_any_row_of_the_file(read):
    found = read("a.csv", "title,text,date\nA,One.,05/03/2025\nB,Two.,25/03/2025\n")

    assert [one.published_on.isoformat() for one in found] == ["2025-03-05", "2025-03-25"]


def test_day_and_month_that_no_row_tells_apart_are_reported(read):
    found = read("a.csv", "title,text,date\nA,One.,05/03/2025\nB,Two.,06/03/2025\n")

    assert [one.published_on for one in found] == [None, None]
    assert all("two ways" in one.warnings[0] for one in found)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2025-03-04", "2025-03-04"),
        ("2025-03-04T12:30:00+04:00", "2025-03-04T12:30:00+04:00"),
        ("2025-03-04T12:30:00Z", "2025-03-04T12:30:00+00:00"),
        ("2025-03-04 00:00:00", "2025-03-04"),
        ("20250304", "2025-03-04"),
        ("20250304123000", "2025-03-04T12:30:00"),
        ("1741091400", "2025-03-04T12:30:00+00:00"),
        ("1741091400000", "2025-03-04T12:30:00+00:00"),
        ('"Tue, 04 Mar 2025 12:30:00 GMT"', "2025-03-04T12:30:00+00:00"),
        ('"March 4, 2025"', "2025-03-04"),
        ("04.03.2025", "2025-03-04"),
    ],
)
def test_dates_of_people_and_programs_are_read(read, cell, expected):
    (document,) = read("a.csv", f"title,text,date\nA,One.,{cell}\n")

    assert (document.published_at or document.published_on).isoformat() == expected


@pytest.mark.parametrize("cell", ["None", "NaN", "", "null"])
def test_what_programs_write_for_nothing_is_nothing(read, cell):
    (document,) = read("a.csv", f"title,text,date,author\nA,One.,{cell},{cell}\n")

    assert (document.published_on, document.byline) == (None, "")


def test_a_date_that_is_none_is_told_with_its_words(read):
    (document,) = read("a.csv", "title,text,date\nA,One.,last spring\n")

    assert document.published_on is None and "“last spring”" in document.warnings[0]


def test_a_list_of_authors_as_python_prints_it_becomes_names(read):
    (document,) = read("a.csv", "title,text,authors\nA,One.,\"['Jane Roe', 'Tove Lind']\"\n")

    assert document.byline == "Jane Roe, Tove Lind"


def test_an_apostrophe_inside_a_text_is_no_guard(read):
    (document,) = read("a.csv", "title,text\nA,\"It was '-5 degrees', Vosk said.\"\n")

    assert document.text.endswith("It was '-5 degrees', Vosk said.")


def test_the_guard_against_formulas_is_taken_off_again(read):
    (document,) = read("a.csv", "title,text\nA,'- We have agreed.\n")

    assert document.text == "A\n\n- We have agreed."


def test_an_address_that_is_none_is_left_out_with_a_warning(read):
    (document,) = read("a.csv", "title,text,url\nA,One.,javascript:alert(1)\n")

    assert document.url == "" and any("address" in warning for warning in document.warnings)


def test_a_table_in_another_encoding_is_read_and_told(read):
    rows = "\n".join(
        f"Заголовок {n},Президент сказала в субботу что договор будет подписан в этом году."
        for n in range(20)
    )

    found = read("a.csv", f"title,text\n{rows}\n".encode("windows-1251"))

    assert len(found) == 20 and found[3].title == "Заголовок 3"
    assert "windows-1251" in found[0].warnings[0]


def test_a_quotation_mark_that_is_never_closed_stops_the_file_at_its_row(read):
    rest = "LV-9,t,o,2025-01-01,,plain text\n" * 50
    found = read("a.csv", TABLE + 'LV-2,t,o,2025-01-01,,"never closed\n' + rest, limits=Limits(row=1_000))

    assert [one.place for one in documents(found)] == ["a.csv, row 2"]
    (refusal,) = refusals(found)
    assert refusal.place == "a.csv, row 3" and "quotation mark" in refusal.problem


def test_too_many_columns_are_refused(read):
    (refusal,) = read("a.csv", ",".join(["text", *(f"c{n}" for n in range(1_000))]) + "\nx\n")

    assert isinstance(refusal, Refusal) and refusal.code == "columns"


def test_a_thousand_empty_rows_end_the_table(read):
    found = read("a.csv", TABLE + ",,,,,\n" * 1_000 + ROW + "\n")

    assert len(found) == 1


def test_columns_of_one_name_and_without_a_name_stay_apart(read):
    (document,) = read("a.csv", "title,text,text,\nA,One.,Two.,three\n")

    assert json.loads(document.data) == {
        "title": "A",
        "text": "One.",
        "text (2)": "Two.",
        "column 4": "three",
    }


def test_memory_stays_flat_over_a_long_table(tmp_path: Path):
    path = tmp_path / "long.csv"
    path.write_text("title,text\n" + "A title,A sentence of a usual length that somebody wrote.\n" * 3_000)

    tracemalloc.start()
    count = sum(1 for _ in read_path(path, mapping={"text": "text"}))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert count == 3_000
    assert peak < 8_000_000


@pytest.mark.parametrize(
    ("day_first", "rows", "expected"),
    [
        (True, "05/03/2025 06/03/2025", ["2025-03-05", "2025-03-06"]),
        (False, "05/03/2025 06/03/2025", ["2025-05-03", "2025-06-03"]),
        # what a row proves stands above what a person says of the file
        (False, "05/03/2025 25/03/2025", ["2025-03-05", "2025-03-25"]),
    ],
)
def test_a_person_says_which_number_is_the_day_where_no_row_tells(day_first, rows, expected):
    table = "title,text,date\n" + "".join(f"A,One.,{day}\n" for day in rows.split())

    found = list(read_bytes("a.csv", table.encode(), day_first=day_first))

    assert [one.published_on.isoformat() for one in found] == expected
    assert all("two ways" not in warning for one in found for warning in one.warnings)


def test_a_person_says_which_number_is_the_day_in_json_too():
    found = list(read_bytes("a.json", b'[{"text": "One.", "date": "05/03/2025"}]', day_first=True))

    assert found[0].published_on.isoformat() == "2025-03-05"

"""Paths: files and folders, and what is left out of them."""

from pathlib import Path

from claims.readers import Document, Limits, Refusal, read_path

PAGE = "Vosk expects treaty\n\n14 March 2026\n\nPresident Ilyana Vosk said that a treaty would be signed.\n"


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.txt").write_text(PAGE)
    (tmp_path / "a.txt").write_text(PAGE)
    (tmp_path / "table.csv").write_text("title,text\nA,One.\n")

    found = list(read_path(tmp_path))

    assert [one.place.removeprefix(f"{tmp_path}/") for one in found] == [
        "a.txt",
        "table.csv, row 2",
        "b/2.txt",
    ]


def test_the_folder_beside_a_saved_page_and_hidden_files_are_left_out(tmp_path: Path):
    (tmp_path / "page.html").write_text(
        "<html><body>" + "<p>A sentence of some length stands here, and it ends.</p>" * 6
    )
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "frame.html").write_text("<html></html>")
    (tmp_path / ".hidden.txt").write_text(PAGE)

    (document,) = read_path(tmp_path)

    assert document.place.endswith("page.html")


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path):
    (refusal,) = read_path(tmp_path / "nothing.txt")

    assert isinstance(refusal, Refusal)
    assert refusal.code == "unreadable" and "nothing.txt" in refusal.place


def test_a_kind_that_is_not_read_is_refused_with_those_that_are(tmp_path: Path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "b.txt").write_text(PAGE)

    refusal, document = read_path(tmp_path)

    assert isinstance(refusal, Refusal) and ".csv" in refusal.helps
    assert isinstance(document, Document)


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_text("title,text\nA,One.\n")

    (refusal,) = read_path(path, limits=Limits(file=10))

    assert isinstance(refusal, Refusal) and refusal.code == "too_large"

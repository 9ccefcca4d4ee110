"""Zip files: what is in them is read, what is made to do harm is refused."""

import io
import stat
import zipfile

import pytest

from claims.readers import Document, Limits, Refusal

PAGE = "Vosk expects treaty\n\n14 March 2026\n\nPresident Ilyana Vosk said that a treaty would be signed.\n"


def archive(**entries: str | bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in entries.items():
            packed.writestr(name.replace("_dot_", "."), content)
    return data.getvalue()


def test_files_in_a_zip_file_are_read_in_the_order_of_their_names(read):
    found = read("a.zip", archive(b_dot_txt=PAGE, a_dot_csv="title,text\nA,One.\n"))

    assert [one.place for one in found] == ["a.zip: a.csv, row 2", "a.zip: b.txt"]


def test_what_systems_add_is_left_out_silently(read):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("page.txt", PAGE)
        packed.writestr("__MACOSX/._page.txt", b"\x00\x05")
        packed.writestr(".DS_Store", b"\x00")

    assert len(read("a.zip", data.getvalue())) == 1


def test_names_that_climb_out_are_only_shown(read, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("../../evil.txt", PAGE)

    (document,) = read("a.zip", data.getvalue())

    assert document.place == "a.zip: ../../evil.txt"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("data", "limits", "code"),
    [
        (archive(inner_dot_zip=archive(a_dot_txt=PAGE)), Limits(), "nested"),
        (archive(photo_dot_png=b"\x89PNG"), Limits(), "unknown_kind"),
        (archive(bomb_dot_txt=b"a" * 3_000_000), Limits(zip_free=1_000_000), "too_large"),
        (archive(large_dot_txt=PAGE), Limits(zip_entry=50), "too_large"),
        (archive(one_dot_txt=PAGE, two_dot_txt=PAGE), Limits(zip_entries=1), "too_many"),
        (b"PK\x03\x04 broken", Limits(), "bad_zip"),
        (b"", Limits(), "bad_zip"),
    ],
)
def test_what_cannot_be_opened_is_refused_with_a_mend(read, data, limits, code):
    refusals = [one for one in read("a.zip", data, limits=limits) if isinstance(one, Refusal)]

    assert [one.code for one in refusals] == [code]
    assert refusals[0].helps


def test_all_entries_together_stay_below_the_limit(read):
    found = read("a.zip", archive(a_dot_txt=PAGE, b_dot_txt=PAGE, c_dot_txt=PAGE), limits=Limits(zip_all=250))

    assert [type(one) for one in found] == [Document, Document, Refusal]


def test_a_link_is_not_followed(read):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        packed.writestr(link, "/etc/passwd")

    (refusal,) = read("a.zip", data.getvalue())

    assert isinstance(refusal, Refusal) and refusal.code == "link"


def test_a_broken_entry_does_not_stop_the_others(read):
    whole = archive(a_dot_txt=PAGE, b_dot_txt=PAGE)
    start = whole.index(b"a.txt") + len("a.txt")
    broken = whole[:start] + b"\xff" * 8 + whole[start + 8 :]

    found = read("a.zip", broken)

    assert [one.place for one in found] == ["a.zip: a.txt", "a.zip: b.txt"]
    assert isinstance(found[0], Refusal) and isinstance(found[1], Document)

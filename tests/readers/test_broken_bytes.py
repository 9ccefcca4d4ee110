"""Whatever happened to a file on its way, reading it gives documents in the stored form, or refusals."""

import io
import random
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from claims.readers import Document, Refusal, read_bytes, read_header

DATA = Path(__file__).parents[1] / "data" / "pages"
DAMAGES = 60  # per kind of file
#: bytes that have broken readers elsewhere
PIECES = [
    b"\x00", b"\xff\xfe", b'"', b"\n", b",", b"\xed\xa0\x80", b"{", b"]", b"<", b"&#xD800;", b"\\ud800",
    b"9" * 400, b"1e999", b"NaN", "\u0301".encode() * 40, b"- ", b"05/03/2024", b"31/12/9999", b"0000-00-00",
    b"[" * 2_000,
]  # fmt: skip


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in (["title", "text", "date"], ["A title", "Some words, and an end.", "05/03/2024"]):
        book.active.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _archive() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.txt", "A title\n\nSome words stand here, and they end.\n")
        packed.writestr("b.csv", "title,text\nA,Some words.\n")
    return data.getvalue()


WHOLE = {
    "a.txt": (DATA / "county-paper.txt").read_bytes(),
    "a.html": (DATA / "graph-and-comments.html").read_bytes(),
    "a.csv": b'id;title;text;date\r\n1;A;"Some ""words"".";5/3/24\r\n2;B;More words.;25/03/2024\r\n',
    "a.jsonl": b'{"title": "A", "text": "Some words.", "date": "2024-03-05"}\n{"text": 5}\n',
    "a.json": b'[{"title": "A", "text": "Some words.", "author": ["X", {"name": "Y"}]}, {"articles": []}]',
    "a.xlsx": _workbook(),
    "a.zip": _archive(),
}


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with a few of them lost, changed or put in."""
    broken = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        place = chance.randint(0, len(broken))
        if chance.random() < 0.5:
            broken[place:place] = chance.choice(PIECES)
        else:
            del broken[place : place + chance.randint(1, 120)]
    return bytes(broken)


def problems(found: Document | Refusal) -> Iterator[str]:
    """Say in what a result is not what the readers promise."""
    if isinstance(found, Refusal):
        if not (found.place and found.problem and found.helps and found.code):
            yield "a refusal without place, problem, mend or code"
        return
    head, body = found.text[: found.body_start], found.text[found.body_start :]
    if head != (f"{found.title}\n\n" if found.title else "") or not body.strip():
        yield "title and body are not where the text has them"
    if not unicodedata.is_normalized("NFC", found.text) or any(sign in found.text for sign in "\x00\r\ud800"):
        yield "the text is not in the stored form"


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_damaged_files_give_documents_in_the_stored_form_or_refusals(name):
    chance = random.Random(name)

    told = set()
    for _ in range(DAMAGES):
        data = damaged(WHOLE[name], chance)
        read_header(name, data)
        told |= {problem for found in read_bytes(name, data) for problem in problems(found)}

    assert told == set()

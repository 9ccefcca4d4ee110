"""Open: one file per input format, each turning bytes into documents or refusals that name the place."""

from claims.readers.columns import COLUMN_NAMES, FIELDS, UnableToMap, check_mapping, guess_mapping
from claims.readers.documents import Document, LeftOut, Refusal
from claims.readers.files import read_bytes, read_path
from claims.readers.headers import Header, read_header, read_header_of_path
from claims.readers.limits import Limits

__all__ = [
    "COLUMN_NAMES",
    "FIELDS",
    "Document",
    "Header",
    "LeftOut",
    "Limits",
    "Refusal",
    "UnableToMap",
    "check_mapping",
    "guess_mapping",
    "read_bytes",
    "read_header",
    "read_header_of_path",
    "read_path",
]

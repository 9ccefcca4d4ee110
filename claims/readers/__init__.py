"""Open: one file per input format, each turning bytes into documents or into an error that names the place."""

from claims.readers.documents import Document, LeftOut, Refusal
from claims.readers.files import read_bytes, read_path
from claims.readers.limits import Limits

__all__ = ["Document", "LeftOut", "Limits", "Refusal", "read_bytes", "read_path"]

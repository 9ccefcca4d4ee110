"""What a check of the corpus found: which row breaks which law, and what mends it."""

from dataclasses import dataclass

RECOUNT = "manage.py recount makes the copies anew"
BACKUP = "restore the last backup: the stored text and what was read from it no longer fit"
EXTRACT = "manage.py extract --all writes it anew, unless a person answers for the quote"
MATCH = "manage.py match --all writes it anew"
COPIES = "manage.py recount groups the copies anew"
ASK = "a row was changed around the services: compare it with its history, and undo or correct it there"


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken law."""

    table: str
    row: int
    problem: str
    mend: str

    def __str__(self) -> str:
        return f"{self.table} {self.row}: {self.problem}. Mend: {self.mend}."

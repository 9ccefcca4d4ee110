"""Differences as the consistency page shows them: both statements marked, who tagged them, and how."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.models import Annotation, Claim, Match, User
from claims.queries.consistency import Difference, DifferenceKind
from claims.queries.lists import speakers_of_quotes, statements_to_list
from claims.queries.rights import annotations_seen_by
from claims.queries.shown_matches import Side, compare_statements


@dataclass(frozen=True, slots=True)
class ClaimInTwo:
    """One claim, and the stance on each side; "" where it is not tagged."""

    claim: Claim
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class ShownDifference:
    """A difference with all that its row shows."""

    difference: Difference
    #: each side with its coder and that coder's tags
    sides: Sequence[tuple[Side, User]]
    claims: Sequence[ClaimInTwo]
    #: what links the two; none if they are one utterance
    match: Match | None

    @property
    def has_other_stance(self) -> bool:
        """Whether one claim has two stances."""
        return self.difference.kind is DifferenceKind.STANCE


def show_differences(differences: Sequence[Difference], *, user: User) -> list[ShownDifference]:
    """Return differences ready to be shown, in the same order."""
    said = [one for difference in differences for one in (difference.left, difference.right)]
    statements = statements_to_list().in_bulk({one.statement for one in said})
    coders = User.objects.in_bulk({one.coder for one in said})
    claims = Claim.objects.in_bulk({claim for difference in differences for claim in difference.claims})
    matches = Match.objects.in_bulk({one.match for one in differences if one.match is not None})
    speakers = speakers_of_quotes([statement.quote_id for statement in statements.values()])
    tags = _tags_of(differences, list(statements), user)
    shown = []
    for difference in differences:
        rows = [statements[one.statement] for one in (difference.left, difference.right)]
        sides = []
        marks = compare_statements(*rows)
        for row, one, pieces in zip(rows, (difference.left, difference.right), marks, strict=True):
            own = tags.get((difference.codebook, one.statement, one.coder), [])
            side = Side(row, speakers.get(row.quote_id, []), pieces, own)
            sides.append((side, coders[one.coder]))
        in_two = [ClaimInTwo(claims[claim], *pair) for claim, pair in difference.claims.items()]
        match = matches.get(difference.match) if difference.match is not None else None
        shown.append(ShownDifference(difference, sides, in_two, match))
    return shown


def _tags_of(
    differences: Sequence[Difference], statements: Sequence[int], user: User
) -> dict[tuple[int, int, int], list[Annotation]]:
    codebooks = {difference.codebook for difference in differences}
    found: dict[tuple[int, int, int], list[Annotation]] = {}
    tags = annotations_seen_by(user).filter(codebook__in=codebooks, statement__in=statements)
    for tag in tags.select_related("claim").order_by("id"):
        found.setdefault((tag.codebook_id, tag.statement_id, tag.coder_id), []).append(tag)
    return found

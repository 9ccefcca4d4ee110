"""The filters of the consistency list: whose tags, which claims, what differs."""

from typing import Any

from django.db.models import QuerySet

from claims.models import Annotation, Claim, Decision, User
from claims.queries.consistency import Difference, DifferenceKind, Differences, find_differences
from claims.queries.filter_kinds import Choice, OneOf, Order, Rows
from claims.queries.rights import decisions_seen_by
from claims.queries.row_filters import RowFilter, with_claims_below

ORDERS = {
    "stances": ("stances first", lambda one: (one.kind != DifferenceKind.STANCE, not one.is_of_one, one.key)),
    "newest": ("newest first", lambda one: (-one.day.toordinal(), one.key)),
    "coder": ("one coder at a time", lambda one: (one.left.coder, one.right.coder, one.key)),
}


class DifferenceFilter(RowFilter):
    """Differences between tags by coder, claim, kind, and whether one coder or two made them.

    Its rows are computed from the tags that the person sees; ``qs`` has them in their order.
    """

    kind = OneOf(
        label="What differs",
        choices=[(DifferenceKind.STANCE, "stances"), (DifferenceKind.CLAIM, "claims")],
        method="leave_to_rows",
    )
    whose = Choice(
        label="Whose",
        choices=[("one", "of one coder"), ("two", "between two coders")],
        method="leave_to_rows",
    )
    coder = Rows(label="Coder", queryset=User.objects.none(), method="leave_to_rows")
    claim = Rows(label="Claim", queryset=Claim.objects.none(), method="leave_to_rows")
    order = Order(orders={name: (words, ("id",)) for name, (words, _) in ORDERS.items()})

    class Meta:
        model = Annotation
        fields: list[str] = []

    def leave_to_rows(self, rows: QuerySet, name: str, value: Any) -> QuerySet:
        """Change nothing: the rows are no table's."""
        return rows

    @property
    def qs(self) -> Differences:
        """Return the differences that fit, in their order."""
        if not hasattr(self, "_differences"):
            self.form.full_clean()
            self._differences = self._find(self.form.cleaned_data)
        return self._differences

    def _find(self, chosen: dict[str, Any]) -> Differences:
        seen = Decision.objects.all() if self.user is None else decisions_seen_by(self.user)
        decisions = seen if self.codebook is None else seen.filter(codebook=self.codebook)
        found = (one for one in find_differences(self.annotations(), decisions) if _fits(one, chosen))
        _, key = ORDERS[chosen.get("order") or self.filters["order"].default]
        claims = set(with_claims_below(chosen["claim"])) if chosen.get("claim") else None
        kept = (one for one in found if claims is None or claims & one.claims.keys())
        return Differences(sorted(kept, key=key))


def _fits(one: Difference, chosen: dict[str, Any]) -> bool:
    if chosen.get("kind") and one.kind not in chosen["kind"]:
        return False
    if chosen.get("whose") and one.is_of_one is not (chosen["whose"] == "one"):
        return False
    coders = {coder.pk for coder in chosen.get("coder") or ()}
    return not coders or bool(coders & {one.left.coder, one.right.coder})

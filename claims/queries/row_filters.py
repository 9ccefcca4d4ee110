"""What the filters of all lists share: who asks, which tags count, and how names and claims are followed."""

from typing import Any

import django_filters
from django.db.models import QuerySet

from claims.models import Alias, Annotation, Attribution, Claim, Codebook, Speaker, Stance, User
from claims.queries.filter_kinds import YES_NO, Choice, OneOf, Rows
from claims.queries.rights import annotations_seen_by, codebooks_of
from claims.text.folding import fold_text
from claims.text.names_across import fold_name


class RowFilter(django_filters.FilterSet):
    """What all lists share: who asks, under which codebook, and an order even without a choice."""

    def __init__(
        self,
        data: Any = None,
        queryset: QuerySet | None = None,
        *,
        user: User | None = None,
        codebook: Codebook | None = None,
        request: Any = None,
        prefix: str | None = None,
    ) -> None:
        super().__init__({} if data is None else data, queryset, request=request, prefix=prefix)
        self.user, self.codebook = user, codebook
        if "claim" in self.filters:
            self.filters["claim"].queryset = self._claims()
        if "coder" in self.filters:
            self.filters["coder"].queryset = self._coders()

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Return the rows that fit all filters, in an order even where the chosen one cannot be read."""
        rows = super().filter_queryset(queryset)
        return rows if rows.ordered else self.filters["order"].filter(rows, "")

    def annotations(self) -> QuerySet[Annotation]:
        """Return the tags that count here."""
        seen = Annotation.objects.standing() if self.user is None else annotations_seen_by(self.user)
        return seen if self.codebook is None else seen.filter(codebook=self.codebook)

    def _codebooks(self) -> QuerySet[Codebook]:
        seen = Codebook.objects.all() if self.user is None else codebooks_of(self.user)
        return seen if self.codebook is None else seen.filter(pk=self.codebook.pk)

    def _claims(self) -> QuerySet[Claim]:
        return Claim.objects.filter(codebook__in=self._codebooks())

    def _coders(self) -> QuerySet[User]:
        return User.objects.filter(memberships__codebook__in=self._codebooks()).distinct()


class ByTags(RowFilter):
    """Lists that tags narrow: claim, stance and coder are asked of one and the same tag."""

    claim = Rows(label="Claim", queryset=Claim.objects.none(), method="leave_to_tags")
    stance = OneOf(label="Stance", choices=Stance.choices, method="leave_to_tags")
    coder = Rows(label="Coder", queryset=User.objects.none(), method="leave_to_tags")
    tagged = Choice(label="Tagged", choices=YES_NO, method="leave_to_tags")

    #: from an annotation to the id of a row of this list
    row_of_tag = ""

    def leave_to_tags(self, rows: QuerySet, name: str, value: Any) -> QuerySet:
        """Change nothing: ``filter_queryset`` asks for all of these at once."""
        return rows

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Return the rows that fit all filters."""
        rows = super().filter_queryset(queryset)
        chosen = self.form.cleaned_data
        tags = tags_that_fit(self.annotations(), chosen).filter(statement__is_live=True)
        if (
            chosen.get("claim")
            or chosen.get("stance")
            or chosen.get("coder")
            or chosen.get("tagged") == "yes"
        ):
            rows = rows.filter(pk__in=tags.values(self.row_of_tag))
        if chosen.get("tagged") == "no":
            tagged = self.annotations().filter(statement__is_live=True)
            rows = rows.exclude(pk__in=tagged.values(self.row_of_tag))
        return rows


def tags_that_fit(tags: QuerySet[Annotation], chosen: dict[str, Any]) -> QuerySet[Annotation]:
    """Return the tags of the chosen claims (a group counts for all below it), stances and coders."""
    if chosen.get("claim"):
        tags = tags.filter(claim__in=with_claims_below(chosen["claim"]))
    if chosen.get("stance"):
        tags = tags.filter(stance__in=chosen["stance"])
    if chosen.get("coder"):
        tags = tags.filter(coder__in=[coder.pk for coder in chosen["coder"]])
    return tags


def with_claims_below(claims: Any) -> list[int]:
    """Return the ids of ``claims`` and of all that stand below them in their trees."""
    codebooks = {claim.codebook_id for claim in claims}
    pairs = list(Claim.objects.filter(codebook__in=codebooks).values_list("id", "parent_id"))
    found = {claim.pk for claim in claims}
    while more := {child for child, parent in pairs if parent in found} - found:
        found |= more
    return sorted(found)


def speakers_now(speakers: Any) -> list[int]:
    """Return the ids of the speakers, each merged one led on to the speaker it went into."""
    ids = {speaker.pk for speaker in speakers}
    while onward := {
        merged.merged_into_id: merged.pk
        for merged in Speaker.objects.filter(pk__in=ids, merged_into__isnull=False)
    }:
        ids = (ids - set(onward.values())) | {into for into in onward if into is not None}
    return sorted(ids)


def quotes_of(speakers: Any) -> QuerySet:
    """Return the ids of the quotes of any of ``speakers``."""
    return Attribution.objects.live().filter(speaker__in=speakers_now(speakers)).values("quote")


def quotes_of_names(typed: str) -> QuerySet:
    """Return the ids of the quotes of speakers one of whose names holds the typed letters."""
    named = names_like(typed).values("speaker")
    return Attribution.objects.live().filter(speaker__in=named).values("quote")


def names_like(typed: str) -> QuerySet[Alias]:
    """Return the names that hold the typed letters, compared across spellings and alphabets."""
    folded = fold_name(typed)
    if not folded:
        return Alias.objects.filter(name__icontains=fold_text(typed) or typed)
    return Alias.objects.filter(name_folded__contains=folded)

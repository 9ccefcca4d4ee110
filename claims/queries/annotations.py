"""Annotations: the tags of statements as their reader may see them."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import QuerySet

from claims.models import Annotation, User
from claims.queries.rights import annotations_seen_by


def tags_of_statements(
    statement_ids: Iterable[int], *, user: User, codebook_id: int | None = None
) -> dict[int, list[Annotation]]:
    """Return the standing tags that ``user`` may see on each statement, oldest first; none = no key."""
    tags = annotations_seen_by(user).filter(statement__in=list(statement_ids))
    if codebook_id is not None:
        tags = tags.filter(codebook=codebook_id)
    found: dict[int, list[Annotation]] = defaultdict(list)
    for tag in tags.select_related("claim", "coder", "codebook").order_by("id"):
        found[tag.statement_id].append(tag)
    return dict(found)


def own_tags(user: User) -> QuerySet[Annotation]:
    """Return the standing tags that ``user`` made in codebooks she is a member of."""
    return annotations_seen_by(user).filter(coder=user)

"""Rights: they hang on the memberships of codebooks, never on single rows.

The corpus (articles, quotes, speakers, statements, matches) is everybody's who has an account; leads
and coders may correct it, readers may not. A codebook and all that is said in it is its members' own.
"""

from django.db.models import QuerySet

from claims.models import Annotation, Codebook, Decision, Membership, User


def memberships_of(user: User) -> QuerySet[Membership]:
    """Return what ``user`` may do, codebook by codebook."""
    return Membership.objects.current().filter(user=user).select_related("codebook")


def codebooks_of(user: User) -> QuerySet[Codebook]:
    """Return the codebooks that ``user`` is a member of."""
    return Codebook.objects.filter(pk__in=memberships_of(user).values("codebook")).order_by("name")


def annotations_seen_by(user: User) -> QuerySet[Annotation]:
    """Return the standing annotations of the codebooks that ``user`` is a member of.

    Pages, lists, files and comparisons of tags all ask here and at ``decisions_seen_by``: what a blind set
    hides from its coders is to be left out in these two.
    """
    return Annotation.objects.standing().filter(codebook__in=memberships_of(user).values("codebook"))


def decisions_seen_by(user: User) -> QuerySet[Decision]:
    """Return the decisions of the codebooks that ``user`` is a member of."""
    return Decision.objects.filter(codebook__in=memberships_of(user).values("codebook"))


def may_correct_corpus(user: User) -> bool:
    """Say whether ``user`` may import, correct quotes and speakers, and judge matches."""
    if not user.is_active:
        return False
    tagging_roles = [Membership.Role.LEAD, Membership.Role.CODER]
    return user.is_superuser or memberships_of(user).filter(role__in=tagging_roles).exists()

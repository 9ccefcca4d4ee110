"""Codebooks: who tags in one, who leads one, what its coders are called, and its version in use."""

from django.db.models import OuterRef, QuerySet, Subquery

from claims.models import Codebook, CodebookVersion, Membership, User
from claims.queries.rights import memberships_of


def version_in_use(codebook: Codebook) -> CodebookVersion | None:
    """Return the version that was published last, if one was: new annotations carry it."""
    return CodebookVersion.objects.filter(codebook=codebook).order_by("-number").first()


def codebooks_tagged_by(user: User) -> QuerySet[Codebook]:
    """Return the codebooks in which ``user`` may tag."""
    roles = [Membership.Role.LEAD, Membership.Role.CODER]
    return Codebook.objects.filter(
        pk__in=memberships_of(user).filter(role__in=roles).values("codebook")
    ).order_by("name")


def codebooks_led_by(user: User) -> QuerySet[Codebook]:
    """Return the codebooks that ``user`` leads."""
    led = memberships_of(user).filter(role=Membership.Role.LEAD)
    return Codebook.objects.filter(pk__in=led.values("codebook")).order_by("name")


def with_pseudonyms(rows: QuerySet) -> QuerySet:
    """Return annotations or decisions with the ``pseudonym`` under which exports name their coder."""
    member = Membership.objects.filter(codebook=OuterRef("codebook"), user=OuterRef("coder"))
    return rows.annotate(pseudonym=Subquery(member.values("pseudonym")[:1]))

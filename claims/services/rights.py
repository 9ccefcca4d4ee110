"""What a service asks before it changes anything."""

from claims.models import Codebook, Membership, User
from claims.queries.rights import may_correct_corpus, memberships_of


class NotAllowed(Exception):
    """The person may not do this; the words say who may."""


def require_reviewer(by: User) -> None:
    """Refuse a person who may not correct the corpus.

    :raises NotAllowed: if ``by`` is neither lead nor coder of any codebook.
    """
    if not may_correct_corpus(by):
        raise NotAllowed("Readers change nothing. A lead of a codebook can make you a coder.")


def require_tagger(by: User, codebook: Codebook) -> Membership:
    """Return the membership under which ``by`` tags in ``codebook``.

    :raises NotAllowed: if ``by`` is no lead or coder of it.
    """
    membership = memberships_of(by).filter(codebook=codebook).first()
    if membership is None or not membership.may_tag:
        raise NotAllowed(f"Only leads and coders of “{codebook}” tag in it.")
    return membership


def hold_tagger(by: User, codebook: Codebook) -> Membership:
    """Return the membership under which ``by`` tags, held until the transaction ends.

    Whatever one coder sends from two windows at the same moment is done one after the other, so that
    each sees what the other did.

    :raises NotAllowed: if ``by`` is no lead or coder of the codebook.
    """
    membership = require_tagger(by, codebook)
    return Membership.objects.select_for_update().get(pk=membership.pk)


def require_lead(by: User, codebook: Codebook) -> Membership:
    """Return the membership under which ``by`` leads ``codebook``.

    :raises NotAllowed: if ``by`` is no lead of it.
    """
    membership = memberships_of(by).filter(codebook=codebook).first()
    if membership is None or membership.role != Membership.Role.LEAD:
        raise NotAllowed(f"Only leads of “{codebook}” do this.")
    return membership

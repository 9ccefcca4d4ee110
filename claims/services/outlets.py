"""Outlets: found by name or domain, or made."""

from urllib.parse import urlsplit

from django.db import transaction

from claims.models import Outlet, User
from claims.services.changes import begin_change, save_changed, save_new, save_quietly
from claims.services.rights import require_reviewer
from claims.text.folding import fold_text

#: what a person says about an outlet
DESCRIBED = ("name", "name_folded", "domain", "kind", "country", "language", "time_zone")


def find_or_make_outlet(*, name: str, domain: str = "", kind: str = Outlet.Kind.NEWS) -> Outlet:
    """Return the outlet of that name, or of that domain, making it if there is none.

    A merged outlet's name leads to the one it went into.
    """
    name = " ".join(name.split())[:200] or domain
    folded = fold_text(name)[:200]
    found = Outlet.objects.filter(name_folded=folded).first()
    if found is None and domain:
        found = Outlet.objects.filter(domain=domain).first()
    if found is None:
        found = Outlet(name=name, name_folded=folded, domain=domain, kind=kind)
        save_quietly(found)
    return standing_outlet(found)


def standing_outlet(outlet: Outlet) -> Outlet:
    """Return the outlet that ``outlet`` was merged into in the end, or itself."""
    while outlet.merged_into is not None:
        outlet = outlet.merged_into
    return outlet


def domain_of(url: str) -> str:
    """Return the host name of a web address without ``www.``, or "" if it is none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")[:253]


@transaction.atomic
def describe_outlet(
    *,
    outlet: Outlet,
    name: str,
    domain: str,
    kind: str,
    country: str,
    language: str,
    time_zone: str,
    by: User,
) -> Outlet:
    """Store what a person says about an outlet: a new one, or one that is there already.

    :raises NotAllowed: if ``by`` may not correct the corpus.
    """
    require_reviewer(by)
    outlet.name = " ".join(name.split())
    outlet.name_folded = fold_text(outlet.name)[:200]
    outlet.domain, outlet.kind, outlet.country = domain, Outlet.Kind(kind), country
    outlet.language, outlet.time_zone = language, time_zone
    verb = "added" if outlet.pk is None else "changed"
    change = begin_change(verb="describe_outlet", words=f"{verb} the outlet “{outlet}”", by=by)
    if outlet.pk is None:
        save_new(change, outlet)
    else:
        save_changed(change, outlet, fields=DESCRIBED)
    return outlet

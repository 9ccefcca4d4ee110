"""Outlets: found by name or domain, or made."""

from urllib.parse import urlsplit

from claims.models import Outlet
from claims.services.changes import save_quietly
from claims.text.folding import fold_text


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

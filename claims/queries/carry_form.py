"""What a person asks of a preview of carried tags: the cut-off, the page, and what she left out so far.

Everything is chosen until she takes it out. What was taken out travels along from page to page, so that
nothing is lost by looking at the next one; the preview itself is made anew each time.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import QueryDict

from claims.models import Annotation, User
from claims.queries.carry_over import (
    BANDS,
    CUTS,
    MAX_AT_ONCE,
    MAX_SOURCES,
    USUAL_CUT,
    CarryPlan,
    CarryRow,
    Proposed,
    carry_rows,
    plan_carry_over,
)

ROWS_ON_A_PAGE = 100
PAIR = re.compile(r"[1-9]\d{0,18}-[1-9]\d{0,18}")  # an annotation and a statement, as a form sends them
NEW, APART, DONE = "new", "apart", "done"
LISTS = (NEW, APART, DONE)


@dataclass(frozen=True, slots=True)
class CarryAsked:
    """What was asked for, as an address or a form says it; what cannot be read is as usual."""

    cut: str
    listing: str
    page: str
    left_out: frozenset[str]
    #: the stamp of the plan that the person was looking at; empty if she was at none
    had_plan: str = ""

    @property
    def state(self) -> dict[str, str]:
        """What of it an address keeps."""
        return {"min_score": self.cut, "list": self.listing, "page": self.page}


@dataclass(slots=True)
class CarryPage:
    """One page of a plan."""

    asked: CarryAsked
    #: how many tags were to be carried
    tag_count: int
    plan: CarryPlan
    page: Page[Proposed]
    rows: list[CarryRow]
    #: those of the plan that are not left out, the surest first
    chosen: list[Proposed]

    @property
    def for_one_act(self) -> list[Proposed]:
        """Those of the chosen that one act carries: the surest."""
        return self.chosen[:MAX_AT_ONCE]

    @property
    def context(self) -> dict[str, Any]:
        """What the templates of the preview need."""
        return {
            "shown": self,
            "plan": self.plan,
            "page": self.page,
            "asked": self.asked,
            "bands": BANDS,
            "tag_count": self.tag_count,
            "max_sources": MAX_SOURCES,
            "max_at_once": MAX_AT_ONCE,
        }

    @property
    def left_out_count(self) -> int:
        """How many tags of the plan are left out."""
        return len(self.plan.new) - len(self.chosen)

    @property
    def is_what_was_shown(self) -> bool:
        """Whether the plan is still the one that the person was looking at."""
        return self.asked.had_plan == self.stamp

    @property
    def stamp(self) -> str:
        """Return what another plan would not have: a digest of the tags it would make."""
        pairs = ",".join(f"{row.annotation}-{row.statement}" for row in self.plan.new)
        return sha256(pairs.encode()).hexdigest()[:16]

    @property
    def left_out(self) -> str:
        """What is left out on other pages than this one, as the form sends it along."""
        here = {row.pair for row in self.rows} if self.asked.listing == NEW else set()
        return ",".join(sorted(self.asked.left_out - here))


def read_asked(address: QueryDict, form: QueryDict) -> CarryAsked:
    """Return what a person asks for: the form counts where it says something, else the address."""
    cut = form.get("min_score") or address.get("min_score", "")
    listing = form.get("list") or address.get("list", "")
    # another cut-off or list begins with its first page
    is_other = any(name in form and form[name] != form.get(f"had_{name}") for name in ("min_score", "list"))
    page = "1" if is_other else form.get("page") or address.get("page", "1")
    checked = set(form.getlist("pair"))
    left_out = {pair for pair in form.get("left_out", "").split(",") if PAIR.fullmatch(pair)}
    left_out |= {pair for pair in form.getlist("shown") if PAIR.fullmatch(pair)}
    return CarryAsked(
        cut if cut in CUTS else USUAL_CUT,
        listing if listing in LISTS else NEW,
        page,
        frozenset(left_out - checked),
        form.get("had_plan", ""),
    )


def carry_page(tags: QuerySet[Annotation], asked: CarryAsked, *, by: User) -> CarryPage:
    """Return the page that was asked for, of what carrying these tags over would do if ``by`` did it.

    The plan of too many tags is empty; the page says so.
    """
    tag_count = tags.count()
    plan = plan_carry_over(tags if tag_count <= MAX_SOURCES else tags.none(), by=by, cut=asked.cut)
    listed: Sequence[Proposed] = {NEW: plan.new, APART: plan.apart, DONE: plan.done}[asked.listing]
    page = Paginator(listed, ROWS_ON_A_PAGE).get_page(asked.page)
    chosen = [row for row in plan.new if f"{row.annotation}-{row.statement}" not in asked.left_out]
    return CarryPage(asked, tag_count, plan, page, carry_rows(list(page)), chosen)

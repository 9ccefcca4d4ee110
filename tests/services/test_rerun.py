"""Running another extractor over the corpus: the preview tells what the run then does, and it can go back.

Random corpora: an article, what a first extractor finds in it, acts of people, what a second one finds.
"""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.models import (
    Attribution,
    ExpectedChange,
    Match,
    Position,
    Quote,
    Speaker,
    Statement,
)
from claims.services import finding
from claims.services.extracting import extract_all, extract_new, whole_runs
from claims.services.extraction_back import take_back_extraction
from claims.services.preview import preview_extraction
from claims.services.progress import Stopped
from tests.services.corpus import make_article, make_user
from tests.services.laws import Laws
from tests.services.test_rerun_laws import (
    GENERATE,
    SLOW,
    TEXT,
    acts,
    do,
    found_quotes,
    problems,
)


class Extractor:
    """Stands in for the extractor: what it finds in each text is set by the test."""

    def __init__(self):
        self.finds = {}

    def __call__(self, text, **options):
        found = self.finds.get(text, [])
        if isinstance(found, Exception):
            raise found
        return found


@pytest.fixture
def extractor(monkeypatch):
    stand_in = Extractor()
    monkeypatch.setattr(finding, "extract_quotes", stand_in)
    return stand_in


class Stopping:
    """Progress that stops after a number of articles."""

    def __init__(self, after):
        self.left = after

    def begin(self, total, what):
        pass

    def advance(self, done=1):
        self.left -= done
        if self.left <= 0:
            raise Stopped


def standing():
    """Each standing quote: its place and who said it; and everything else that the extractor may set."""
    found = {}
    for quote in Quote.objects.filter(status="STANDING").order_by("id"):
        live = Attribution.objects.live().filter(quote=quote).order_by("order", "id")
        statements = Statement.objects.live().filter(quote=quote).order_by("start")
        found[quote.pk] = {
            "article": quote.article_id,
            "span": (quote.start, quote.end),
            "who": {row.speaker.name if row.speaker else "" for row in live},
            "ids": {row.speaker_id for row in live},
            "rest": (
                quote.parts, quote.quoted, quote.kind, quote.form, quote.rule, quote.confidence,
                quote.inside_id,
                [
                    (row.speaker_id, row.alias_id, row.mention, row.rule, row.confidence, row.order)
                    for row in live
                ],
                [(row.start, row.end, row.parts) for row in statements],
            ),
        }  # fmt: skip
    return found


def happened(before, after):
    """What a run did, read off the rows: kind, stored quote or 0, where it stands then, who says it then."""
    gone = {pk: row for pk, row in before.items() if pk not in after}
    come = {pk: row for pk, row in after.items() if pk not in before}
    told = Counter()
    for pk in before.keys() & after.keys():
        if before[pk]["ids"] != after[pk]["ids"]:
            told["SPEAKER", pk, after[pk]["span"], frozenset(after[pk]["who"])] += 1
        elif before[pk]["rest"] != after[pk]["rest"]:
            told["DETAILS", pk, after[pk]["span"], frozenset(after[pk]["who"])] += 1
    told.update({("GONE", pk, row["span"], frozenset()): 1 for pk, row in gone.items()})
    told.update({("COME", 0, row["span"], frozenset(row["who"])): 1 for row in come.values()})
    return told


def expected():
    """The same as the preview tells it; a move is one that goes and one that comes."""
    told = Counter()
    for change in ExpectedChange.objects.all():
        was, would_be = change.was, change.would_be
        who = frozenset(speaker["name"] for speaker in would_be.get("speakers", ()))
        if change.kind in ("LOST", "MOVED"):
            told["GONE", change.quote_id, hull(was["parts"]), frozenset()] += 1
        if change.kind in ("NEW", "MOVED"):
            told["COME", 0, hull(would_be["parts"]), who] += 1
        if change.kind in ("SPEAKER", "DETAILS"):
            told[change.kind, change.quote_id, hull(would_be["parts"]), who] += 1
    return told


def hull(parts):
    return (parts[0][0], parts[-1][1])


def everything():
    """All that stands, by id; what a program merely copies or counts included."""
    left_out = {"utterance_id", "touched_at"}
    return {
        model.__name__: [
            {name: value for name, value in row.items() if name not in left_out}
            for row in model.objects.filter(is_live=True).order_by("id").values()
        ]
        for model in (Quote, Attribution, Statement, Speaker, Position, Match)
    }


TEXTS = [TEXT, f"Another paper. {TEXT}"]


class PreviewLaws(Laws):
    """What a preview tells is what the run does, whatever people did before; and it can be taken back."""

    def setUp(self):
        self.patch = pytest.MonkeyPatch()
        self.extractor = Extractor()
        self.patch.setattr(finding, "extract_quotes", self.extractor)

    def tearDown(self):
        self.patch.undo()

    def first(self, found):
        """Store two articles and what the first extractor finds in them."""
        for number, (text, quotes) in enumerate(zip(TEXTS, found, strict=True)):
            make_article(text, outlet=f"Outlet {number}")
            self.extractor.finds[text] = quotes
        extract_new()

    def second(self, found):
        self.extractor.finds = dict(zip(TEXTS, found, strict=True))

    def act(self, wanted):
        coder = make_user()
        for act, place in wanted:
            live = list(Quote.objects.live().order_by("id"))
            if live and act != "nothing":
                do(act, live[place % len(live)], coder)
        return coder

    @settings(max_examples=8, deadline=None, phases=GENERATE, suppress_health_check=SLOW)
    @given(
        st.tuples(found_quotes(), found_quotes()), st.tuples(found_quotes(), found_quotes()), st.lists(acts)
    )
    def test_a_preview_tells_what_the_run_then_does(self, old, new, wanted):
        self.first(old)
        self.act(wanted)
        self.second(new)
        before = standing()

        preview_extraction()

        told = expected()
        assert standing() == before
        extract_all()
        assert happened(before, standing()) == told

    @settings(max_examples=8, deadline=None, phases=GENERATE, suppress_health_check=SLOW)
    @given(
        st.tuples(found_quotes(), found_quotes()), st.tuples(found_quotes(), found_quotes()), st.lists(acts)
    )
    def test_a_run_that_is_taken_back_leaves_everything_as_it_was(self, old, new, wanted):
        self.first(old)
        self.act(wanted)
        self.second(new)
        before = everything()
        extract_all()
        assert problems() == []

        take_back_extraction(run=whole_runs()[0])

        assert everything() == before
        assert problems() == []

    @settings(max_examples=8, deadline=None, phases=GENERATE, suppress_health_check=SLOW)
    @given(
        st.tuples(found_quotes(), found_quotes()), st.tuples(found_quotes(), found_quotes()), st.lists(acts)
    )
    def test_what_people_did_after_a_run_stays_when_it_is_taken_back(self, old, new, wanted):
        self.first(old)
        self.second(new)
        extract_all()
        self.act(wanted)
        touched = {
            row.pk: rows
            for row in Quote.objects.filter(touched_by__isnull=False)
            for rows in [list(Attribution.objects.filter(quote=row).values())]
        }

        take_back_extraction(run=whole_runs()[0])

        assert problems() == []
        for quote, rows in touched.items():
            assert list(Attribution.objects.filter(quote=quote).values()) == rows

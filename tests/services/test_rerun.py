"""Running another extractor over the corpus: the preview tells what the run then does, and it can go back.

Random corpora: an article, what a first extractor finds in it, acts of people, what a second one finds.
"""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.models import (
    Attribution,
    Change,
    ExpectedChange,
    Match,
    Position,
    Quote,
    Speaker,
    Statement,
)
from claims.services import finding, preview
from claims.services.extracting import extract_all, extract_new, whole_runs
from claims.services.extraction_back import UnableToTakeBack, take_back_extraction
from claims.services.preview import COUNTS, last_preview, preview_extraction
from claims.services.progress import Stopped
from claims.services.quotes import confirm_quote, reject_quote
from claims.services.speakers import merge_speakers
from claims.text.found import FoundSpeaker
from tests.services.corpus import OKARRIN, VOSK, find, make_article, make_user
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


SPEECH = "“We will sign it this year,” said Ilyana Vosk. “Nobody expects signatures,” said Anselm Okarrin."
SIGN, NOBODY = "We will sign it this year,", "Nobody expects signatures,"


@pytest.fixture
def corpus(db, extractor):
    """Three articles in which the first extractor found what Vosk said, and said unknown of the other."""
    articles = [make_article(f"{SPEECH} Paper {number}.", outlet=f"Paper {number}") for number in range(3)]
    for article in articles:
        extractor.finds[article.text] = [find(article.text, SIGN, VOSK), find(article.text, NOBODY)]
    extract_new()
    return articles


def find_other(extractor, articles):
    """Let another extractor find who said the second quote, and lose the first."""
    for article in articles:
        extractor.finds[article.text] = [find(article.text, NOBODY, OKARRIN)]


def test_a_preview_counts_by_kind_rule_and_outlet_and_what_stays(corpus, extractor):
    confirm_quote(quote=Quote.objects.get(article=corpus[0], exact=SIGN), by=make_user())
    find_other(extractor, corpus)

    counts = preview_extraction().settings[COUNTS]

    assert counts["kinds"] == {"LOST": 2, "SPEAKER": 3}
    assert counts["rules"] == [["after_marks", {"LOST": 2, "SPEAKER": 3}]]
    assert counts["outlets"] == [
        ["Paper 1", {"LOST": 1, "SPEAKER": 1}],
        ["Paper 2", {"LOST": 1, "SPEAKER": 1}],
        ["Paper 0", {"SPEAKER": 1}],
    ]
    assert (counts["articles"], counts["kept"], counts["spared"]) == (3, 1, 1)


def test_names_that_an_earlier_article_would_make_are_known_to_a_later_one(corpus, extractor):
    fuller = FoundSpeaker("Ilyana Vosk", aliases=("Ilyana Maria Vosk",))
    extractor.finds[corpus[0].text] = [find(corpus[0].text, SIGN, fuller)]
    extractor.finds[corpus[2].text] = [find(corpus[2].text, NOBODY, FoundSpeaker("Ilyana Maria Vosk"))]

    preview_extraction()

    told = ExpectedChange.objects.get(article=corpus[2], kind="SPEAKER").would_be["speakers"]
    vosk = Speaker.objects.get(name="Ilyana Vosk")
    assert told == [{"id": vosk.pk, "name": "Ilyana Vosk"}]


def test_a_preview_that_was_stopped_goes_on_and_tells_the_same(corpus, extractor, monkeypatch):
    monkeypatch.setattr(preview, "AT_ONCE", 1)
    find_other(extractor, corpus)
    with pytest.raises(Stopped):
        preview_extraction(progress=Stopping(after=2))
    stopped = last_preview()
    del extractor.finds[corpus[0].text]  # not asked again

    done = preview_extraction()

    assert done == stopped
    assert done.settings[COUNTS]["kinds"] == {"LOST": 3, "SPEAKER": 3}


def test_a_new_preview_drops_the_old_one_and_a_run_ends_it(corpus, extractor):
    find_other(extractor, corpus)
    old = preview_extraction()

    new = preview_extraction()

    assert new != old
    assert set(ExpectedChange.objects.values_list("run", flat=True)) == {new.pk}
    extract_all()
    assert last_preview() is None


def test_an_article_that_fails_is_kept_with_its_reason_and_keeps_its_quotes(corpus, extractor):
    before = list(Quote.objects.filter(article=corpus[1]).values())
    find_other(extractor, corpus)
    extractor.finds[corpus[1].text] = RecursionError("too deep")

    extracted = extract_all()

    words = "the extractor failed (RecursionError: too deep)"
    assert extracted.refused == [(corpus[1].pk, words)]
    assert whole_runs()[0].settings["refused"] == [[corpus[1].pk, words]]
    assert list(Quote.objects.filter(article=corpus[1]).values()) == before


def test_only_the_last_run_is_taken_back_and_only_once(corpus, extractor):
    find_other(extractor, corpus)
    extract_all()
    first = whole_runs()[0]
    extract_all()
    second = whole_runs()[0]

    with pytest.raises(UnableToTakeBack, match=f"Run {second.pk} came later"):
        take_back_extraction(run=first)
    take_back_extraction(run=second)
    take_back_extraction(run=first)
    with pytest.raises(UnableToTakeBack, match="taken back already"):
        take_back_extraction(run=first)


def test_taking_back_that_was_stopped_goes_on_with_the_rest(corpus, extractor):
    before = everything()
    find_other(extractor, corpus)
    extract_all()
    run = whole_runs()[0]
    with pytest.raises(Stopped):
        take_back_extraction(run=run, progress=Stopping(after=1))

    assert take_back_extraction(run=run).articles == 2
    assert everything() == before


def test_a_run_that_was_stopped_is_taken_back_as_far_as_it_came(corpus, extractor):
    before = everything()
    find_other(extractor, corpus)
    with pytest.raises(Stopped):
        extract_all(progress=Stopping(after=1))

    assert take_back_extraction(run=whole_runs()[0]).changed == 1
    assert everything() == before


def test_quotes_of_articles_that_were_new_to_a_run_stay(corpus, extractor):
    late = make_article(f"{SPEECH} A late one.", outlet="Late")
    extractor.finds[late.text] = [find(late.text, SIGN, VOSK)]
    extract_all()

    take_back_extraction(run=whole_runs()[0])

    assert Quote.objects.live().filter(article=late).count() == 1
    assert not Change.objects.exists()


def test_a_quote_somebody_corrected_since_stays_and_keeps_out_what_it_replaced(corpus, extractor):
    text = corpus[0].text
    extractor.finds[text] = [find(text, "We will sign it", VOSK), find(text, NOBODY)]
    extract_all()
    moved = Quote.objects.get(article=corpus[0], exact="We will sign it")
    reject_quote(quote=moved, by=make_user())

    taken = take_back_extraction(run=whole_runs()[0])

    assert taken.kept == [moved.pk]
    assert not Quote.objects.live().filter(article=corpus[0], start=moved.start).exists()
    assert problems() == []


def test_a_quote_goes_back_to_the_speaker_its_name_belongs_to_now(corpus, extractor):
    find_other(extractor, corpus)
    for article in corpus:
        extractor.finds[article.text] = [find(article.text, SIGN, OKARRIN)]
    extract_all()
    coder = make_user()
    vosk, okarrin = (Speaker.objects.get(name=name) for name in ("Ilyana Vosk", "Anselm Okarrin"))
    merge_speakers(speakers=[vosk], into=okarrin, by=coder)

    take_back_extraction(run=whole_runs()[0])

    said = Attribution.objects.live().filter(quote__exact=SIGN)
    assert set(said.values_list("speaker", flat=True)) == {okarrin.pk}
    assert problems() == []


def test_a_run_counts_a_quote_that_came_back_as_one_it_made(corpus, extractor):
    found = dict(extractor.finds)
    find_other(extractor, corpus)
    extract_all()
    extractor.finds = found

    extract_all()

    assert whole_runs()[0].settings["changed"] == {"articles": 3, "new": 3, "withdrawn": 0}

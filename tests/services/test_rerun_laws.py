"""Whatever extractors find one after the other, what people did stays, and the laws hold.

Random runs: an article, sets of quotes that one extractor after the other finds in it, and acts of people
in between. After every run the checks of the whole corpus must be silent, and every row that somebody
answers for must be what it was.
"""

from itertools import pairwise

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from claims.models import Annotation, Attribution, Claim, Codebook, Kind, Quote, Speaker, Stance, Statement
from claims.queries.copies_check import check_history, check_matches, check_speakers
from claims.queries.corpus_check import check_articles
from claims.services.changes import begin_change, save_new, save_quietly
from claims.services.extraction import write_found_quotes
from claims.services.quotes import change_kind, confirm_quote, reject_quote, set_speakers
from claims.text.found import Form, FoundQuote, FoundSpeaker, SpeakerKind
from claims.text.found import Kind as FoundKind
from claims.text.spans import Span
from tests.services.corpus import make_article, make_run, make_user
from tests.services.laws import Laws

TEXT = " ".join(f"word{number} and so on." for number in range(30))
SPEAKERS = [
    FoundSpeaker("Ilyana Vosk", aliases=("Vosk",)),
    FoundSpeaker("Vosk"),
    FoundSpeaker("Anselm Okarrin"),
    FoundSpeaker("Ministry of Roads", SpeakerKind.ORGANISATION),
    FoundSpeaker("a spokesman", SpeakerKind.UNNAMED),
]


@st.composite
def found_quotes(draw):
    """What one extractor finds: quotes that do not overlap, each cut into one to three statements."""
    borders = sorted(draw(st.sets(st.integers(0, len(TEXT) - 1), min_size=0, max_size=8)))
    quotes = []
    for start, end in zip(borders[::2], borders[1::2], strict=False):
        inner = draw(st.sets(st.integers(start, end), max_size=2)) - {start, end}
        cuts = [start, *sorted(inner), end]
        part = Span(start, end)
        quotes.append(
            FoundQuote(
                parts=(part,),
                quoted=(part,),
                statements=tuple((Span(left, right),) for left, right in pairwise(cuts)),
                kind=FoundKind.DIRECT,
                form=Form.MARKS,
                rule=draw(st.sampled_from(["old_rule", "new_rule"])),
                confidence=0.5,
                mention=draw(st.sampled_from([None, Span(0, 5)])),
                speakers=tuple(draw(st.lists(st.sampled_from(SPEAKERS), max_size=2, unique=True))),
            )
        )
    return quotes


#: what a person does to the quote at a place in the list of live quotes
acts = st.tuples(
    st.sampled_from(["confirm", "reject", "kind", "speakers", "tag", "nothing"]), st.integers(0, 5)
)


GENERATE = [Phase.explicit, Phase.generate]  # shrinking a run over a database takes minutes
SLOW = [HealthCheck.too_slow]


class RerunLaws(Laws):
    """The laws of re-runs, on random runs."""

    @settings(max_examples=12, deadline=None, phases=GENERATE, suppress_health_check=SLOW)
    @given(st.lists(st.tuples(found_quotes(), acts), min_size=2, max_size=4))
    def test_what_people_did_outlives_every_run(self, runs):
        coder = make_user()
        article = make_article(TEXT)
        answered_for: dict[int, list] = {}

        for found, (act, place) in runs:
            write_found_quotes(article=article, found=found, run=make_run())
            for quote, rows in answered_for.items():
                assert rows_of(quote) == rows
            assert problems() == []
            live = list(Quote.objects.live().order_by("id"))
            if live and act != "nothing":
                quote = live[place % len(live)]
                do(act, quote, coder)
                answered_for[quote.pk] = rows_of(quote.pk)
            answered_for = {quote: rows_of(quote) for quote in answered_for}

    @settings(max_examples=12, deadline=None, phases=GENERATE, suppress_health_check=SLOW)
    @given(found_quotes(), found_quotes())
    def test_the_last_extractor_alone_decides_where_nobody_did_anything(self, first, second):
        article = make_article(TEXT)
        write_found_quotes(article=article, found=first, run=make_run())

        write_found_quotes(article=article, found=second, run=make_run())

        standing = {(quote.start, quote.end) for quote in Quote.objects.live()}
        assert standing == {(quote.span.start, quote.span.end) for quote in second}
        cuts = {(row.start, row.end) for row in Statement.objects.live()}
        assert cuts == {(part.start, part.end) for quote in second for (part,) in quote.statements}

    @settings(max_examples=12, deadline=None, phases=GENERATE, suppress_health_check=SLOW)
    @given(found_quotes(), found_quotes())
    def test_going_there_and_back_gives_every_row_its_id_back(self, first, second):
        article = make_article(TEXT)
        write_found_quotes(article=article, found=first, run=make_run())
        before = ids()
        write_found_quotes(article=article, found=second, run=make_run())

        write_found_quotes(article=article, found=first, run=make_run())

        assert ids() == before


def ids():
    """The ids of what stands."""
    return [
        set(model.objects.filter(is_live=True).values_list("id", flat=True)) for model in (Quote, Statement)
    ]


def rows_of(quote):
    """Everything that a quote is; numbers move where other quotes come and go."""
    rows = (
        Quote.objects.filter(pk=quote),
        Attribution.objects.filter(quote=quote),
        Statement.objects.filter(quote=quote),
    )
    left_out = {"number", "utterance_id"}
    return [
        [
            {name: value for name, value in row.items() if name not in left_out}
            for row in some.order_by("id").values()
        ]
        for some in rows
    ]


def problems():
    """What the checks of the whole corpus say."""
    found = [finding for _, group in check_articles() for finding in group]
    return [str(finding) for finding in [*found, *check_speakers(), *check_matches(), *check_history()]]


def do(act, quote, coder):
    """Let a person do something to a quote."""
    if act == "confirm":
        confirm_quote(quote=quote, by=coder)
    elif act == "reject":
        reject_quote(quote=quote, by=coder)
    elif act == "kind":
        change_kind(quote=quote, kind=Kind.MIXED, by=coder)
    elif act == "speakers":
        set_speakers(quote=quote, speakers=list(Speaker.objects.live()[:1]), by=coder)
    else:
        tag(quote.statements.live().first(), coder)


def tag(statement, coder):
    """Tag a statement as the studies' services would."""
    codebook = Codebook.objects.get()
    claim = Claim.objects.first() or Claim(codebook=codebook, name="Roads open", name_folded="roads open")
    save_quietly(claim)
    change = begin_change(verb="tag_statement", words="tagged", by=coder)
    annotation = Annotation(
        codebook=codebook, statement=statement, claim=claim, coder=coder, stance=Stance.SUPPORTS
    )
    if not Annotation.objects.filter(statement=statement).exists():
        save_new(change, annotation)

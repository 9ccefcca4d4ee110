"""Filters of the lists: one FilterSet per noun, for pages, downloads, exports and commands alike.

Each takes the values (an address's query string), the rows to narrow and the person who asks; ``.qs`` has
the rows that fit, in their order. A value that cannot be read is reported at its field in ``.errors`` and
narrows nothing; the others do. Tags count only where the person may see them; without a person (a
command) all do. Where a codebook is given, tags of other codebooks do not count.
"""

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from claims.models import (
    Annotation,
    Article,
    Attribution,
    Certainty,
    Claim,
    Form,
    Kind,
    Match,
    Outlet,
    Quote,
    Speaker,
    Stance,
    Statement,
    User,
    Verdict,
    VerdictKind,
)
from claims.models.match import DIFFER, STORED_FROM
from claims.models.quote import SURE
from claims.queries.consistency_filter import DifferenceFilter
from claims.queries.copy_filters import (
    EACH_ARTICLE,
    FIRST_OF_TEXT_CHOICE,
    BetweenCopies,
    CopiesOfOneText,
    FoldsCopies,
)
from claims.queries.filter_kinds import YES_NO, Choice, Count, Day, OneOf, Order, Rows, Share, Slider, Typed
from claims.queries.languages import LANGUAGES
from claims.queries.row_filters import (
    ByTags,
    RowFilter,
    names_like,
    quotes_of,
    quotes_of_names,
    with_claims_below,
)
from claims.queries.search import articles_with_words, quotes_with_words
from claims.queries.utterance_filters import UtteranceFilter
from claims.text.rules import explain, rule_names

NEWEST = {
    "newest": ("newest first", ("-day", "-id")),
    "oldest": ("oldest first", ("day", "id")),
}
WORDS_HINT = "Every word; “words in this order”; the last may be a beginning."
#: the rules that find quotes, in the words that stand beside a quote
RULES = [(name, explain(name)) for name in rule_names()]
#: the value of ``verdict`` for matches that nobody judged yet
NO_VERDICT = "NONE"
#: the order of the review queue (``queries.review``)
MOST_HELPFUL = "helps"


class QuoteFilter(FoldsCopies, ByTags):
    """Quotes by their words, speaker, tags, outlet, day, kind, form and how sure the program is."""

    class Status:
        CHOICES = [
            ("TO_CHECK", "to check: the program is not sure"),
            ("UNKNOWN", "speaker unknown"),
            ("CHECKED", "looked at by a person"),
        ]

    row_of_tag = "statement__quote"

    q = Typed(label="Words", method="with_words", help_text=WORDS_HINT)
    speaker_name = Typed(label="Speaker's name", method="by_speaker_name")
    speaker = Rows(label="Speaker", queryset=Speaker.objects.all(), method="by_speakers")
    after = Day(label="From", field_name="day", lookup_expr="gte")
    before = Day(label="To", field_name="day", lookup_expr="lte")
    kind = OneOf(label="Kind", choices=Kind.choices)
    form = OneOf(label="Form", choices=Form.choices)
    outlet = Rows(label="Outlet", queryset=Outlet.objects.all())
    language = Choice(label="Language", choices=LANGUAGES, field_name="article__language")
    country = Typed(label="Speaker's country", method="by_country")
    article = Rows(label="Article", queryset=Article.objects.all())
    min_confidence = Share(label="Confidence from", field_name="confidence", lookup_expr="gte")
    max_confidence = Share(label="Confidence to", field_name="confidence", lookup_expr="lte")
    rule = OneOf(label="Found by the rule", choices=RULES)
    status = Choice(label="Status", choices=Status.CHOICES, method="by_status")
    order = Order(orders={**NEWEST, "unsure": ("least sure first", ("confidence", "id"))})

    class Meta:
        model = Quote
        fields: list[str] = []

    def with_words(self, quotes: QuerySet, name: str, words: str) -> QuerySet:
        """Return the quotes that hold the words."""
        return quotes_with_words(quotes, words)

    def by_speakers(self, quotes: QuerySet, name: str, speakers: Any) -> QuerySet:
        """Return the quotes of any of the speakers."""
        return quotes.filter(pk__in=quotes_of(speakers)) if speakers else quotes

    def by_speaker_name(self, quotes: QuerySet, name: str, typed: str) -> QuerySet:
        """Return the quotes of speakers one of whose names holds the typed letters."""
        return quotes.filter(pk__in=quotes_of_names(typed))

    def by_country(self, quotes: QuerySet, name: str, country: str) -> QuerySet:
        """Return the quotes of speakers of a country."""
        return quotes.filter(
            pk__in=Attribution.objects.live().filter(speaker__country__iexact=country).values("quote")
        )

    def by_status(self, quotes: QuerySet, name: str, status: str) -> QuerySet:
        """Return the quotes that wait for a person, or were looked at by one."""
        if status == "TO_CHECK":
            return quotes.filter(touched_at__isnull=True, confidence__lt=SURE)
        if status == "CHECKED":
            return quotes.filter(touched_by__isnull=False)
        known = Attribution.objects.live().filter(speaker__isnull=False, quote=OuterRef("pk"))
        return quotes.filter(~Exists(known))


class ArticleFilter(CopiesOfOneText):
    """Articles by their words, outlet, agency, language and day."""

    q = Typed(label="Words", method="with_words", help_text=WORDS_HINT)
    outlet = Rows(label="Outlet", queryset=Outlet.objects.all())
    agency = Rows(label="Agency", queryset=Outlet.objects.all())
    language = Choice(label="Language", choices=LANGUAGES)
    after = Day(label="From", field_name="day", lookup_expr="gte")
    before = Day(label="To", field_name="day", lookup_expr="lte")
    has_quotes = Choice(label="With quotes", choices=YES_NO, method="by_quotes")
    order = Order(orders=NEWEST)

    class Meta:
        model = Article
        fields: list[str] = []

    def with_words(self, articles: QuerySet, name: str, words: str) -> QuerySet:
        """Return the articles that hold the words."""
        return articles_with_words(articles, words)

    def by_quotes(self, articles: QuerySet, name: str, answer: str) -> QuerySet:
        """Return the articles with quotes, or those without."""
        quotes = Exists(Quote.objects.live().filter(article=OuterRef("pk")))
        return articles.filter(quotes if answer == "yes" else ~quotes)


class SpeakerFilter(RowFilter):
    """Speakers by any of their names, kind, country and number of quotes."""

    q = Typed(label="Name or alias", method="by_name", help_text="Also in other spellings and alphabets.")
    kind = OneOf(label="Kind", choices=Speaker.Kind.choices)
    country = Typed(label="Country", field_name="country", lookup_expr="iexact")
    min_quotes = Count(label="Quotes, at least", field_name="quote_count", lookup_expr="gte")
    order = Order(
        orders={
            "quotes": ("most quoted first", ("-quote_count", "id")),
            "statements": ("most statements first", ("-statement_count", "-id")),
            "utterances": ("most utterances first", ("-utterance_count", "-id")),
            "name": ("by name", ("name", "id")),
            "country": ("by country", ("country", "-quote_count", "id")),
            "last": ("last quoted first", ("-last_day", "-id")),
        }
    )

    class Meta:
        model = Speaker
        fields: list[str] = []

    def by_name(self, speakers: QuerySet, name: str, typed: str) -> QuerySet:
        """Return the speakers one of whose names has the typed words, in any spelling or alphabet."""
        return speakers.filter(pk__in=names_like(typed).values("speaker"))


class StatementFilter(FoldsCopies, ByTags):
    """Statements by the words of their quote, speaker, tags, outlet and day."""

    row_of_tag = "statement"

    q = Typed(label="Words", method="with_words", help_text=WORDS_HINT)
    speaker_name = Typed(label="Speaker's name", method="by_speaker_name")
    speaker = Rows(label="Speaker", queryset=Speaker.objects.all(), method="by_speakers")
    after = Day(label="From", field_name="day", lookup_expr="gte")
    before = Day(label="To", field_name="day", lookup_expr="lte")
    kind = OneOf(label="Kind", choices=Kind.choices, field_name="quote__kind")
    outlet = Rows(label="Outlet", queryset=Outlet.objects.all(), field_name="quote__outlet")
    article = Rows(label="Article", queryset=Article.objects.all())
    min_confidence = Share(label="Confidence from", field_name="quote__confidence", lookup_expr="gte")
    max_confidence = Share(label="Confidence to", field_name="quote__confidence", lookup_expr="lte")
    language = Choice(label="Language", choices=LANGUAGES, field_name="article__language")
    copies = Choice(
        label="Copies",
        choices=[FIRST_OF_TEXT_CHOICE, ("fold", "once per utterance")],
        empty_label=EACH_ARTICLE,
        method="without_copies",
    )  # the first appearance stands for the others
    order = Order(orders=NEWEST)

    class Meta:
        model = Statement
        fields: list[str] = []

    def with_words(self, statements: QuerySet, name: str, words: str) -> QuerySet:
        """Return the statements of quotes that hold the words."""
        quotes = quotes_with_words(Quote.objects.live(), words)
        return statements.filter(quote__in=quotes.order_by().values("pk"))

    def by_speakers(self, statements: QuerySet, name: str, speakers: Any) -> QuerySet:
        """Return the statements of any of the speakers."""
        return statements.filter(quote__in=quotes_of(speakers)) if speakers else statements

    def by_speaker_name(self, statements: QuerySet, name: str, typed: str) -> QuerySet:
        """Return the statements of speakers one of whose names holds the typed letters."""
        return statements.filter(quote__in=quotes_of_names(typed))

    def without_copies(self, statements: QuerySet, name: str, value: str) -> QuerySet:
        """Return the statements of the first article of each text, or one of each utterance."""
        if value != "fold":
            return super().without_copies(statements, name, value)
        return statements.filter(Q(utterance__isnull=True) | Q(utterance__first=F("pk")))


class AnnotationFilter(FoldsCopies):
    """Tags by claim, stance, coder, certainty and the statement they stand on."""

    article_column = "statement__article"

    q = Typed(label="Words", method="with_words", help_text=WORDS_HINT)
    claim = Rows(label="Claim", queryset=Claim.objects.none(), method="by_claims")
    stance = OneOf(label="Stance", choices=Stance.choices)
    coder = Rows(label="Coder", queryset=User.objects.none())
    certainty = Choice(label="Certainty", choices=Certainty.choices)
    way = OneOf(label="How made", choices=Annotation.Way.choices)
    speaker_name = Typed(label="Speaker's name", method="by_speaker_name")
    speaker = Rows(label="Speaker", queryset=Speaker.objects.all(), method="by_speakers")
    outlet = Rows(label="Outlet", queryset=Outlet.objects.all(), field_name="statement__quote__outlet")
    article = Rows(label="Article", queryset=Article.objects.all(), field_name="statement__article")
    after = Day(label="From", field_name="statement__day", lookup_expr="gte")
    before = Day(label="To", field_name="statement__day", lookup_expr="lte")
    order = Order(
        orders={
            "newest": ("newest first", ("-statement__day", "-id")),
            "oldest": ("oldest first", ("statement__day", "id")),
            "made": ("last made first", ("-made_at", "-id")),
        }
    )

    class Meta:
        model = Annotation
        fields: list[str] = []

    def with_words(self, tags: QuerySet, name: str, words: str) -> QuerySet:
        """Return the tags on quotes that hold the words."""
        quotes = quotes_with_words(Quote.objects.live(), words)
        return tags.filter(statement__quote__in=quotes.order_by().values("pk"))

    def by_claims(self, tags: QuerySet, name: str, claims: Any) -> QuerySet:
        """Return the tags with any of the claims, or with one below them."""
        return tags.filter(claim__in=with_claims_below(claims)) if claims else tags

    def by_speakers(self, tags: QuerySet, name: str, speakers: Any) -> QuerySet:
        """Return the tags on what any of the speakers said."""
        return tags.filter(statement__quote__in=quotes_of(speakers)) if speakers else tags

    def by_speaker_name(self, tags: QuerySet, name: str, typed: str) -> QuerySet:
        """Return the tags on what speakers said one of whose names holds the typed letters."""
        return tags.filter(statement__quote__in=quotes_of_names(typed))


class MatchFilter(BetweenCopies):
    """Matches by score, relation, verdict, speaker, and what to look out for."""

    FLAGS = {
        "negation": ("a “not” on one side", Q(negation_differs=True)),
        "numbers": ("different numbers", Q(numbers_differ=True)),
        "languages": ("two languages", Q(languages_differ=True)),
    }
    ORDERS = {
        MOST_HELPFUL: ("what helps most", ("-worth", "id")),
        "surest": ("surest first", ("-score", "-id")),
        "least": ("least sure first", ("score", "id")),
        "statement": ("one statement at a time", ("left_id", "-score", "id")),
    }

    min_score = Slider(label="Score from", field_name="score", lookup_expr="gte", lowest=STORED_FROM)
    max_score = Share(label="Score to", field_name="score", lookup_expr="lte")
    verdict = OneOf(
        label="Verdict",
        choices=[(NO_VERDICT, "none yet"), (DIFFER, "reviewers differ"), *VerdictKind.choices],
        method="by_verdict",
    )
    mine = Choice(
        label="My verdict",
        choices=[
            ("none", "I gave none"),
            ("second", "others gave one, I did not"),
            ("given", "I gave one"),
        ],
        method="by_own_verdict",
    )
    others = Choice(
        label="Others’ verdicts",
        choices=[("hidden", "hidden until I gave mine"), ("shown", "shown")],
        method="leave_to_page",
    )
    relation = OneOf(label="Relation", choices=Match.Relation.choices)
    flag = OneOf(
        label="Look out for",
        choices=[(name, words) for name, (words, _) in FLAGS.items()],
        method="by_flags",
    )
    speaker_name = Typed(label="Speaker's name", method="by_speaker_name")
    speaker = Rows(label="Speaker", queryset=Speaker.objects.all(), method="by_speakers")
    order = Order(orders=ORDERS)

    class Meta:
        model = Match
        fields: list[str] = []

    @property
    def is_by_help(self) -> bool:
        """Whether the order is that of the review queue."""
        self.form.full_clean()
        return self.form.cleaned_data.get("order") in (None, "", MOST_HELPFUL)

    @property
    def hides_others(self) -> bool:
        """Whether others' verdicts are hidden until this reviewer gave hers, as for a second opinion."""
        self.form.full_clean()
        chosen = self.form.cleaned_data
        asks = chosen.get("mine") in ("none", "second")
        return chosen.get("others") == "hidden" or (asks and chosen.get("others") != "shown")

    def leave_to_page(self, matches: QuerySet, name: str, value: str) -> QuerySet:
        """Change nothing: what is hidden is for the page to leave out."""
        return matches

    def by_own_verdict(self, matches: QuerySet, name: str, answer: str) -> QuerySet:
        """Return the matches with a verdict of the person who asks, or without one."""
        given = Verdict.objects.standing()
        own = given.filter(by=self.user) if self.user else given.none()
        if answer == "given":
            return matches.filter(pk__in=own.values("match"))
        mine = Exists(own.filter(match=OuterRef("pk")))
        if answer == "second":
            matches = matches.filter(verdict__gt="")  # by its index, where few of many matches are judged
        return matches.filter(~mine)

    def by_verdict(self, matches: QuerySet, name: str, verdicts: list[str]) -> QuerySet:
        """Return the matches with any of these verdicts, or with none yet."""
        if verdicts == [NO_VERDICT]:
            return matches.filter(verdict="")  # the index of the review queue is made for this very form
        stored = ["" if verdict == NO_VERDICT else verdict for verdict in verdicts]
        return matches.filter(verdict__in=stored) if stored else matches

    def by_flags(self, matches: QuerySet, name: str, flags: list[str]) -> QuerySet:
        """Return the matches where all of these differ."""
        for flag in flags:
            matches = matches.filter(self.FLAGS[flag][1])
        return matches

    def by_speakers(self, matches: QuerySet, name: str, speakers: Any) -> QuerySet:
        """Return the matches with a statement of any of the speakers on either side."""
        return with_quotes(matches, quotes_of(speakers)) if speakers else matches

    def by_speaker_name(self, matches: QuerySet, name: str, typed: str) -> QuerySet:
        """Return the matches with a statement of a speaker one of whose names holds the typed letters."""
        return with_quotes(matches, quotes_of_names(typed))


def with_quotes(matches: QuerySet, quotes: QuerySet) -> QuerySet:
    """Return the matches one of whose statements stands in one of ``quotes``."""
    said = Statement.objects.live().filter(quote__in=quotes).values("pk")
    return matches.filter(Q(left__in=said) | Q(right__in=said))


FILTERS: dict[str, type[RowFilter]] = {
    "articles": ArticleFilter,
    "quotes": QuoteFilter,
    "speakers": SpeakerFilter,
    "statements": StatementFilter,
    "utterances": UtteranceFilter,
    "annotations": AnnotationFilter,
    "matches": MatchFilter,
    "differences": DifferenceFilter,
}

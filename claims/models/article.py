"""Articles: texts that never change once stored, and what they were read from."""

import zlib
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from claims.models.base import UNKNOWN_DAY, history
from claims.models.job import Run
from claims.models.outlet import Outlet


class CopyGroup(models.Model):
    """Articles that are one text published by several outlets."""

    #: the earliest of them
    first = models.ForeignKey("claims.Article", models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"copies {self.pk}"


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles as the pages and programs ask for them."""

    def live(self) -> "ArticleQuerySet":
        """Return the newest versions that were not retired."""
        return self.filter(is_live=True)

    def without_quotes_run(self) -> "ArticleQuerySet":
        """Return the live articles that the extractor has not seen."""
        return self.live().filter(quotes_run__isnull=True)

    def without_matches_run(self) -> "ArticleQuerySet":
        """Return the live articles whose statements have not been matched."""
        return self.live().filter(matches_run__isnull=True, quotes_run__isnull=False)

    def without_copies_run(self) -> "ArticleQuerySet":
        """Return the live articles that were not compared with others as whole texts."""
        return self.live().filter(copies_run__isnull=True)

    def not_extracted_by(self, run: Run) -> "ArticleQuerySet":
        """Return the live articles that neither this run of the extractor nor a later one has reached."""
        return self.live().filter(Q(quotes_run__isnull=True) | Q(quotes_run__lt=run))

    def not_matched_by(self, run: Run) -> "ArticleQuerySet":
        """Return the live articles with quotes that neither this matching run nor a later one has reached."""
        extracted = self.live().filter(quotes_run__isnull=False)
        return extracted.filter(Q(matches_run__isnull=True) | Q(matches_run__lt=run))

    def not_compared_by(self, run: Run) -> "ArticleQuerySet":
        """Return the live articles that neither this search for copies nor a later one has reached."""
        return self.live().filter(Q(copies_run__isnull=True) | Q(copies_run__lt=run))


class Article(models.Model):
    """One text from one outlet. Two outlets with one text are two articles, and copies."""

    class CopyKind(models.TextChoices):
        EXACT = "EXACT", "the same text"
        NEAR = "NEAR", "nearly the same text"
        CUT = "CUT", "the same text with cuts"

    outlet = models.ForeignKey(
        Outlet, models.PROTECT, null=True, blank=True, related_name="articles", db_index=False
    )
    #: the wire service that the article credits
    agency = models.ForeignKey(Outlet, models.PROTECT, null=True, blank=True, related_name="wires")
    title = models.TextField(blank=True)
    #: title, blank line, body, in NFC with ``\n`` line ends. Immutable: every offset counts in it.
    text = models.TextField()
    #: code point where the body begins; 0 without a title
    body_start = models.PositiveIntegerField(default=0)
    #: code points of the text
    length = models.PositiveIntegerField()
    #: SHA-256 of the text in UTF-8, hexadecimal
    text_hash = models.CharField(max_length=64)
    #: ISO 639-1 code, empty if unknown
    language = models.CharField(max_length=8, blank=True)
    section = models.CharField(max_length=200, blank=True)
    byline = models.CharField(max_length=300, blank=True)
    url = models.TextField(blank=True)
    #: SHA-256 of the address; addresses are too long for an index of PostgreSQL
    url_hash = models.CharField(max_length=64, blank=True)
    #: the identifier that the file gave
    external_id = models.CharField(max_length=200, blank=True)
    #: local day of publication
    published_on = models.DateField(null=True, blank=True)
    #: only where the time of day is known
    published_at = models.DateTimeField(null=True, blank=True)
    #: the words that the two were read from
    published_raw = models.CharField(max_length=200, blank=True)
    #: copy of published_on, 0001-01-01 if unknown: lists are ordered by it
    day = models.DateField(default=UNKNOWN_DAY)
    version = models.PositiveSmallIntegerField(default=1)
    #: the article that this one corrects; annotations stay where they were made
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    copies = models.ForeignKey(CopyGroup, models.SET_NULL, null=True, blank=True, related_name="articles")
    #: how it is a copy of the first of its group; empty for that first one and outside of groups, so that
    #: a list is folded by this column alone
    copy_kind = models.CharField(max_length=5, choices=CopyKind.choices, blank=True)
    #: part of the shorter one's words that it has in common with that first one, 0..1
    copy_share = models.FloatField(null=True, blank=True)
    is_live = models.BooleanField(default=True)
    retired_at = models.DateTimeField(null=True, blank=True)
    retired_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: the runs that read it, found its quotes, matched its statements, looked for its copies
    read_run = models.ForeignKey("claims.Run", models.PROTECT, related_name="+")
    quotes_run = models.ForeignKey("claims.Run", models.PROTECT, null=True, blank=True, related_name="+")
    matches_run = models.ForeignKey("claims.Run", models.PROTECT, null=True, blank=True, related_name="+")
    copies_run = models.ForeignKey("claims.Run", models.PROTECT, null=True, blank=True, related_name="+")
    stored_at = models.DateTimeField(auto_now_add=True)

    history = history(
        leave_out=(
            "text", "title", "day", "copies", "copy_kind", "copy_share", "quotes_run", "matches_run",
            "copies_run",
        )
    )  # fmt: skip
    objects: ClassVar = ArticleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="article_text_once_per_outlet",
                fields=["outlet", "text_hash"],
                condition=Q(outlet__isnull=False),
            ),
            models.UniqueConstraint(
                name="article_text_once_without_outlet",
                fields=["text_hash"],
                condition=Q(outlet__isnull=True),
            ),
            models.CheckConstraint(name="article_has_a_text", condition=Q(length__gt=0)),
            models.CheckConstraint(
                name="article_body_begins_inside_its_text", condition=Q(body_start__lt=F("length"))
            ),
            models.CheckConstraint(
                name="article_without_title_begins_with_its_body",
                condition=Q(title="", body_start=0) | (~Q(title="") & Q(body_start__gt=0)),
            ),
            models.CheckConstraint(
                name="article_time_only_with_a_day",
                condition=Q(published_at__isnull=True) | Q(published_on__isnull=False),
            ),
            models.CheckConstraint(
                name="article_retired_by_and_at_together",
                condition=Q(retired_at__isnull=True, retired_by__isnull=True)
                | Q(retired_at__isnull=False, retired_by__isnull=False, is_live=False),
            ),
        ]
        indexes = [
            # the list of articles, newest first; of one outlet
            models.Index(name="article_by_day", fields=["day", "id"], condition=Q(is_live=True)),
            models.Index(
                name="article_of_outlet_by_day", fields=["outlet", "day", "id"], condition=Q(is_live=True)
            ),
            # an import looks up whether an address or a text is known
            models.Index(name="article_by_url", fields=["url_hash"], condition=~Q(url_hash="")),
            models.Index(name="article_by_text", fields=["text_hash"]),
            # extract --new and match --new
            models.Index(
                name="article_without_quotes_run",
                fields=["id"],
                condition=Q(quotes_run__isnull=True, is_live=True),
            ),
            models.Index(
                name="article_without_matches_run",
                fields=["id"],
                condition=Q(matches_run__isnull=True, is_live=True),
            ),
            # find_copies --new
            models.Index(
                name="article_without_copies_run",
                fields=["id"],
                condition=Q(copies_run__isnull=True, is_live=True),
            ),
            # lists that show the first of each text: these are left out
            models.Index(name="article_that_is_a_copy", fields=["id"], condition=~Q(copy_kind="")),
        ]

    def __str__(self) -> str:
        return f"article {self.pk}: {self.shown_title}"

    @property
    def shown_title(self) -> str:
        """The title, or the first words of the text."""
        return self.title or self.text[:80]

    @property
    def body(self) -> str:
        """The text without the title."""
        return self.text[self.body_start :]


class Original(models.Model):
    """The bytes an article was read from, as they came. In the database, so that one file is the backup."""

    article = models.OneToOneField(Article, models.PROTECT, related_name="original")
    #: compressed by zlib
    data = models.BinaryField()
    media_type = models.CharField(max_length=100)
    #: the file's own name, for the download
    name = models.CharField(max_length=500)
    #: SHA-256 of the uncompressed bytes
    sha256 = models.CharField(max_length=64)
    encoding = models.CharField(max_length=40, blank=True)
    #: what of the page was not taken into the text: [{"text", "reason"}, …]
    left_out = models.JSONField(default=list, blank=True)

    def __str__(self) -> str:
        return f"original of article {self.article_id}"

    def read(self) -> bytes:
        """Return the bytes as they came."""
        return zlib.decompress(bytes(self.data))


class ArticleFingerprint(models.Model):
    """One hash of an article's words that copies of it share, with cuts or without."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="fingerprints")
    value = models.BigIntegerField()

    class Meta:
        indexes = [
            # the articles that share a stretch of words
            models.Index(name="fingerprint_by_value", fields=["value", "article"])
        ]

    def __str__(self) -> str:
        return f"fingerprint of article {self.article_id}"


class CopyPair(models.Model):
    """Two articles that are one text, as a program found. Those that a person denied stay apart for good."""

    #: the article with the smaller id
    left = models.ForeignKey(Article, models.PROTECT, related_name="copies_as_left", db_index=False)
    right = models.ForeignKey(Article, models.PROTECT, related_name="copies_as_right")
    #: what the program found; empty where only a person spoke
    kind = models.CharField(max_length=5, choices=Article.CopyKind.choices, blank=True)
    #: part of the shorter one's words that stand in the other too, 0..1
    share = models.FloatField(default=0.0)
    run = models.ForeignKey("claims.Run", models.PROTECT, null=True, blank=True, related_name="+")
    #: whether a person says that these are two texts
    is_denied = models.BooleanField(default=False)
    denied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    history = history(leave_out=("kind", "share", "run"))

    class Meta:
        constraints = [
            models.UniqueConstraint(name="copy_pair_once", fields=["left", "right"]),
            models.CheckConstraint(name="copy_pair_left_before_right", condition=Q(left__lt=F("right"))),
            models.CheckConstraint(
                name="copy_pair_denied_by_somebody",
                condition=Q(is_denied=False) | Q(denied_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"articles {self.left_id} and {self.right_id}"


class ArticleFold(models.Model):
    """The folded words of an article, for search."""

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="fold")
    folded = models.TextField()

    def __str__(self) -> str:
        return f"folded article {self.article_id}"

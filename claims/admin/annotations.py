"""Annotations: the tags of one's codebooks; a coder changes her own, a lead all."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Model, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims.admin.base import answer_change, leads, may_tag, memberships, user_of
from claims.admin.bulk_tagging import MAX_AT_ONCE, selection
from claims.admin.carrying_over import preview_and_carry
from claims.admin.cells import day_cell, speakers_cell, stance_cell, words
from claims.admin.downloads import DownloadActions
from claims.admin.filters import (
    ArticleFilter,
    CertaintyFilter,
    ClaimFilter,
    CoderFilter,
    CopiesFilter,
    DaysFilter,
    OutletFilter,
    SpeakerFilter,
    StanceFilter,
)
from claims.models import Annotation, Attribution, Quote, Stance
from claims.queries.codebooks import with_pseudonyms
from claims.queries.filters import AnnotationFilter
from claims.queries.rights import annotations_seen_by
from claims.queries.search import quotes_with_words
from claims.services.annotations import (
    UnableToChangeAnnotation,
    UnableToTag,
    change_annotation,
    retire_annotations,
)


class AnnotationForm(forms.ModelForm):
    """What of a tag can be changed; the revision that was looked at goes along."""

    class Meta:
        model = Annotation
        fields = ("stance", "certainty", "note", "revision")
        widgets = {
            "stance": forms.RadioSelect,
            "note": forms.Textarea(attrs={"rows": 3}),
            "revision": forms.HiddenInput,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stance = self.fields.get("stance")  # absent where the tag is only looked at
        if isinstance(stance, forms.ChoiceField):
            stance.choices = Stance.choices  # without the empty one: a tag has a stance

    def clean_revision(self) -> int:
        """Refuse a change from an old window, and show how the tag stands now."""
        sent: int = self.cleaned_data["revision"]
        current = Annotation.objects.get(pk=self.instance.pk)
        if sent != current.revision:
            self.data = {**self.data, self.add_prefix("revision"): str(current.revision)}
            raise forms.ValidationError(
                f"This tag was changed meanwhile: it says {current.get_stance_display()}, "
                f"{current.get_certainty_display()} now. Save again to put yours in its place."
            )
        return sent


class AnnotationAdmin(DownloadActions):
    """The tags, last made first."""

    form = AnnotationForm
    filterset = AnnotationFilter
    table_name = "annotations"
    list_display = ("shown", "speakers", "stance_shown", "claim", "certainty", "coder_shown", "published")
    list_filter = (
        ClaimFilter,
        StanceFilter,
        CoderFilter,
        SpeakerFilter,
        OutletFilter,
        ArticleFilter,
        DaysFilter,
        CopiesFilter,
        CertaintyFilter,
    )
    list_select_related = ("statement__quote__outlet", "claim", "codebook")
    search_fields = ("statement__exact",)
    search_help_text = "Words of the quote"
    ordering = ("-id",)
    actions = ("carry_over", "take_back", *DownloadActions.actions)
    fields = (
        "statement_in_place",
        "claim",
        "coder_shown",
        "stance",
        "certainty",
        "note",
        "way",
        "carried_from",
        "made_at",
        "revision",
    )
    readonly_fields = ("statement_in_place", "claim", "coder_shown", "way", "carried_from", "made_at")

    def rows(self, request: HttpRequest) -> QuerySet[Annotation]:
        """Return the standing tags of this person's codebooks."""
        seen = annotations_seen_by(user_of(request)).select_related("statement__quote", "claim", "codebook")
        return with_pseudonyms(seen).prefetch_related(
            Prefetch("statement__quote__attributions", queryset=Attribution.objects.named())
        )

    def search(self, rows: QuerySet, words: str) -> QuerySet:
        """Search for all of the words in the quotes."""
        quotes = quotes_with_words(Quote.objects.live(), words)
        return rows.filter(statement__quote__in=quotes.order_by().values("pk"))

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Say whether the person changes this tag: her own, or as a lead."""
        if obj is None:
            return may_tag(request)
        assert isinstance(obj, Annotation)
        if obj.coder_id == user_of(request).pk:
            return any(
                membership.may_tag and membership.codebook_id == obj.codebook_id
                for membership in memberships(request)
            )
        return leads(request, obj.codebook_id)

    def save_model(self, request: HttpRequest, obj: Annotation, form: Any, change: bool) -> None:
        """Change the tag as a change that can be undone."""
        answer_change(
            request,
            lambda: change_annotation(annotation=obj, by=user_of(request), **form.cleaned_data),
            refusals=(UnableToChangeAnnotation,),
        )

    @admin.action(description="Carry tags over to matched statements…", permissions=["tag"])
    def carry_over(self, request: HttpRequest, queryset: QuerySet[Annotation]) -> HttpResponse | None:
        """Show where the selected tags would go, then carry them over as the coder's own."""
        return preview_and_carry(self, request, queryset)

    @admin.action(description="Take selected tags back…", permissions=["tag"])
    def take_back(self, request: HttpRequest, queryset: QuerySet[Annotation]) -> HttpResponse | None:
        """Ask, then take the selected tags back in one change."""
        count = queryset.count()
        if "apply" in request.POST and count <= MAX_AT_ONCE:
            by = user_of(request)
            answer_change(
                request, lambda: retire_annotations(annotations=queryset, by=by), refusals=(UnableToTag,)
            )
            return None
        context = {
            **self.admin_site.each_context(request),
            **selection(request, "take_back"),
            "title": "Take tags back",
            "opts": self.opts,
            "count": count,
            "limit": MAX_AT_ONCE,
        }
        return TemplateResponse(request, "admin/take_back.html", context)

    @admin.display(description="Statement")
    def shown(self, annotation: Annotation) -> SafeString:
        """Return the beginning of the tagged words."""
        return words(annotation.statement.exact)

    @admin.display(description="Statement")
    def statement_in_place(self, annotation: Annotation) -> SafeString:
        """Return the tagged words, with the way to their quote."""
        quote = reverse("admin:claims_quote_change", args=[annotation.statement.quote_id])
        return format_html('<a href="{}"><bdi>{}</bdi></a>', quote, annotation.statement.exact)

    @admin.display(description="Speaker")
    def speakers(self, annotation: Annotation) -> SafeString:
        """Return the speakers of the quote."""
        return speakers_cell(annotation.statement.quote.attributions.all())

    @admin.display(description="Stance", ordering="stance")
    def stance_shown(self, annotation: Annotation) -> SafeString:
        """Return the stance as shape and word."""
        return stance_cell(annotation.stance, annotation.get_stance_display())

    @admin.display(description="Coder", ordering="pseudonym")
    def coder_shown(self, annotation: Any) -> str:
        """Return the coder's pseudonym."""
        return str(annotation.pseudonym)

    @admin.display(description="Published", ordering="statement__day")
    def published(self, annotation: Annotation) -> str:
        """Return the day of publication."""
        return day_cell(annotation.statement.day)

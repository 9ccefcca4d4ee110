"""Claims: the entries of one's codebooks; leads add, change, merge and retire them."""

from typing import Any, cast

from django import forms
from django.contrib import admin
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from claims.admin.base import answer_change, leads, user_of
from claims.admin.bulk_tagging import selection
from claims.admin.downloads import DownloadActions
from claims.models import Claim, Codebook
from claims.queries.claims import claims_named, claims_seen_by, paths_of_claims
from claims.queries.codebooks import codebooks_led_by
from claims.services.claims import (
    TEXTS,
    UnableToChangeClaim,
    add_claim,
    change_claim,
    merge_claims,
    move_claim,
)
from claims.services.claims import retire_claim as retire_one_claim


class ParentField(forms.ModelChoiceField):
    """What a claim stands under, named by its path: a codebook's size, not the corpus', bounds the list."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the path of a claim."""
        paths: dict[int, str] = self.paths  # type: ignore[attr-defined]
        return paths[obj.pk]


class ClaimForm(forms.ModelForm):
    """A claim as a lead writes it."""

    parent = ParentField(queryset=Claim.objects.none(), required=False, empty_label="(at the top)")

    class Meta:
        model = Claim
        fields = ("codebook", "parent", "name", "key", "is_group", *TEXTS)

    led: QuerySet[Codebook]  # set by the administration for each request

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        claims = Claim.objects.standing().filter(codebook__in=self.led).order_by("codebook", "position", "id")
        if self.instance.pk is not None:
            claims = claims.filter(codebook=self.instance.codebook_id).exclude(pk=self.instance.pk)
        if "codebook" in self.fields:
            codebook = self.fields["codebook"]
            assert isinstance(codebook, forms.ModelChoiceField)
            codebook.queryset = self.led
        if "parent" in self.fields:
            parent = self.fields["parent"]
            assert isinstance(parent, ParentField)
            parent.queryset = claims
            every = Claim.objects.filter(codebook__in=self.led)
            parent.paths = paths_of_claims(every)  # type: ignore[attr-defined]


class MergeForm(forms.Form):
    """Where the tags of the selected claims go."""

    into = ParentField(queryset=Claim.objects.none(), label="Claim that stays")


class RetiredFilter(admin.BooleanFieldListFilter):
    """In use or retired."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = "retired"


class GroupFilter(admin.BooleanFieldListFilter):
    """Groups or claims."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = "group"


class ClaimAdmin(DownloadActions):
    """The claims of one's codebooks, by codebook and name."""

    form = ClaimForm
    table_name = "claims"
    list_display = ("name", "codebook", "parent", "key", "is_group", "is_retired")
    list_filter = (("is_retired", RetiredFilter), ("is_group", GroupFilter))
    list_select_related = ("codebook", "parent")
    search_fields = ("name_folded",)
    search_help_text = "Words of the claim's name"
    ordering = ("codebook__name", "parent__position", "position", "id")
    actions = ("merge", "retire", *DownloadActions.actions)

    def rows(self, request: HttpRequest) -> QuerySet[Claim]:
        """Return the claims of this person's codebooks; an autocomplete field gets those that take tags."""
        seen = claims_seen_by(user_of(request)).select_related("codebook", "parent")
        if request.path == self.admin_site.autocomplete_path():  # type: ignore[attr-defined]
            return seen.filter(is_group=False, is_retired=False)
        return seen

    def search(self, rows: QuerySet, words: str) -> QuerySet:
        """Search in the names, without accents and capitals."""
        return claims_named(rows, words)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Say whether the person adds claims."""
        return leads(request)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Say whether the person changes this claim: a lead of its codebook, while it is in use."""
        if not isinstance(obj, Claim):
            return leads(request)
        return leads(request, obj.codebook_id) and not obj.is_retired

    def get_readonly_fields(self, request: HttpRequest, obj: Claim | None = None) -> tuple[str, ...]:
        """Return what is settled once a claim is made."""
        return () if obj is None else ("codebook", "is_group")

    def get_form(
        self, request: HttpRequest, obj: Claim | None = None, change: bool = False, **kwargs: Any
    ) -> type[ClaimForm]:
        """Return the form with the codebooks that this person leads."""
        form = cast(type[ClaimForm], super().get_form(request, obj, change, **kwargs))
        form.led = codebooks_led_by(user_of(request))
        return form

    def save_model(self, request: HttpRequest, obj: Claim, form: Any, change: bool) -> None:
        """Add or change the claim by its services."""
        values = dict(form.cleaned_data)
        by = user_of(request)
        if not change:
            answer_change(request, lambda: _add(obj, values, by), refusals=(UnableToChangeClaim,))
            return
        parent = values.pop("parent")
        written = {name: values[name] for name in ("name", "key", *TEXTS) if name in form.changed_data}

        def save() -> None:
            with transaction.atomic():  # a claim that cannot be moved is not changed either
                stored = Claim.objects.get(pk=obj.pk)
                if written:
                    change_claim(claim=stored, by=by, **written)
                if parent != stored.parent:
                    last = Claim.objects.filter(codebook=stored.codebook, parent=parent).count()
                    move_claim(claim=stored, parent=parent, position=last, by=by)

        answer_change(request, save, refusals=(UnableToChangeClaim,))

    @admin.action(description="Merge selected claims into…", permissions=["lead"])
    def merge(self, request: HttpRequest, queryset: QuerySet[Claim]) -> HttpResponse | None:
        """Ask which claim stays, then move all tags to it."""
        chosen = list(queryset)
        codebooks = {claim.codebook_id for claim in chosen}
        form = MergeForm(request.POST if "apply" in request.POST else None)
        into = form.fields["into"]
        assert isinstance(into, ParentField)
        into.queryset = Claim.objects.standing().filter(codebook__in=codebooks, is_group=False)
        into.paths = paths_of_claims(claims_seen_by(user_of(request)))  # type: ignore[attr-defined]
        if form.is_valid():
            answer_change(
                request,
                lambda: merge_claims(claims=chosen, into=form.cleaned_data["into"], by=user_of(request)),
                refusals=(UnableToChangeClaim,),
            )
            return None
        context = {
            **self.admin_site.each_context(request),
            **selection(request, "merge"),
            "title": "Merge claims",
            "opts": self.opts,
            "form": form,
            "claims": chosen,
        }
        return TemplateResponse(request, "admin/merge_claims.html", context)

    @admin.action(description="Retire selected claims", permissions=["lead"])
    def retire(self, request: HttpRequest, queryset: QuerySet[Claim]) -> None:
        """Take the selected claims out of use, each as a change that can be undone."""
        for claim in queryset.filter(is_retired=False):
            answer_change(
                request,
                lambda claim=claim: retire_one_claim(claim=claim, by=user_of(request)),  # type: ignore[misc]
                refusals=(UnableToChangeClaim,),
            )


def _add(obj: Claim, values: dict[str, Any], by: Any) -> None:
    made = add_claim(by=by, **values)
    obj.pk = made.pk

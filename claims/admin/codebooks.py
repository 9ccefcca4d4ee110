"""Codebooks and their members: leads describe, publish, and let people in."""

from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from claims.admin.base import RowAdmin, answer_change, leads, user_of
from claims.admin.speakers import ReadOnlyInline
from claims.models import Codebook, CodebookVersion, Membership, User
from claims.queries.codebooks import codebooks_led_by
from claims.queries.rights import codebooks_of
from claims.services.codebooks import (
    UnableToChangeCodebook,
    add_member,
    change_codebook,
    create_codebook,
    end_membership,
    publish_version,
)
from claims.services.rights import NotAllowed


class VersionInline(ReadOnlyInline):
    """The published versions of a codebook."""

    model = CodebookVersion
    fields = ("number", "published_at", "note")
    ordering = ("-number",)


class MemberInline(ReadOnlyInline):
    """The members of a codebook."""

    model = Membership
    fields = ("pseudonym", "role", "ended_at")
    ordering = ("ended_at", "role", "pseudonym")
    show_change_link = True


class CodebookAdmin(RowAdmin):
    """The codebooks that one is a member of."""

    list_display = ("name", "language", "description")
    fields = ("name", "description", "language")
    ordering = ("name",)
    inlines = (MemberInline, VersionInline)
    actions = ("publish",)

    def rows(self, request: HttpRequest) -> QuerySet[Codebook]:
        """Return the codebooks of this person."""
        return codebooks_of(user_of(request))

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Say whether the person makes codebooks: leads and superusers do."""
        return leads(request) or bool(user_of(request).is_superuser)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Say whether the person describes this codebook."""
        return leads(request, None if obj is None else obj.pk)

    def save_model(self, request: HttpRequest, obj: Codebook, form: Any, change: bool) -> None:
        """Make or describe the codebook by its services."""
        by, values = user_of(request), form.cleaned_data

        def save() -> None:
            if change:
                change_codebook(codebook=obj, by=by, **values)
            else:
                obj.pk = create_codebook(by=by, **values).pk

        answer_change(request, save, refusals=(UnableToChangeCodebook,))

    @admin.action(description="Publish a version of selected codebooks", permissions=["lead"])
    def publish(self, request: HttpRequest, queryset: QuerySet[Codebook]) -> None:
        """Publish the claims as they stand now."""
        for codebook in queryset:
            try:
                version = publish_version(codebook=codebook, by=user_of(request))
            except NotAllowed as refusal:
                raise PermissionDenied(str(refusal)) from refusal
            messages.success(request, f"Published version {version.number} of “{codebook}”.")


class MembershipForm(forms.ModelForm):
    """Who is let in, as what; a person is named as she signs in, so that no list of accounts is shown."""

    username = forms.CharField(max_length=150, label="Name the person signs in by")
    pseudonym = forms.CharField(
        max_length=80, required=False, help_text="How exports name her. Empty: the next free one (“Coder 2”)."
    )

    class Meta:
        model = Membership
        fields = ("codebook", "role", "pseudonym")

    led: QuerySet[Codebook]  # set by the administration for each request

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "codebook" in self.fields:
            codebook = self.fields["codebook"]
            assert isinstance(codebook, forms.ModelChoiceField)
            codebook.queryset = self.led

    def clean_username(self) -> User:
        """Return the account of that name."""
        user = User.objects.filter(username=self.cleaned_data["username"], is_active=True).first()
        if user is None:
            raise forms.ValidationError("Nobody signs in by this name. An administrator makes accounts.")
        return user


class MembershipAdmin(RowAdmin):
    """The members of one's codebooks, by pseudonym."""

    form = MembershipForm
    list_display = ("pseudonym", "codebook", "role", "ended_at")
    list_filter = ("role",)
    list_select_related = ("codebook",)
    ordering = ("codebook__name", "pseudonym")
    actions = ("end",)

    def rows(self, request: HttpRequest) -> QuerySet[Membership]:
        """Return the members of this person's codebooks, those who left included."""
        return Membership.objects.filter(codebook__in=codebooks_of(user_of(request)))

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Say whether the person lets others in."""
        return leads(request)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Say whether the person gives this member another role."""
        return leads(request, obj.codebook_id if isinstance(obj, Membership) else None)

    def get_fields(self, request: HttpRequest, obj: Membership | None = None) -> tuple[str, ...]:
        """Return what is asked: the person's name only once."""
        return (
            ("codebook", "username", "role", "pseudonym")
            if obj is None
            else ("codebook", "role", "pseudonym")
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Membership | None = None) -> tuple[str, ...]:
        """Return what is settled once somebody is a member."""
        return () if obj is None else ("codebook",)

    def get_form(
        self, request: HttpRequest, obj: Membership | None = None, change: bool = False, **kwargs: Any
    ) -> type[MembershipForm]:
        """Return the form with the codebooks that this person leads."""
        form = cast(type[MembershipForm], super().get_form(request, obj, change, **kwargs))
        form.led = codebooks_led_by(user_of(request))
        if obj is not None:
            form.base_fields.pop("username", None)
        return form

    def save_model(self, request: HttpRequest, obj: Membership, form: Any, change: bool) -> None:
        """Let the person in, or give another role, by the service."""
        values = form.cleaned_data
        codebook = obj.codebook if change else values["codebook"]
        user = obj.user if change else values["username"]

        def save() -> None:
            member = add_member(
                codebook=codebook,
                user=user,
                role=values["role"],
                pseudonym=values["pseudonym"],
                by=user_of(request),
            )
            obj.pk = member.pk

        answer_change(request, save, refusals=(UnableToChangeCodebook,))

    @admin.action(description="End selected memberships", permissions=["lead"])
    def end(self, request: HttpRequest, queryset: QuerySet[Membership]) -> None:
        """Take members out of their codebooks; their annotations stay."""
        for member in queryset.filter(ended_at=None).select_related("codebook"):
            answer_change(
                request,
                lambda member=member: end_membership(membership=member, by=user_of(request)),  # type: ignore[misc]
                refusals=(UnableToChangeCodebook,),
            )

"""Outlets: who published; superusers correct them."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from claims.admin.base import RowAdmin, user_of
from claims.models import Outlet
from claims.services.outlets import describe_outlet
from claims.text.folding import fold_text


class OutletForm(forms.ModelForm):
    """What a person says about an outlet."""

    class Meta:
        model = Outlet
        fields = ("name", "domain", "kind", "country", "language", "time_zone")

    def clean_time_zone(self) -> str:
        """Refuse a zone that nobody knows: times of publication are read by it."""
        zone: str = self.cleaned_data["time_zone"]
        if zone and zone not in available_timezones():
            raise forms.ValidationError("There is no such time zone. Write it like Europe/Berlin.")
        return zone

    def clean(self) -> dict[str, Any]:
        """Refuse a name or domain that belongs to another outlet, at its field."""
        values = super().clean() or {}
        others = Outlet.objects.exclude(pk=self.instance.pk)
        if others.filter(name_folded=fold_text(values.get("name", ""))[:200]).exists():
            self.add_error("name", "Another outlet has this name.")
        if values.get("domain") and others.filter(domain=values["domain"]).exists():
            self.add_error("domain", "Another outlet has this domain.")
        return values


class OutletAdmin(RowAdmin):
    """Names, domains, countries and time zones of outlets."""

    form = OutletForm
    list_display = ("name", "kind", "country", "language", "domain", "time_zone")
    list_filter = ("kind",)
    search_fields = ("name_folded",)
    search_help_text = "Name of the outlet"
    ordering = ("name", "id")

    def rows(self, request: HttpRequest) -> QuerySet[Outlet]:
        """Return the outlets that were not merged into another."""
        return Outlet.objects.standing()

    def search(self, rows: QuerySet, words: str) -> QuerySet:
        """Search in the names, without accents and capitals."""
        return rows.filter(name_folded__contains=fold_text(words))

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Say whether the person makes outlets."""
        return bool(user_of(request).is_superuser)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Say whether the person corrects outlets."""
        return bool(user_of(request).is_superuser)

    def save_model(self, request: HttpRequest, obj: Outlet, form: Any, change: bool) -> None:
        """Store what was written, as a change that can be undone."""
        describe_outlet(outlet=obj, by=user_of(request), **form.cleaned_data)

"""Accounts: superusers make, name and close them; rights come from the memberships of codebooks."""

from typing import Any

from django import forms
from django.contrib.auth.forms import BaseUserCreationForm, SetPasswordMixin
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from claims.admin.base import RowAdmin, user_of
from claims.models import User

DESCRIBED = ("username", "first_name", "last_name", "email", "time_zone", "is_active", "is_superuser")


class NewAccountForm(BaseUserCreationForm):
    """An account with its first password."""

    class Meta:
        model = User
        fields = ("username", "first_name", "last_name", "email")


class AccountForm(SetPasswordMixin, forms.ModelForm):
    """What an account says about its person, and a new password if the old one is lost."""

    password1, password2 = SetPasswordMixin.create_password_fields("New password", "New password again")

    class Meta:
        model = User
        fields = DESCRIBED

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("password1", "password2"):
            if name in self.fields:
                self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        """Check the new password, if there is one."""
        if self.cleaned_data.get("password1") or self.cleaned_data.get("password2"):
            self.validate_passwords("password1", "password2")
            self.validate_password_for_user(self.instance, "password2")
        return super().clean() or {}

    def save(self, commit: bool = True) -> User:
        """Store the account, with the new password if there is one."""
        user: User = super().save(commit=False)
        if self.cleaned_data.get("password2"):
            user.set_password(self.cleaned_data["password2"])
        if commit:
            user.save()
        return user


class AccountAdmin(RowAdmin):
    """The accounts. A closed account's tags stay, so that none is deleted."""

    list_display = ("username", "first_name", "last_name", "email", "is_active", "is_superuser")
    list_filter = ("is_active", "is_superuser")
    search_fields = ("username", "first_name", "last_name", "email")
    search_help_text = "Beginning of a name or address"
    ordering = ("username",)

    def rows(self, request: HttpRequest) -> QuerySet[User]:
        """Return all accounts, to those who get in here."""
        return User.objects.all()

    def search(self, rows: QuerySet, words: str) -> QuerySet:
        """Search in names and addresses."""
        found = rows.none()
        for field in self.search_fields:
            found = found | rows.filter(**{f"{field}__istartswith": words.strip()})
        return found

    def get_form(
        self, request: HttpRequest, obj: User | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """Return the form: for a new account, or for one that is there."""
        kwargs["form"] = NewAccountForm if obj is None else AccountForm
        return super().get_form(request, obj, change, **kwargs)

    def get_fields(self, request: HttpRequest, obj: User | None = None) -> tuple[str, ...]:
        """Return what is asked."""
        passwords = ("password1", "password2")
        return (*NewAccountForm.Meta.fields, *passwords) if obj is None else (*DESCRIBED, *passwords)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Say whether the person sees accounts."""
        return bool(user_of(request).is_superuser)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Say whether the person makes accounts."""
        return bool(user_of(request).is_superuser)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Say whether the person names and closes accounts."""
        return bool(user_of(request).is_superuser)

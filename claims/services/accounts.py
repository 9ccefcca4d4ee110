"""Accounts: the first one of an installation, and those that only stand for somebody."""

import secrets

from django.db import transaction

from claims.models import User

PASSWORD_BYTES = 12  # 16 characters, 96 bits


@transaction.atomic
def make_first_account(*, username: str = "lead") -> str | None:
    """Make the account of whoever installed On Record, if nobody can sign in yet.

    Returns its random password, to be shown once, or None if there is an account already.
    """
    if any(user.has_usable_password() for user in User.objects.filter(is_active=True)):
        return None
    password = secrets.token_urlsafe(PASSWORD_BYTES)
    User.objects.create_superuser(username, password=password)
    return password


def find_or_make_silent_account(*, username: str, full_name: str) -> User:
    """Return an account that cannot sign in: it stands for a coder whose tags were brought in."""
    user = User.objects.filter(username=username).first()
    if user is None:
        user = User(username=username, first_name=full_name)
        user.set_unusable_password()
        user.save()
    return user

"""The kinds of filter that the lists share: words, days, ids, choices, and an order that is stable.

A filter's value comes from an address that anybody may have typed: each kind answers a bad value with
words at its field, and never with an error of the database.
"""

from collections.abc import Mapping
from typing import Any

import django_filters
from django import forms
from django.core.validators import MaxLengthValidator
from django.db.models import QuerySet

MAX_TYPED = 200  # characters of a typed filter; the search takes 12 words
MAX_ID = 2**63 - 1  # of both databases' big integers
MAX_DIGITS = 19  # of that number; Python refuses to read one of thousands of digits


def is_id(value: object) -> bool:
    """Say whether what an address names can be a row's number, before a database is asked."""
    digits = str(value)
    return digits.isascii() and digits.isdecimal() and len(digits) <= MAX_DIGITS and int(digits) <= MAX_ID


class RowsField(forms.ModelMultipleChoiceField):
    """Rows by their ids, as an address names them."""

    default_error_messages = {
        "invalid_choice": "There is none with the number %(value)s here.",
        "invalid_pk_value": "“%(pk)s” is not a number.",
    }

    def clean(self, value: Any) -> Any:
        """Return the rows; refuse ids that no database holds before one is asked."""
        for given in value or []:
            if not str(given).isascii() or not str(given).isdecimal():
                message = self.error_messages["invalid_pk_value"]
                raise forms.ValidationError(message, code="invalid_pk_value", params={"pk": given})
            if not is_id(given):
                message = self.error_messages["invalid_choice"]
                raise forms.ValidationError(message, code="invalid_choice", params={"value": given})
        return super().clean(value)


class Rows(django_filters.ModelMultipleChoiceFilter):
    """Rows that belong to any of the named ones. An empty choice narrows nothing."""

    field_class = RowsField

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        """Return the rows whose ``field_name`` is one of ``value``."""
        if not value:
            return qs
        return self.get_method(qs)(**{f"{self.field_name}__in": [row.pk for row in value]})


class OneOf(django_filters.MultipleChoiceFilter):
    """One of several stored words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        messages = {"invalid_choice": "“%(value)s” is none of the choices."}
        super().__init__(*args, distinct=False, error_messages=messages, **kwargs)

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        """Return the rows whose ``field_name`` is one of ``value``."""
        return qs.filter(**{f"{self.field_name}__in": value}) if value else qs


class Choice(django_filters.ChoiceFilter):
    """One choice, or none."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        messages = {"invalid_choice": "“%(value)s” is none of the choices."}
        kwargs.setdefault("empty_label", "any")
        super().__init__(*args, error_messages=messages, **kwargs)


class Typed(django_filters.CharFilter):
    """Something typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, max_length=MAX_TYPED, **kwargs)


class Passage(django_filters.CharFilter):
    """A sentence or a paragraph."""

    def __init__(self, *args: Any, longest: int, **kwargs: Any) -> None:
        words = f"At most {longest:,} characters are searched at once, and this has %(show_value)s. Cut it."
        super().__init__(*args, validators=[MaxLengthValidator(longest, words)], **kwargs)


class Day(django_filters.DateFilter):
    """A day, as 2026-03-14."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        messages = {"invalid": "Write a day like 2026-03-14."}
        super().__init__(*args, input_formats=["%Y-%m-%d"], error_messages=messages, **kwargs)


class Share(django_filters.NumberFilter):
    """A number from 0 to 1."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        words = "Write a number from 0 to 1, like 0.75."
        super().__init__(
            *args,
            min_value=0,
            max_value=1,
            error_messages={"invalid": words, "min_value": words, "max_value": words},
            **kwargs,
        )


class Slider(Share):
    """A number from ``lowest`` to 1, pulled or typed. Without one all is shown, as with the lowest."""

    def __init__(self, *args: Any, lowest: float, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lowest = lowest


class Count(django_filters.NumberFilter):
    """A whole number from 0 up."""

    field_class = forms.IntegerField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        words = "Write a whole number, like 5."
        super().__init__(
            *args,
            min_value=0,
            max_value=1_000_000_000,
            error_messages={"invalid": words, "min_value": words, "max_value": words},
            **kwargs,
        )

    def get_max_validator(self) -> None:
        """Ask for no second limit beside ``max_value``."""


class Order(django_filters.ChoiceFilter):
    """The order of a list. Each choice's columns end in a unique one, so that pages are stable."""

    def __init__(self, *args: Any, orders: Mapping[str, tuple[str, tuple[str, ...]]], **kwargs: Any) -> None:
        self.columns = {name: columns for name, (_, columns) in orders.items()}
        self.default = next(iter(orders))
        super().__init__(
            *args,
            label="Order",
            choices=[(name, words) for name, (words, _) in orders.items()],
            empty_label=None,
            error_messages={"invalid_choice": "“%(value)s” is no order of this list."},
            **kwargs,
        )

    def filter(self, qs: QuerySet, value: str) -> QuerySet:
        """Return the rows in the chosen order, or in the first one."""
        return qs.order_by(*self.columns[value or self.default])


YES_NO = [("yes", "yes"), ("no", "no")]

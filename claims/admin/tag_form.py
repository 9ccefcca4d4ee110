"""Forms of a tag: claim, stance, certainty and note, alone, per statement, or for many statements."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.http import HttpRequest

from claims.admin.base import user_of
from claims.models import Annotation, Certainty, Claim, Stance, Statement
from claims.queries.claims import claims_to_tag_with
from claims.queries.filter_kinds import is_id
from claims.services.annotations import UnableToTag, tag_statement

NOTE_LENGTH = 5_000  # characters; longer ones are texts of their own


class ClaimField(forms.ModelChoiceField):
    """A claim that the person may tag with, found among those looked up for the whole page at once."""

    chosen: dict[int, Claim]

    def to_python(self, value: Any) -> Claim | None:
        """Return the claim."""
        if value in self.empty_values:
            return None
        claim = self.chosen.get(int(value)) if is_id(value) else None
        if claim is None:
            raise forms.ValidationError("This claim takes no tag of yours. Choose another.")
        return claim


def chosen_claims(request: HttpRequest) -> dict[int, Claim]:
    """Return the claims that the forms of a page were sent with, if the person may tag with them."""
    sent = {value for name, value in request.POST.items() if name.rpartition("-")[2] == "claim"}
    ids = [int(str(value)) for value in sent if is_id(value)]
    return claims_to_tag_with(user_of(request)).select_related("codebook").in_bulk(ids)


class TagForm(forms.Form):
    """One tag."""

    claim = ClaimField(queryset=Claim.objects.none())
    stance = forms.ChoiceField(choices=Stance.choices, widget=forms.RadioSelect)
    certainty = forms.ChoiceField(choices=Certainty.choices, initial=Certainty.CERTAIN)
    note = forms.CharField(
        required=False, max_length=NOTE_LENGTH, widget=forms.Textarea(attrs={"rows": 2, "class": "textarea"})
    )

    def __init__(
        self, *args: Any, request: HttpRequest, site: Any, chosen: dict[int, Claim], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        claim = self.fields["claim"]
        assert isinstance(claim, ClaimField)
        claim.chosen = chosen
        claim.widget = AutocompleteSelect(Annotation._meta.get_field("claim"), site)
        claim.queryset = claims_to_tag_with(user_of(request))

    def tag(self) -> dict[str, Any]:
        """Return what the services take."""
        return {name: self.cleaned_data[name] for name in ("claim", "stance", "certainty", "note")}


class StatementTagForm(TagForm):
    """The tag that one statement of a quote may get: left empty, it gets none."""

    token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, statement: Statement, tags: Iterable[Annotation], **kwargs: Any) -> None:
        super().__init__(*args, empty_permitted=True, use_required_attribute=False, **kwargs)
        self.statement = statement
        #: the tags that stand on the statement already
        self.tags = list(tags)
        self.fields["token"].initial = self.fresh_token = uuid4()

    def has_changed(self) -> bool:
        """Say whether anything was filled in besides what the page filled in."""
        return bool({"claim", "stance", "note"} & set(self.changed_data))

    def save(self, request: HttpRequest) -> bool:
        """Make the tag, unless the form was left empty. Returns whether it was made.

        A refusal is put beside the form's fields and raised again, so that nothing else is saved either.
        """
        if not self.has_changed():
            return False
        token: UUID = self.cleaned_data["token"]
        try:
            tag_statement(statement=self.statement, token=token, by=user_of(request), **self.tag())
        except UnableToTag as refusal:
            self.add_error(None, str(refusal))
            raise
        return True

"""The profile: keys, theme, time zone."""

from zoneinfo import available_timezones

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from claims.models import User
from claims.queries.rights import memberships_of
from claims.web.answers import user_of


class ProfileForm(forms.ModelForm):
    """What a person sets for herself alone."""

    class Meta:
        model = User
        fields = ["keys_on", "theme", "time_zone"]

    def clean_time_zone(self) -> str:
        """Refuse a zone that nobody knows."""
        zone = self.cleaned_data["time_zone"]
        if zone not in available_timezones():
            raise forms.ValidationError("There is no such time zone. Write it like Europe/Berlin.")
        return zone


def profile(request: HttpRequest) -> HttpResponse:
    """Show and change the person's own settings."""
    user = user_of(request)
    form = ProfileForm(request.POST or None, instance=User.objects.get(pk=user.pk))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Saved: your profile")
        return HttpResponseRedirect(reverse("profile"))
    context = {
        "form": form,
        "memberships": memberships_of(user).order_by("codebook__name"),
        "zones": sorted(available_timezones()),
    }
    return render(request, "claims/profile.html", context, status=422 if form.errors else 200)

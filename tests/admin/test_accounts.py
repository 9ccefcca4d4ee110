"""Accounts and outlets: what superusers look after."""

import pytest

from claims.models import Outlet, User
from tests.studies import PASSWORD


@pytest.fixture
def root(as_, study):
    study.people["mira"].is_superuser = True
    study.people["mira"].save()
    return as_("mira")


def test_a_superuser_makes_an_account_that_can_sign_in(root):
    root.post(
        "/admin/claims/user/add/",
        {
            "username": "nell",
            "first_name": "Nell",
            "last_name": "",
            "email": "",
            "password1": "green-halden-bridge",
            "password2": "green-halden-bridge",
        },
    )

    nell = User.objects.get(username="nell")
    assert nell.check_password("green-halden-bridge")
    assert not nell.is_superuser


def test_a_weak_password_is_refused(root):
    page = root.post(
        "/admin/claims/user/add/", {"username": "nell", "password1": "12345", "password2": "12345"}
    )

    assert "too short" in page.content.decode()
    assert not User.objects.filter(username="nell").exists()


def account(user: User, **more) -> dict:
    return {"username": user.username, "time_zone": "UTC", "is_active": "on", **more}


def test_a_superuser_closes_an_account(root, study):
    jon = study.people["jon"]

    root.post(f"/admin/claims/user/{jon.pk}/change/", account(jon) | {"is_active": ""})

    jon.refresh_from_db()
    assert not jon.is_active
    assert jon.check_password(PASSWORD)


def test_a_lost_password_is_replaced(root, study):
    jon = study.people["jon"]
    new = {"password1": "green-halden-bridge", "password2": "green-halden-bridge"}

    root.post(f"/admin/claims/user/{jon.pk}/change/", account(jon, **new))

    jon.refresh_from_db()
    assert jon.check_password("green-halden-bridge")


def test_an_accounts_page_shows_no_password(root, study):
    page = root.get(f"/admin/claims/user/{study.people['jon'].pk}/change/").content.decode()

    assert study.people["jon"].password not in page


def outlet(**more) -> dict:
    return {
        "name": "Radio Halden",
        "domain": "radio-halden.example",
        "kind": "BROADCASTER",
        "country": "Halden",
        "language": "en",
        "time_zone": "Etc/GMT-2",
        **more,
    }


def test_a_superuser_describes_an_outlet_as_a_change_that_can_be_undone(root):
    radio = Outlet.objects.get(name="Radio Halden")

    root.post(f"/admin/claims/outlet/{radio.pk}/change/", outlet())

    radio.refresh_from_db()
    assert (radio.kind, radio.country) == ("BROADCASTER", "Halden")
    assert radio.history.count() == 2


def test_a_name_that_belongs_to_another_outlet_is_told_at_its_field(root):
    radio = Outlet.objects.get(name="Radio Halden")

    page = root.post(f"/admin/claims/outlet/{radio.pk}/change/", outlet(name="KESS Telegraph"))

    assert "Another outlet has this name." in page.content.decode()


def test_a_time_zone_that_is_none_is_told_at_its_field(root):
    radio = Outlet.objects.get(name="Radio Halden")

    page = root.post(f"/admin/claims/outlet/{radio.pk}/change/", outlet(time_zone="Kessaria/Halden"))

    assert "There is no such time zone." in page.content.decode()


def test_a_lead_who_is_no_superuser_makes_no_outlet(as_):
    assert as_("mira").post("/admin/claims/outlet/add/", outlet(name="New")).status_code == 403

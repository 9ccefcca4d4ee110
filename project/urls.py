"""Addresses of the site: the pages, the administration, sign in and out."""

from django.contrib import admin
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.urls import include, path, reverse_lazy

urlpatterns = [
    path("sign-in/", LoginView.as_view(redirect_authenticated_user=True), name="login"),
    path("sign-out/", LogoutView.as_view(), name="logout"),
    path(
        "profile/password/",
        PasswordChangeView.as_view(success_url=reverse_lazy("profile")),
        name="password_change",
    ),
    path("admin/", admin.site.urls),
    path("api/", include("claims.api.urls")),
    path("", include("claims.web.urls")),
]

handler403 = "claims.web.errors.not_allowed"
handler404 = "claims.web.errors.not_found"
handler500 = "claims.web.errors.broken"

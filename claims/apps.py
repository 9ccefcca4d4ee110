"""How Django finds the application and its administration."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig as StockAdminConfig


class ClaimsConfig(AppConfig):
    """The one application of the project."""

    name = "claims"
    verbose_name = "On Record"

    def ready(self) -> None:
        """Let the history listen."""
        from claims.services import changes  # noqa: F401


class AdminConfig(StockAdminConfig):
    """The stock administration with our site object."""

    default_site = "claims.admin.site.OnRecordAdminSite"

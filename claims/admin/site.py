"""The administration's site: the stock one under our name."""

from django.contrib import admin


class OnRecordAdminSite(admin.AdminSite):
    """Django's administration with On Record's head."""

    site_header = "On Record"
    site_title = "On Record"
    index_title = "Administration"

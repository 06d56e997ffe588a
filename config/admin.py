"""The committee's desk: Django's admin under its own name and in the editors' order."""

from django.conf import settings
from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class Desk(admin.AdminSite):
    site_title = _("Register of international cooperation")
    site_header = _("Register of international cooperation")
    index_title = _("Today")

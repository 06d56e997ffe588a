from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from portal import display

urlpatterns = [
    path("admin/", admin.site.urls),
    path("display.css", display.style, name="display-style"),
    *i18n_patterns(
        path("", include("portal.urls")),
        path("", include("events.urls")),
        path("", include("contacts.urls")),
        path("", include("cooperation.urls")),
    ),
]

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("portal.root_urls")),
    path("", include("portal.opendata.urls")),
    *i18n_patterns(
        path("", include("portal.urls")),
        path("", include("briefings.writing.urls")),
        path("", include("events.urls")),
        path("", include("contacts.urls")),
        path("", include("cooperation.urls")),
    ),
]

handler400 = "core.errors.bad_request"
handler403 = "core.errors.permission_denied"
handler404 = "core.errors.page_not_found"
handler500 = "core.errors.server_error"

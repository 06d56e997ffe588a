from django.urls import path, re_path

from briefings.writing.views import NoteView

urlpatterns = [
    path("partners/<slug:slug>/note/", NoteView.as_view(), name="note"),
    re_path(
        r"^partners/(?P<slug>[-a-zA-Z0-9_]+)/note\.(?P<format>[a-z]+)$",
        NoteView.as_view(),
        name="note-file",
    ),
]

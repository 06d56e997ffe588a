from django.urls import path, re_path

from events import views

urlpatterns = [
    path("events/", views.EventList.as_view(), name="events"),
    re_path(r"^events\.(?P<format>[a-z]+)$", views.EventList.as_view(), name="events-file"),
    path("events/<slug:slug>/", views.EventDetail.as_view(), name="event"),
]

from django.urls import path, re_path

from contacts import views

urlpatterns = [
    path("contacts/", views.ContactPersonList.as_view(), name="contacts"),
    re_path(
        r"^contacts\.(?P<format>[a-z]+)$", views.ContactPersonList.as_view(), name="contacts-file"
    ),
]

"""The committee's desk: Django's admin under its own name and in the editors' order."""

from django.conf import settings
from django.contrib import admin
from django.urls import path, reverse

from core.admin.dates import understood_view

# By how often staff need them.
GROUPS = {
    "Реестр": {
        "events.Event": "Мероприятия",
        "cooperation.Direction": "Направления",
        "cooperation.Partner": "Партнёры",
        "cooperation.Tie": "Связи",
        "contacts.ContactPerson": "Контактные лица",
    },
    "Справки": {
        "briefings.Note": "Справки",
    },
    "Справочники": {
        "cooperation.Sector": "Отрасли",
        "contacts.Department": "Отделы",
        "briefings.SectorLemma": "Слова отраслей",
    },
    "Доступ": {
        "auth.User": "Пользователи",
        "auth.Group": "Группы",
    },
}


class Desk(admin.AdminSite):
    site_title = settings.SITE_NAME["ru"]
    site_header = settings.SITE_NAME["ru"]
    index_title = "Сегодня"

    def get_urls(self):
        return [path("date/", self.admin_view(understood_view), name="date"), *super().get_urls()]

    def get_app_list(self, request, app_label=None):
        """The models that this member of staff may see, in GROUPS instead of apps.

        With app_label Django's own list of that app. A model in no group stands behind, below its
        app's name.
        """
        apps = super().get_app_list(request, app_label)
        if app_label is not None:
            return apps
        models = {model["model"]._meta.label: model for app in apps for model in app["models"]}
        groups = [self._group(title, names, models) for title, names in GROUPS.items()]
        rest = [app | {"models": self._ungrouped(app)} for app in apps]
        return [group for group in [*groups, *rest] if group["models"]]

    def _group(self, title, names, models):
        shown = [models[label] | {"name": name} for label, name in names.items() if label in models]
        label = shown[0]["model"]._meta.app_label if shown else ""
        return {
            "name": title,
            "app_label": label,
            "app_url": reverse("admin:index", current_app=self.name),
            "has_module_perms": True,
            "models": shown,
        }

    def _ungrouped(self, app):
        grouped = {label for names in GROUPS.values() for label in names}
        return [model for model in app["models"] if model["model"]._meta.label not in grouped]

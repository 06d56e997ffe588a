from django.apps import AppConfig
from django.db.backends.signals import connection_created

from core.db import teach_cyrillic


class CoreConfig(AppConfig):
    name = "core"

    def ready(self):
        # Fields need the settings of the languages, which are there only now.
        from core.search.writing import connect  # noqa: PLC0415

        connection_created.connect(teach_cyrillic, dispatch_uid="core.db.teach_cyrillic")
        connect()

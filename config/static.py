"""Static files as the site serves them: fingerprinted and compressed."""

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

FORMS = "admin/css/forms.css"
IMPORT = "@import url('widgets.css');"


class FingerprintedStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage, with one of Django's own style sheets freed of its @import.

    The desk loads that sheet's widgets.css by a link of its own. Accessibility checkers put an
    imported sheet into the page as an inline style, which the Content-Security-Policy forbids.
    """

    def post_process(self, paths, dry_run=False, **options):
        if FORMS in paths and not dry_run:
            storage, path = paths[FORMS]
            with storage.open(path) as file:
                style = file.read().decode()
            if self.exists(FORMS):
                self.delete(FORMS)
            self._save(FORMS, ContentFile(style.replace(IMPORT, "").encode()))
            paths = paths | {FORMS: (self, FORMS)}
        yield from super().post_process(paths, dry_run, **options)

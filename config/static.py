"""Static files as the site serves them: fingerprinted and compressed."""

import re
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

SITE = "css/site.css"
FORMS = "admin/css/forms.css"
WIDGETS = "@import url('widgets.css');"
IMPORT = re.compile(r'@import url\("([^"]+)"\);')


class FingerprintedStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage, with two style sheets freed of their @imports.

    The site's own sheet takes in those it imports, so that a page asks for one file. The desk loads
    Django's widgets.css by a link of its own: accessibility checkers put an imported sheet into the
    page as an inline style, which the Content-Security-Policy forbids.
    """

    def post_process(self, paths, dry_run=False, **options):
        if not dry_run:
            if FORMS in paths:
                style = _read(paths, FORMS).replace(WIDGETS, "")
                paths = paths | {FORMS: self._written(FORMS, style)}
            if SITE in paths:
                paths = paths | {SITE: self._written(SITE, _joined(paths))}
        yield from super().post_process(paths, dry_run, **options)

    def _written(self, name, style):
        if self.exists(name):
            self.delete(name)
        self._save(name, ContentFile(style.encode()))
        return self, name


def _read(paths, name):
    storage, path = paths[name]
    with storage.open(path) as file:
        return file.read().decode()


def _joined(paths):
    """The site's style sheet with the sheets that it imports, each in its place.

    KeyError when one of them is not there.
    """
    folder = PurePosixPath(SITE).parent
    return IMPORT.sub(lambda match: _read(paths, str(folder / match[1])), _read(paths, SITE))

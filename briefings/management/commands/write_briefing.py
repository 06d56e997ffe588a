"""Writes a partner's note to a file: DOCX, HTML or PDF, in Russian, English or Dutch."""

import os
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import override

from briefings.writing.pdf import PdfUnavailableError, unavailable_words
from briefings.writing.records import MOST_EVENTS, Choice, TooManyEventsError
from briefings.writing.writing import WRITERS, write
from cooperation.filters import SectorsField
from cooperation.models import Partner
from core.filters import YearsField
from core.languages import CODES
from core.publishing import Status


class Command(BaseCommand):
    help = "Writes a partner's note (three sections, as of today) to a file."

    def add_arguments(self, parser):
        parser.add_argument("partner", help="the last part of its address: flanders")
        parser.add_argument(
            "--format", choices=sorted(WRITERS), help="by the file's name, else docx"
        )
        parser.add_argument("--lang", choices=CODES, default=settings.LANGUAGE_CODE)
        parser.add_argument("--years", default="", help="2013 or 2013-2015; all by default")
        parser.add_argument(
            "--sector", action="append", default=[], help="its code; may be repeated"
        )
        parser.add_argument("--sources", action="store_true", help="sources in footnotes")
        parser.add_argument("--drafts", action="store_true", help="also what is not published")
        parser.add_argument("--out", required=True, help="the file to write")

    def handle(self, **options):
        language, path = options["lang"], Path(options["out"])
        form = _format_of(options["format"], path)
        partner = self._partner(options)
        with override("en"):
            choice = self._choice(options)
        with override(language):
            try:
                content = write(partner, choice, language, form)
            except PdfUnavailableError:
                raise CommandError(unavailable_words()) from None
            except TooManyEventsError as error:
                raise CommandError(
                    f"The note would hold {error.number} events; at most {MOST_EVENTS} fit. "
                    "Choose --years or --sector."
                ) from None
        self._save(content, path)
        if options["verbosity"]:
            self.stdout.write(f"Written: {options['out']}")

    def _partner(self, options):
        partner = Partner.objects.filter(slug=options["partner"]).first()
        if partner is None:
            raise CommandError(f"There is no partner “{options['partner']}”.")
        if partner.status != Status.PUBLISHED and not options["drafts"]:
            raise CommandError(
                f"The partner “{options['partner']}” is not published; add --drafts for a draft."
            )
        return partner

    def _choice(self, options):
        sectors = SectorsField()
        try:
            years = YearsField().clean(options["years"])
            codes = sectors.clean(options["sector"])
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        return Choice(
            as_of=timezone.localdate(),
            years=years,
            sectors=tuple(sectors.options[code] for code in codes),
            sources=options["sources"],
            drafts=options["drafts"],
        )

    def _save(self, content, path):
        """The whole file or, where that fails, nothing: what stood there stays."""
        try:
            with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
                try:
                    file.write(content)
                    file.flush()
                    os.chmod(file.name, 0o666 & ~_umask())
                    os.replace(file.name, path)
                except OSError:
                    os.unlink(file.name)
                    raise
        except OSError as error:
            reason = os.strerror(error.errno) if error.errno else error
            raise CommandError(f"{path} cannot be written: {reason}") from None


def _format_of(chosen, path):
    """The format to write; CommandError where the file's name says another."""
    named = path.suffix.lower().removeprefix(".")
    if chosen and named in WRITERS and named != chosen:
        raise CommandError(f"“{path.name}” is named as {named}, but --format says {chosen}.")
    return chosen or (named if named in WRITERS else "docx")


def _umask():
    mask = os.umask(0)
    os.umask(mask)
    return mask

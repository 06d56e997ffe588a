import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from briefings.reading import UnreadableError, answer, read_file, summary
from briefings.reading.files import LARGEST_FILE, MEGABYTE
from briefings.vocabulary import home, sector_words

REASONS = {
    FileNotFoundError: "такого файла нет.",
    IsADirectoryError: "это папка, а не файл.",
    PermissionError: "нет права читать этот файл.",
}


class Command(BaseCommand):
    help = "Prints what a note (.txt or .docx) is understood as. Writes nothing."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", help="the note, or - for standard input")
        parser.add_argument("--json", action="store_true", help="in the schema coop-note/1")

    def handle(self, file, **options):
        try:
            data = _content(file)
            name = "" if file == "-" else Path(file).name
            briefing = read_file(data, name, sectors=sector_words(), home=home())
        except OSError as error:
            raise CommandError(f"{file}: {_why_not(error)}") from None
        except UnreadableError as error:
            raise CommandError(f"{file}: {error.message}") from None
        if options["json"]:
            text = json.dumps(answer(briefing), ensure_ascii=False, indent=1)
        else:
            text = summary(briefing)
        self.stdout.write(text)


def _why_not(error):
    """Why a file cannot be opened, in a sentence; the system's own words are in its language."""
    for kind, words in REASONS.items():
        if isinstance(error, kind):
            return words
    return f"файл не читается ({error.strerror})."


def _content(file):
    """The bytes of a file, no more than are looked at."""
    if file == "-":
        return sys.stdin.buffer.read(LARGEST_FILE * MEGABYTE + 1)
    with Path(file).open("rb") as opened:
        return opened.read(LARGEST_FILE * MEGABYTE + 1)

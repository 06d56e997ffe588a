"""From a partner to a file: the one way that pages, the desk and the command share."""

from django.utils.translation import override

from briefings.writing.composing import compose
from briefings.writing.html import to_html
from briefings.writing.pdf import to_pdf
from briefings.writing.records import records_of
from briefings.writing.word import to_docx

WRITERS = {"docx": to_docx, "pdf": to_pdf, "html": lambda note: to_html(note).encode()}
CONTENT_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def write(partner, choice, language, format):
    """The bytes of a note in one of WRITERS' formats; a constant number of queries.

    Raises TooManyEventsError, and PdfUnavailableError for a PDF.
    """
    with override(language):
        return WRITERS[format](compose(records_of(partner, choice), choice))

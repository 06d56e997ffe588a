"""A WrittenNote as a PDF that says its language, title and structure (PDF/UA-1, ISO 14289-1)."""

from django.utils.translation import gettext as _

from briefings.writing.html import to_html


def unavailable_words():
    """What is wrong and what to do instead, for the reader."""
    return _(
        "No PDF can be made on this server: it lacks a program library (Pango). Take the note as "
        "a Word file (DOCX) instead; any office program opens it and can save it as PDF."
    )


class PdfUnavailableError(Exception):
    """The system lacks the libraries (Pango) that lay out a PDF."""


def to_pdf(note):
    """The bytes of the file; PdfUnavailableError where WeasyPrint cannot work."""
    try:
        # Here, as it loads Pango from the system: without it the site and the DOCX work all the
        # same. It is slow to load, too.
        import weasyprint
    except OSError as error:
        raise PdfUnavailableError(str(error)) from error
    document = weasyprint.HTML(string=to_html(note), url_fetcher=_fetch_nothing)
    return document.write_pdf(pdf_variant="pdf/ua-1")


def _fetch_nothing(url, *args, **kwargs):
    """The document needs no other file, and a text of a record cannot ask for one."""
    raise ValueError(url)

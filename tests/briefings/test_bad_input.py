"""What is no note: a sentence that says what it is and what to do, and never an error."""

import io
import json
import re
import zipfile

import pytest
from django.core.management import CommandError, call_command

from briefings.reading import UnreadableError, read_file, read_text
from briefings.reading.errors import MESSAGES
from tests.briefings.word_notes import valparaiso

NOVEL = (
    "Князь Андрей вышел на крыльцо. Луна светила ярко, и тени лежали на снегу. – Кто там? "
    "– спросил он. " * 60
)
LAW = (
    "О международном сотрудничестве\n\nСтатья 1. Основные понятия\nСоглашение – документ о "
    "сотрудничестве.\n\nСтатья 2. Направления сотрудничества\n1. Торговля.\n\nСтатья 3. Сроки\n"
    "Закон вступает в силу 1 января 2013 г.\n"
)
NEWS = (
    "15 марта 2013 года мэр открыл станцию. Делегация посетила форум.\n\nСтороны обсудили "
    "сотрудничество.\n"
)
ARTICLE = (
    "Гамбург – город в Германии. В 1842 году пожар уничтожил четверть города.\n\nГорода-побратимы: "
    "Санкт-Петербург (1957), Марсель (1958).\n"
)
LIFE = (
    "Резюме\n\nКим Анна Сергеевна\nОпыт работы\n2007–2012 – Комитет по внешним связям "
    "Санкт-Петербурга, организация визитов делегаций и переговоров\n"
)
LEASE = (
    "ДОГОВОР № 5 аренды помещения\n\nСтороны заключили соглашение.\n\nКонтакты\nТел. 576-00-01\n"
)
RECIPE = "Борщ\n\nИнгредиенты:\n– свёкла;\n– капуста.\n\nПриготовление\n1. Сварить бульон.\n"
ENGLISH = "Note on cooperation of Saint Petersburg and Turku\n\nDirections\n– ports\n"
OPEN = b"application/vnd.oasis.opendocument."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def packed(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


def document(body):
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    return packed(**{"[Content_Types].xml": "<Types/>", "word/document.xml": xml})


def lying(data):
    """A zip whose directory says that its parts are small."""
    return re.sub(rb"(PK\x01\x02.{20}).{4}", lambda m: m[1] + b"\x10\0\0\0", data, flags=re.DOTALL)


FILES = {
    "empty": [b"", b" \r\n\t", b"\xef\xbb\xbf", document("<w:p/>")],
    "too_large": [b"a" * (21 * 1024 * 1024), "В мае прошла выставка. ".encode() * 200_000],
    "unpacks_too_large": [packed(**{"word/document.xml": b" " * (21 * 1024 * 1024)})],
    "doc": [OLE + b"\0" * 600],
    "encrypted": [OLE + "EncryptedPackage".encode("utf-16-le")],
    "rtf": [rb"{\rtf1\ansi \u1055?}"],
    "pdf": [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"],
    "image": [
        b"\x89PNG\r\n\x1a\n\0\0",
        b"\xff\xd8\xff\xe0\0",
        b"GIF89a\0",
        b"RIFF\0\0\0\0WEBPVP8 ",
        b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
        b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>',
    ],
    "html": [
        b"<!DOCTYPE html><html><body>x</body></html>",
        "<p>Визит делегации</p>\n<p>в мае 2013 г.</p><ul><li>порты</li></ul>".encode(),
    ],
    "spreadsheet": [
        packed(xl__workbook_xml="x", **{"xl/workbook.xml": "x"}),
        packed(**{"[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x"}),
        packed(mimetype=OPEN + b"spreadsheet", **{"content.xml": "x"}),
    ],
    "presentation": [
        packed(**{"ppt/presentation.xml": "x"}),
        packed(mimetype=OPEN + b"presentation", **{"content.xml": "x"}),
    ],
    "odt": [
        packed(mimetype="x", **{"content.xml": "x"}),
        packed(mimetype=OPEN + b"text", **{"content.xml": "x"}),
    ],
    "other_document": [
        packed(mimetype="application/epub+zip", **{"META-INF/container.xml": "x"}),
        packed(mimetype=OPEN + b"graphics", **{"content.xml": "x"}),
        packed(**{"[Content_Types].xml": "<Types/>", "visio/document.xml": "x"}),
        b"%!PS-Adobe-3.0 EPSF-3.0\n",
    ],
    "archive": [packed(note_txt="x"), b"Rar!\x1a\x07\0", b"7z\xbc\xaf'\x1c"],
    "broken_docx": [
        b"PK\x03\x04 and no more",
        valparaiso()[:-200],
        packed(**{"[Content_Types].xml": "<Types/>"}),
        packed(**{"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document"}),
    ],
    "binary": [bytes(range(1, 256)) * 20, b"\x7fELF\x02\x01\x01" + b"\0" * 300],
    "csv": [
        "имя;год;город\nа;2011;Брно\nб;2012;Брно\n".encode(),
        b"a,b,c\n1,2,3\n4,5,6\n",
        "n\tимя\tгод\n1\tВизит\t2013\n2\tФорум\t2014\n".encode(),
    ],
    "data": [b'{"name": "x"}', b'[{"n": 1}]\n'],
    "not_a_note": [
        NOVEL.encode(),
        LAW.encode(),
        "Просто несколько слов ни о чём.".encode(),
        *(text.encode() for text in (NEWS, ARTICLE, LIFE, LEASE, RECIPE)),
    ],
    "not_russian": [
        b"Hello, world",
        ENGLISH.encode(),
        NOVEL.encode("cp1251").decode("latin-1").encode(),
    ],
}
CASES = [(code, number) for code, files in FILES.items() for number in range(len(files))]


def test_each_kind_of_refusal_is_tried():
    assert set(FILES) == set(MESSAGES)


@pytest.mark.parametrize(("code", "number"), CASES)
def test_a_file_that_is_no_note_is_refused_in_a_sentence(code, number):
    with pytest.raises(UnreadableError) as error:
        read_file(FILES[code][number], "file")
    assert error.value.code == code
    assert re.fullmatch(r"[А-Я].+[.]", error.value.message)


def test_a_zip_that_lies_about_its_size_is_not_unpacked():
    data = lying(
        packed(
            **{"[Content_Types].xml": "<Types/>", "word/document.xml": b" " * (21 * 1024 * 1024)}
        )
    )
    with pytest.raises(UnreadableError) as error:
        read_file(data)
    assert error.value.code in {"unpacks_too_large", "broken_docx"}


def test_a_document_that_declares_entities_is_refused():
    xml = (
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        "<w:p><w:r><w:t>События: в мае 2013 г. прошёл форум "
        "&x;</w:t></w:r></w:p></w:body></w:document>"
    )
    with pytest.raises(UnreadableError) as error:
        read_file(packed(**{"[Content_Types].xml": "<Types/>", "word/document.xml": xml}))
    assert error.value.code == "broken_docx"


def test_pasted_text_is_refused_alike():
    pasted = (
        ("", "empty"),
        ("  \n ", "empty"),
        (NOVEL, "not_a_note"),
        ("<p>Визит</p><p>делегации</p><p>в мае</p>", "html"),
        ('{"события": []}', "data"),
    )
    for text, code in pasted:
        with pytest.raises(UnreadableError) as error:
            read_text(text)
        assert error.value.code == code


def test_a_note_without_its_headings_is_known_by_the_city_that_writes_it():
    text = (
        "В 2011 г. Гамбург посетила делегация. В мае 2012 г. подписано соглашение о "
        "сотрудничестве музеев."
    )
    with pytest.raises(UnreadableError):
        read_text(text)
    assert len(read_text(text.replace("делегация", "делегация Петербурга")).events) == 2


# The command


@pytest.fixture
def note(tmp_path):
    path = tmp_path / "брно.txt"
    path.write_text(
        "Брно (Чехия)\nНаправления\n– порты\nСобытия\nВ мае 2013 г. прошёл форум.",
        encoding="cp1251",
    )
    return path


@pytest.mark.django_db
def test_the_command_prints_what_was_understood(note, capsys):
    call_command("read_briefing", str(note))
    words = capsys.readouterr().out
    assert words.startswith("Партнёр: Брно (Чехия)\n\nНаправления: 1\n  1. порты [transport]\n")
    assert "май 2013" in words


@pytest.mark.django_db
def test_the_command_prints_json(note, capsys):
    call_command("read_briefing", str(note), "--json")
    answer = json.loads(capsys.readouterr().out)
    assert (answer["schema"], answer["file"]) == ("coop-note/1", "брно")
    assert answer["events"][0]["date"]["edtf"] == "2013-05"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4"])
@pytest.mark.django_db
def test_the_command_says_in_a_sentence_what_cannot_be_read(tmp_path, content):
    path = tmp_path / "note.txt"
    path.write_bytes(content)
    with pytest.raises(CommandError, match=r"^.+note\.txt: .+\.$"):
        call_command("read_briefing", str(path))


@pytest.mark.parametrize(
    ("name", "words"),
    [("none.txt", r"none\.txt: такого файла нет\."), ("", "это папка, а не файл\\.")],
)
@pytest.mark.django_db
def test_the_command_says_which_file_is_not_there(tmp_path, name, words):
    with pytest.raises(CommandError, match=words):
        call_command("read_briefing", str(tmp_path / name))

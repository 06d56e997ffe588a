import pytest

from core.richtext import plain_text, sanitize


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        (None, ""),
        ("<p>R&amp;D</p><p>Второе <strong>слово</strong></p>", "R&D\nВторое слово"),
        ("<ul><li><p>а</p></li><li><p>б</p></li></ul>", "а\nб"),
        ("<p>до<br>после</p>", "до\nпосле"),
    ],
)
def test_rich_text_as_plain_text(html, text):
    assert plain_text(html) == text


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("<p>да</p><script>alert(1)</script>", "<p>да</p>"),
        ('<p onclick="x()" style="color:red">да</p>', "<p>да</p>"),
        ('<p><a href="javascript:x()">да</a></p>', None),
        ("<p></p>", ""),
    ],
)
def test_nothing_an_editor_may_not_write_stays(html, clean):
    result = sanitize(html)
    assert "javascript" not in result
    if clean is not None:
        assert result == clean

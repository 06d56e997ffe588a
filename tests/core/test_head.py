"""Texts in a page's head: bare, on one line, and never able to leave their element."""

import json
import re

from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from core.templatetags.head import json_ld


def kept(value):
    template = Template(
        "{% load head %}{% plain as words %}<b>{{ value }}</b>\n  end{% endplain %}"
        '<meta content="{{ words }}">'
    )
    return template.render(Context({"value": value}))


def test_captured_text_is_bare_and_escaped_once():
    assert kept('a &\n <i>b</i> "c"') == (
        '<meta content="a &amp; &lt;i&gt;b&lt;/i&gt; &quot;c&quot; end">'
    )


@given(st.text())
def test_structured_data_never_leaves_its_script_and_reads_back(text):
    element = json_ld({"name": text, text: "</script><!--"})
    inner = re.fullmatch(r'<script type="application/ld\+json">(.*)</script>', element, re.DOTALL)[
        1
    ]
    assert not set("<>&\u2028\u2029") & set(inner)
    assert json.loads(inner) == {"name": text, text: "</script><!--"}

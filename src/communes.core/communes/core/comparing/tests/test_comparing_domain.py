"""What changed between two texts: exact, readable, and nothing but safe words."""

from communes.core.comparing.domain.difference import as_html
from communes.core.comparing.domain.difference import difference
from communes.core.comparing.domain.difference import read
from communes.core.comparing.domain.reading import blocks
from hypothesis import given
from hypothesis import strategies as st
import re


TEXTS = st.lists(
    st.text("aàbé ,.<>&'\"12", max_size=30).map(
        lambda text: f"<p>{text.replace('<', '&lt;')}</p>"
    ),
    max_size=6,
).map("".join)


def test_a_changed_amount_is_shown_word_by_word():
    lines = difference(
        "<p>Le montant est fixé à 184.500 € HTVA.</p>",
        "<p>Le montant est fixé à 192.000 € TVAC.</p>",
    )
    assert as_html(lines) == (
        "<p>Le montant est fixé à <del>184</del><ins>192</ins>."
        "<del>500</del><ins>000</ins> € <del>HTVA</del><ins>TVAC</ins>.</p>"
    )


def test_an_added_article_is_added_as_a_whole():
    lines = difference(
        "<p>Article 1. La rue est fermée.</p>",
        "<p>Article 1. La rue est fermée.</p><p>Article 2. Copie à la police.</p>",
    )
    assert [line.changed for line in lines] == [False, True]
    assert "<p><ins>Article 2. Copie à la police.</ins></p>" in as_html(lines)


def test_lists_stay_lists_and_headings_headings():
    html = as_html(difference("", "<h2>Vu</h2><ul><li>un</li><li>deux</li></ul>"))
    assert html == (
        "<h3><ins>Vu</ins></h3><ul><li><ins>un</ins></li><li><ins>deux</ins></li></ul>"
    )


def test_hostile_markup_comes_out_as_words_or_not_at_all():
    hostile = (
        "<p onclick='x()'>Texte<script>alert(1)</script> &lt;img src=x&gt;"
        "<a href='javascript:y()'>lien</a></p><style>p{}</style>"
    )
    html = as_html(difference("<p>Texte</p>", hostile))
    assert set(re.findall(r"<(/?\w+)", html)) <= {"p", "/p", "ins", "/ins", "del",
                                                  "/del"}  # fmt: skip
    assert "alert" not in html and "javascript" not in html
    assert "&lt;img" in html


def test_moving_only_the_markup_changes_nothing():
    lines = difference("<p>Vu la <b>loi</b></p>", "<div class='a'>Vu la loi</div>")
    assert not any(line.changed for line in lines)


@given(TEXTS, TEXTS)
def test_each_side_is_read_back_from_the_comparison(before, after):
    lines = difference(before, after)
    assert read(lines, "old") == [one.text for one in blocks(before)]
    assert read(lines, "new") == [one.text for one in blocks(after)]


@given(TEXTS)
def test_a_text_compared_with_itself_did_not_change(text):
    assert not any(line.changed for line in difference(text, text))


def test_a_long_text_is_compared_without_waiting():
    long = "".join(f"<p>Considérant {'mot ' * 40}{n}</p>" for n in range(300))
    lines = difference(long, long.replace("mot 150", "mot cent-cinquante"))
    assert sum(line.changed for line in lines) == 1

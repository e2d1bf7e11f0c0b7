"""An issue is read in any mail program: short, styled in place, said in text too."""

from communes.web.domain.newsletter.composing import Channel
from communes.web.domain.newsletter.composing import CHOICES
from communes.web.domain.newsletter.composing import compose
from communes.web.domain.newsletter.composing import LEAVE
from communes.web.domain.newsletter.issue import Block
from communes.web.domain.newsletter.issue import Issue
from communes.web.domain.newsletter.issue import MOST_BYTES
from communes.web.domain.newsletter.rich import as_lines
from communes.web.domain.newsletter.rich import styled
from html.parser import HTMLParser
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from lxml import html as lxml_html
import pytest


HOSTILE = "Fête <script>alert(1)</script> & « gâteau »"
CHANNEL = Channel(
    "Lettre de Valmont", "https://www.valmont.example", "#0b5d6b",
    header="<p>Bonjour à tous,</p>", footer="<p>Rue Haute 3</p>",
    privacy="https://www.valmont.example/vie-privee",
)  # fmt: skip
ISSUE = Issue(
    "12",
    "lettre",
    "Décembre à Valmont",
    (
        Block("text", "Le mot du mois", "<p>Voici <b>décembre</b>.</p>"),
        Block("event", HOSTILE, "<p>Sur la place</p>", "https://x.example/fete?a=1&b=2",
              when="samedi 12 décembre à 14 h", picture="https://x.example/f.webp",
              alt="Le sapin"),
    ),
    preheader="Marché de Noël, collecte des sapins",
)  # fmt: skip


def elements(markup):
    return lxml_html.document_fromstring(markup)


def test_everything_said_is_in_both_forms():
    made = compose(CHANNEL, ISSUE, "https://www.valmont.example/lettre/12")
    said = elements(made.html).text_content()
    for words in ("Le mot du mois", "décembre", "samedi 12 décembre à 14 h", "& «"):
        assert words in said
        assert words in made.text
    assert ISSUE.preheader in said
    assert "https://x.example/fete?a=1&b=2" in made.text
    assert "Lire en ligne" in said


def test_styles_stand_in_place_and_nothing_runs():
    page = elements(compose(CHANNEL, ISSUE).html)
    assert page.xpath("//style | //script | //link | //@class | //@onload") == []
    assert page.xpath("//h2[contains(., '<script>')]")
    assert all(one.get("style") for one in page.xpath("//p | //a | //h1 | //h2"))


def test_pictures_have_words_and_an_address_for_everybody():
    """Nothing is tracked: the same picture for all, no picture without a picture."""
    page = elements(compose(CHANNEL, ISSUE).html)
    images = [(one.get("src"), one.get("alt")) for one in page.iter("img")]
    assert images == [("https://x.example/f.webp", "Le sapin")]


def test_only_the_foot_is_of_one_person():
    made = compose(CHANNEL, ISSUE)
    html, text = made.for_one("https://x.example/l?a=1&b", "https://x.example/c")
    assert LEAVE not in html + text
    assert CHOICES not in html + text
    links = [one.get("href") for one in elements(html).iter("a")]
    assert links.count("https://x.example/l?a=1&b") == 1
    assert "Me désabonner : https://x.example/l?a=1&b" in text


def test_an_issue_of_thirty_news_is_shown_whole():
    block = Block("news", "Une rue fermée " * 4, f"<p>{'Un résumé. ' * 25}</p>",
                  "https://www.valmont.example/actualites/une-rue-fermee")  # fmt: skip
    many = Issue("1", "lettre", "Tout", (block,) * 30)
    assert len(compose(CHANNEL, many).html.encode()) < MOST_BYTES


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "/ici", "resolveuid/12", "data:text/html,x", ""]
)
def test_links_that_lead_nowhere_from_a_letter_lose_theirs(link):
    assert styled(f'<a href="{link}">ici</a>', "#000") == "ici"
    assert as_lines(f'<a href="{link}">ici</a>') == "ici"


def test_formatted_text_keeps_what_mail_programs_show():
    text = (
        '<h2 class="x" onclick="y">A</h2><ul><li>un</li><li>deux '
        '<a href="https://x.be/?a=1&amp;b=2">lien</a></li></ul><div>fin<br/>là</div>'
        "<style>p{}</style><script>x</script>"
    )
    made = styled(text, "#0b5d6b")
    assert 'href="https://x.be/?a=1&amp;b=2"' in made
    for none in ("class", "onclick", "script", "<div", "p{}"):
        assert none not in made
    assert as_lines(text) == "A\n- un\n- deux lien (https://x.be/?a=1&b=2)\nfin\nlà"


def test_a_page_of_the_site_has_its_own_styles():
    assert styled('<p>Un <a href="https://x.be">lien</a></p>') == (
        '<p>Un <a href="https://x.be">lien</a></p>'
    )


class Balance(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attrs):
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<b>", "</b>", "<ul>", "<li>", "</li>", "</ul>", "é & <",
             '<a href="https://x.be">', "</a>", "<br>", "<script>", "</script>"]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_whatever_is_pasted_comes_out_closed(parts):
    balance = Balance()
    balance.feed(styled("".join(parts), "#000"))
    balance.close()
    assert balance.open == []

"""What people and programs write of a newsletter is read, or refused at its place."""

from communes.core.mailing.people.domain import Entrant
from communes.web.domain.errors import NotReady
from communes.web.domain.newsletter.errors import BadBlock
from communes.web.domain.newsletter.errors import BadFile
from communes.web.domain.newsletter.errors import BadTopics
from communes.web.domain.newsletter.issue import Block
from communes.web.domain.newsletter.issue import Issue
from communes.web.domain.newsletter.issue import Topic
from communes.web.domain.newsletter.reading import chosen_topics
from communes.web.domain.newsletter.reading import MOST_BLOCKS
from communes.web.domain.newsletter.reading import paragraphs
from communes.web.domain.newsletter.reading import read_blocks
from communes.web.domain.newsletter.reading import read_entrants
from communes.web.domain.newsletter.reading import read_topics
from communes.web.domain.newsletter.reading import refuse_unready
import pytest


TOPICS = (Topic("travaux", "Travaux et voirie"), Topic("fetes", "Fêtes"))


def test_a_topic_keeps_its_id_when_its_name_changes():
    assert read_topics([{"title": "Travaux & voirie"}]) == (
        Topic("travaux-voirie", "Travaux & voirie"),
    )
    assert read_topics([{"id": "travaux", "title": "Chantiers"}])[0].id == "travaux"


@pytest.mark.parametrize(
    "rows",
    [
        [{"title": " "}],
        [{"title": "Fêtes"}, {"id": "x", "title": "fêtes"}],
        [{"id": "x", "title": "A"}, {"id": "x", "title": "B"}],
        [{"title": f"Thème {number}"} for number in range(31)],
    ],
)
def test_topics_have_one_name_each(rows):
    with pytest.raises(BadTopics):
        read_topics(rows)


def test_topics_that_do_not_exist_are_not_chosen():
    assert chosen_topics(["fetes", "x", "travaux"], TOPICS) == ["travaux", "fetes"]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ({"kind": "video"}, "sorte"),
        ({"kind": "text", "title": "x" * 201}, "200 signes"),
        ({"kind": "news", "url": "javascript:alert(1)"}, "https"),
        ({"kind": "image"}, "image"),
        ({"kind": "text", "size": "2"}, "size"),
    ],
)
def test_a_block_that_can_not_be_shown_is_refused(row, problem):
    with pytest.raises(BadBlock, match=problem) as refused:
        read_blocks([{"kind": "text", "title": "Bon"}, row])
    assert refused.value.values["number"] == 2


def test_an_issue_has_an_end():
    row = {"kind": "text", "title": "x"}
    assert len(read_blocks([row] * MOST_BLOCKS)) == MOST_BLOCKS
    with pytest.raises(BadBlock):
        read_blocks([row] * (MOST_BLOCKS + 1))


def test_an_issue_says_something_to_everybody():
    picture = Block("image", picture="https://x.be/i.webp")
    with pytest.raises(NotReady, match="au moins un bloc"):
        refuse_unready(Issue("1", "l", "Objet"))
    with pytest.raises(NotReady, match="alternatif de l'image du bloc 2"):
        refuse_unready(Issue("1", "l", "Objet", (Block("text", "A"), picture)))
    refuse_unready(Issue("1", "l", "Objet", (Block("text", "A"),)))


def test_typed_lines_become_formatted_text():
    typed = "Bonjour <à> tous,\r\n\r\nVoici :\n- un\n- deux https://x.be/a?b&c.\nFin"
    assert paragraphs(typed) == (
        "<p>Bonjour &lt;à&gt; tous,</p><p>Voici :</p><ul><li>un</li><li>deux "
        '<a href="https://x.be/a?b&amp;c">https://x.be/a?b&amp;c</a>.</li></ul>'
        "<p>Fin</p>"
    )
    assert paragraphs("  \n ") == ""


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_file_of_addresses_is_read(code):
    text = "Adresse;Thèmes\nanne@exemple.be;Fêtes, travaux\n;\nluc@exemple.be;autre\n"
    assert read_entrants(text.encode(code), TOPICS) == [
        Entrant("anne@exemple.be", {"topics": ["travaux", "fetes"]}),
        Entrant("luc@exemple.be", {"topics": []}),
    ]


@pytest.mark.parametrize("data", [b"", b"nom\nAnne\n", b"\xff\x00\x12", b"PK\x03\x04"])
def test_what_is_no_file_of_addresses_is_refused(data):
    with pytest.raises(BadFile):
        read_entrants(data, TOPICS)

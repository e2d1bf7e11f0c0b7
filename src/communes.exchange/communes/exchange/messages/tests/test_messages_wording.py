"""What a body breaks of its schema is said in French, with the place."""

from communes.exchange.letters.domain import BodyUnreadable
from communes.exchange.letters.domain import read_body
from communes.exchange.messages.domain.errors import MessageInvalid
from communes.exchange.messages.domain.kind import Change
from communes.exchange.messages.domain.kind import MessageKind
from communes.exchange.messages.schema import check_body
import datetime
import pytest


KIND = MessageKind(
    name="communes.test.wording.v1",
    title="Test",
    description="",
    schema={
        "type": "object",
        "required": ["name"],
        "properties": {
            "name": {"type": "string", "maxLength": 5, "pattern": "^[a-z]*$"},
            "day": {"type": "string", "format": "date"},
            "year": {"type": "integer", "minimum": 2000},
            "organ": {"enum": ["college", "conseil"]},
            "more": {"anyOf": [{"type": "null"}, {"type": "string"}]},
        },
        "additionalProperties": False,
    },
    example={"name": "a"},
    changes=(Change(datetime.date(2026, 11, 23), "Première version."),),
)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({}, "« data » : il manque « name »"),
        ({"name": 3}, "« name » : un texte est attendu"),
        ({"name": "abcdef"}, "au plus 5 signes"),
        ({"name": "A"}, "« A » n'a pas la forme attendue"),
        ({"name": "a", "day": "demain"}, "« demain » n'est pas de la forme « date »"),
        ({"name": "a", "year": 3}, "au moins 2000 est attendu"),
        (
            {"name": "a", "organ": "x"},
            "l'un de ces mots est attendu : college, conseil",
        ),
        ({"name": "a", "other": 1}, "« other » n'y est pas prévu"),
    ],
)
def test_what_is_wrong_is_said_in_french_at_its_place(body, words):
    with pytest.raises(MessageInvalid) as caught:
        check_body(KIND, body)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"a" 1}', "ligne 1, signe 6 : un deux-points est attendu"),
        ('{"a": 1\n "b": 2}', "ligne 2, signe 2 : une virgule est attendue"),
        ("{a: 1}", "un nom entre guillemets"),
        ('{"a": }', "une valeur est attendue"),
        ('{"a": 1} x', "quelque chose suit"),
        ('{"a": "x}', "un guillemet n'est pas fermé"),
        ("[1]", "un objet {…} est attendu"),
        ("[" * 100_000, "trop de niveaux"),
    ],
)
def test_what_is_no_json_is_said_in_french_at_its_place(text, words):
    with pytest.raises(BodyUnreadable) as caught:
        read_body(text)
    assert words in str(caught.value)

"""Whatever a program sends, a service answers with a status of the client's fault."""

from communes.deliberations.tests import builders
from communes.deliberations.tests.rest import Program
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import settings
from hypothesis import strategies as st
import pytest


HOSTILE = st.sampled_from(
    [
        None,
        True,
        0,
        -1,
        10**30,
        1.5,
        "",
        "x",
        "\x00",
        "\ud800",
        "\u202egpj.exe",
        "é" * 12_000,
        "../../etc/passwd",
        "${portal_url} %s {0}",
        "<script>alert(1)</script>",
        "2026-13-45T99:99",
        "0001-01-01T00:00:00",
        "9999-12-31T23:59:59+14:00",
        [],
        {},
        [[]],
        {"": None},
        ["\ud800", 1, {}],
        {"seat": [], "item": {}, "movement": 3, "remove": "yes"},
        [{"seat": "dg", "item": "nowhere", "movement": {}}],
        [{"label": 1, "counts": {"yes": 10**30}}],
        [{"label": "\ud800", "counts": {"yes": -1, "no": True}}],
    ]
)
KEYS = {
    "items": (
        "POST",
        "deliberations/conseil/@deliberations-items",
        (
            "title summary proposing_service groups_in_charge category list_type "
            "privacy poll_type preferred_meeting urgency urgency_motivation "
            "oral_question initiators motivation decision send_to external_id autre"
        ).split(),
    ),
    "meetings": (
        "POST",
        "deliberations/conseil/@deliberations-meetings",
        (
            "date started_at ended_at convoked_on place extraordinary chair call "
            "meeting_number external_id observations"
        ).split(),
    ),
    "item": (
        "PATCH",
        "{item}/@deliberations-items",
        "title motivation send_to initiators external_id revision privacy".split(),
    ),
    "meeting": (
        "PATCH",
        "{meeting}/@deliberations-meetings",
        "date started_at chair call external_id revision place".split(),
    ),
    "agenda": (
        "PATCH",
        "{meeting}/@deliberations-agenda",
        "uid before move sort revision".split(),
    ),
    "attendance": (
        "PATCH",
        "{meeting}/@deliberations-attendance",
        "presences replacements passages withdrawals revision".split(),
    ),
    "votes": (
        "POST",
        "{item}/@deliberations-votes",
        (
            "kind poll_type place revision values groups others label ballots linked "
            "in_favour"
        ).split(),
    ),
    "transitions": (
        "POST",
        "{item}/@deliberations-transitions",
        "transition comment meeting".split(),
    ),
    "imports": (
        "POST",
        "@deliberations-imports?dry_run=1",
        "meeting seats items date assembly body presences".split(),
    ),
}
# What gets past the first check, so that the second is tried too.
FAIR = {
    "items": {"title": "Marché", "proposing_service": "travaux"},
    "meetings": {"date": "2024-01-22T20:00"},
    "agenda": {"uid": "{uid}"},
    "votes": {"kind": "public"},
}


@pytest.fixture
def doors(town_web):
    """Return a program of the director general, and the addresses it attacks."""
    item, meeting = builders.validated(), builders.meeting()
    with builders.as_user("directeur-general"):
        builders.door.present(item, meeting)
    places = {"item": item.absolute_url(), "meeting": meeting.absolute_url()}
    return Program(town_web, "directeur-general"), places, item.UID()


@pytest.mark.parametrize("name", KEYS)
def test_no_body_breaks_a_service(doors, name):
    program, places, uid = doors
    method, address, keys = KEYS[name]
    fair = {
        key: uid if value == "{uid}" else value
        for key, value in FAIR.get(name, {}).items()
    }

    @settings(
        max_examples=40,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.dictionaries(st.sampled_from(keys), HOSTILE, min_size=1, max_size=3))
    def attack(body):
        status, answer = program.ask(method, address.format(**places), fair | body)
        assert status < 500, (body, answer)

    attack()


@pytest.mark.parametrize("kind", ["public", "secret", "urgency"])
@pytest.mark.parametrize(
    "more",
    [
        {"place": -1},
        {"place": 10**30},
        {"values": {"bourgmestre": "yes", "nobody": "no"}},
        {"values": {"bourgmestre": ["yes"]}},
        {"in_favour": [["bourgmestre"], 3, None]},
        {"ballots": [{"counts": {"yes": 10**400}}]},
        {"ballots": [[]]},
        {"groups": {"": "yes"}, "others": {}},
    ],
)
def test_no_vote_breaks_the_service(doors, kind, more):
    program, places, _uid = doors
    address = f"{places['item']}/@deliberations-votes"
    status, answer = program.post(address, {"kind": kind, **more})
    assert status < 500, answer


@pytest.mark.parametrize(
    "text",
    ["[" * 400, '{"a":' * 400, '{"title": NaN}', "9" * 6000, b"\xff\xfe\x00"],
)
def test_no_broken_text_breaks_a_service(doors, text):
    program, places, _uid = doors
    if isinstance(text, bytes):
        text = text.decode("latin-1")
    for method, address, _keys in KEYS.values():
        status, answer = program.ask(method, address.format(**places), text)
        # A dry run answers with what is wrong, row by row.
        dry = address.startswith("@deliberations-imports")
        refused = not answer["accepted"] if dry and status == 200 else status < 500
        assert refused and (dry or status >= 400), (address, answer)


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=%FF",
        "q=(((",
        "q=" + "x" * 9000,
        "page=9999999999999999999",
        "size=%C2%B2",
        "sort=-",
        "f.state=%00",
        "f.state:list=a&f.state:list=b",
        "page:record=1",
        "size:int=3",
        "q.a:record=1",
    ],
)
def test_no_query_breaks_a_list(doors, query):
    program, _places, _uid = doors
    for noun in ("items", "meetings"):
        address = f"deliberations/conseil/@deliberations-{noun}?{query}"
        status, answer = program.get(address)
        assert status < 500, (address, answer)
    status, answer = program.get(f"@search?{query}")
    assert status < 500, (query, answer)

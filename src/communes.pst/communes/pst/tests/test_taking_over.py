"""The page and the service that take programmes over, and who they are for."""

from communes.pst.api.plan import create_plan
from communes.pst.storage.programme import full_programme
from communes.pst.tests import builders
from communes.pst.tests.rest import Program
from communes.pst.tests.test_api_carrying import EXPORT
from communes.pst.tests.test_api_carrying import NAMES
from io import BytesIO
import json
from plone import api
from plone.protect.authenticator import createToken
import pytest
import transaction


NEXT = "pst-2030-2036"


@pytest.fixture
def following(town):
    """Return the plan of the next mandate; that of this one has an action."""
    builders.branch()
    return _following()


def _following():
    with api.env.adopt_roles(["Manager"]):
        return create_plan(api.portal.get(), NEXT, {"title": "PST 2030-2036"})


def asked(context, name, **form):
    """Return a page as the general director gets it."""
    request = api.portal.get().REQUEST
    request.form = dict(form)
    request.method = request.environ["REQUEST_METHOD"] = "POST" if form else "GET"
    with builders.as_user("directrice-generale"):
        request.form["_authenticator"] = createToken()
        return api.content.get_view(name, context, request)()


def test_the_page_offers_the_unfinished_actions_and_tries_them_first(following):
    told = asked(following, "reprise")
    (action,) = full_programme(builders.plan()).of_kind("pstaction")
    assert "PST 2024-2030" in told and f'value="{action.id}"' in told
    told = asked(following, "reprise-faire", plan=builders.PLAN, actions=action.id)
    assert "créé" in told and not full_programme(following).elements
    form = {"plan": builders.PLAN, "actions": [action.id], "essai": "0"}
    assert "La reprise est faite." in asked(following, "reprise-faire", **form)
    assert len(full_programme(following).elements) == 5


def test_the_page_takes_an_export_and_tells_what_is_wrong_with_it(following):
    names = BytesIO(
        b'[services]\norg-travaux = ""\n[people]\nhp-1 = "echevin-1"\ndg = "echevin"'
    )
    form = {"export": BytesIO(json.dumps(EXPORT).encode()), "essai": "0"}
    told = asked(following, "reprise-faire", **form)
    assert "refusé" in told and "org-travaux" in told
    assert not full_programme(following).elements
    form = {**form, "export": BytesIO(json.dumps(EXPORT).encode()), "noms": names}
    asked(following, "reprise-faire", **form)
    assert len(full_programme(following).elements) == 6
    assert "pas lisible" in asked(
        following, "reprise-faire", export=BytesIO(b"<xml/>"), essai="0"
    )


def test_a_program_carries_over_and_brings_an_export(town_web):
    builders.branch()
    following = _following()
    transaction.commit()
    editor = Program(town_web, "directrice-generale")
    path = f"pst/{NEXT}/@pst-takeovers"
    status, found = editor.get(path)
    editor.example("takeovers-get")
    assert (status, found["items"][0]["plan"]) == (200, builders.PLAN)
    status, found = editor.ask("POST", path, {"plan": builders.PLAN, "dry_run": False})
    editor.example("takeovers-post")
    assert (status, found["counts"]) == (200, {"created": 5})
    body = {"export": EXPORT, "names": {}, "dry_run": False}
    assert editor.ask("POST", path, body)[0] == 422
    status, found = editor.ask("POST", path, {**body, "names": NAMES})
    assert (status, found["written"]) == (200, True)
    transaction.begin()
    assert len(full_programme(following).elements) == 11
    assert editor.ask("POST", path, {"plan": "autre"})[0] == 404
    assert editor.ask("POST", path, {"autre": 1})[0] == 400


def test_no_one_else_reads_or_takes_over(town_web):
    _following()
    transaction.commit()
    for account in ("lecteur", "gestionnaire-travaux", "agent-sans-role"):
        other = Program(town_web, account)
        assert other.get(f"pst/{NEXT}/@pst-takeovers")[0] in (401, 403, 404)
        body = {"plan": builders.PLAN}
        status = other.ask("POST", f"pst/{NEXT}/@pst-takeovers", body)[0]
        assert status in (401, 403, 404)

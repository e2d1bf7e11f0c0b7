"""A program publishes the programme, and reads what citizens do."""

from communes.pst.api.element import edit_element
from communes.pst.tests import builders
from communes.pst.tests.rest import Program
import transaction


PATH = f"pst/{builders.PLAN}/@pst-publication"


def test_a_program_publishes_and_withdraws(town_web):
    made = builders.branch()
    transaction.commit()
    editor = Program(town_web, "directrice-generale")
    status, found = editor.ask("POST", PATH, {"act": "publish"})
    editor.example("publication-post-refused")
    assert (status, found["error"]["code"]) == (422, "nothing_to_publish")
    with builders.as_user("directrice-generale"):
        edit_element(made["goal"], {"publication": "published"})
    status, found = editor.ask("POST", PATH, {"act": "publish"})
    editor.example("publication-post")
    assert (status, found["version"]) == (200, 1)
    status, found = editor.get(PATH)
    editor.example("publication-get")
    assert found["online"] and not found["differs"]
    assert [one["title"] for one in found["document"]["elements"]] == [
        "Volet externe",
        "Une commune où il fait bon vivre",
    ]
    assert editor.ask("POST", PATH, {"act": "withdraw"})[1]["online"] is False
    assert editor.ask("POST", PATH, {"act": "autre"})[0] == 400
    assert editor.ask("POST", PATH, {})[0] == 400


def test_no_one_else_publishes_or_reads_it(town_web):
    for account in ("lecteur", "gestionnaire-travaux", "agent-sans-role", ""):
        other = Program(town_web, account)
        assert other.get(PATH)[0] in (302, 401, 403, 404)
        assert other.ask("POST", PATH, {"act": "publish"})[0] in (401, 403, 404)

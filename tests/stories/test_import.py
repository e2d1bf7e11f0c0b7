"""The real council meeting, from its file to minutes that say what was decided."""

from communes.core.documents.tests.verapdf import verdicts
from copy import deepcopy
from io import BytesIO
import json
from playwright.sync_api import expect
from pypdf import PdfReader
import pytest
from running_house import ROOT


DATA = ROOT / (
    "src/communes.deliberations/communes/deliberations/tests/data/"
    "conseil-2023-05-22.json"
)
REAL = json.loads(DATA.read_text(encoding="utf-8"))
IMPORTS = "@deliberations-imports"
ABSTAINING = (2, 4, 5, 7, 8)


def file_with(change=None) -> str:
    """Return the text of the file, changed."""
    data = deepcopy(REAL)
    if change is not None:
        change(data)
    return json.dumps(data, ensure_ascii=False)


def unknown_seat(data):
    data["items"][0]["vote"]["yes"][0] = "conseiller-99"


def vote_of_someone_absent(data):
    data["items"][0]["vote"]["yes"][0] = "conseiller-9"


def does_not_add_up(data):
    data["items"][0]["vote"]["yes"].pop()


def the_same_item_twice(data):
    data["items"].append(data["items"][0])


REFUSED = {
    "unknown seat": (file_with(unknown_seat), "conseiller-99"),
    "vote by someone absent": (file_with(vote_of_someone_absent), "n'est pas présent"),
    "does not add up": (file_with(does_not_add_up), "12"),
    "duplicate": (file_with(the_same_item_twice), "unique"),
    "broken JSON": (file_with()[:-20], "JSON"),
}


def written(director) -> tuple[int, int]:
    """Return how many meetings and items the council has."""
    place = "deliberations/conseil"
    found = (
        director.get(f"{place}/@deliberations-{noun}") for noun in ("meetings", "items")
    )
    meetings, items = (one.body["items_total"] for one in found)
    return meetings, items


@pytest.mark.parametrize("fault", list(REFUSED))
def test_a_faulty_file_is_refused_with_row_and_reason(integrator, fault):
    text, reason = REFUSED[fault]
    director = integrator()
    before = written(director)
    answer = director.post(IMPORTS, text)
    assert answer.status in (400, 409, 422), answer.data
    assert reason in str(answer.body["error"]["rows"])
    assert written(director) == before


def test_the_page_shows_what_is_wrong_and_writes_nothing(agent, integrator, tmp_path):
    wrong = tmp_path / "conseil.json"
    wrong.write_text(file_with(unknown_seat), encoding="utf-8")
    before = written(integrator())
    page = agent("benoit.quoilin").open("deliberations/importer")
    page.locator("main input[type=file]").set_input_files(wrong)
    page.locator("main form button[type=submit]").first.click()
    faults = page.get_by_role("table", name="Fautes du fichier")
    expect(faults).to_contain_text("conseiller-99")
    assert written(integrator()) == before


def test_the_real_meeting_is_tried_then_written_then_held(integrator, tmp_path):
    director = integrator()
    before = written(director)
    tried = director.post(f"{IMPORTS}?dry_run=1", file_with())
    assert tried.status == 200, tried.data
    assert tried.body["accepted"] and tried.body["rows"] == []
    assert len(tried.body["preview"]["items"]) == 8
    assert written(director) == before

    made = director.post(IMPORTS, file_with())
    assert made.status == 201, made.data
    again = director.post(IMPORTS, file_with())
    assert again.status in (409, 422) and "existe déjà" in str(again.body)
    assert written(director) == (before[0] + 1, before[1] + 8)

    pdf = hold(director, made.body["@id"])
    check_the_words(words_of(pdf))
    file = tmp_path / "minutes.pdf"
    file.write_bytes(pdf)
    assert verdicts("2a", [file]) == {"minutes.pdf": "PASS"}


def hold(director, meeting: str) -> bytes:
    """Take the meeting through its states; return its public minutes."""
    step(director, meeting, "freeze")
    step(director, meeting, "decide")
    agenda = director.get(f"{meeting}/@deliberations-agenda").body
    lines = agenda["items"]
    assert [line["urgency"] for line in lines] == ["none"] * 2 + ["accepted"] * 6
    for line in lines[2:]:
        item = line["@id"]
        decision = {"decision": "<p>APPROUVE l'ordre du jour de l'assemblée.</p>"}
        assert director.patch(f"{item}/@deliberations-items", decision).status == 200
        vote = {"kind": "public", "others": "yes"}
        assert director.post(f"{item}/@deliberations-votes", vote).status == 200
    step(director, meeting, "close")
    made = director.get(f"{meeting}/@deliberations-documents/minutes?form=pdf")
    assert made.status == 200, made.data[:300]
    return made.data


def step(director, place: str, name: str) -> None:
    taken = director.post(f"{place}/@deliberations-transitions", {"transition": name})
    assert taken.status == 200, taken.data


def words_of(pdf: bytes) -> str:
    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def check_the_words(minutes: str) -> None:
    """Attendance, urgency, the vote with its names, and the decision."""
    assert "Présents" in minutes and "Excusé" in minutes
    assert minutes.count("à l'unanimité des membres présents") >= 1
    assert "8 voix pour" in minutes and "5 abstentions" in minutes
    for number in ABSTAINING:
        assert f"Conseiller communal {number}" in minutes
    assert "APPROUVE le procès-verbal de la séance du 26 avril 2023." in minutes
    assert minutes.count("Idelux") >= 5 and "Sofilux" in minutes

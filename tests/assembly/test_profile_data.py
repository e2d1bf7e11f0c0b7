"""A commune is data: its folder is read without Plone, and holds no code."""

from communes.policy.profile import load
import configparser
import json
from pathlib import Path
import pytest
import re


PROFILES = Path(__file__).parents[2] / "profiles"
DATA = {".toml", ".cfg", ".json", ".svg", ".png", ".css", ".md"}


def code_in(folder):
    """Return the files of a profile that are not data."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.name for path in files if path.suffix not in DATA)


def test_the_profile_is_read(folder):
    profile = load(folder)
    assert profile.slug == folder.name
    assert profile.commune.sites.named()


def test_the_profile_holds_only_data(folder):
    assert code_in(folder) == []


@pytest.mark.parametrize("name", ["setup.py", "types.xml", "configure.zcml", "a.sh"])
def test_code_in_a_profile_is_noticed(tmp_path, name):
    (tmp_path / "commune.toml").touch()
    (tmp_path / name).touch()
    assert code_in(tmp_path) == [name]


def test_an_svg_of_the_profile_carries_no_script(folder):
    for path in folder.rglob("*.svg"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<script|\son\w+=|href=", text, re.IGNORECASE), path


def test_the_assembly_extends_the_house(folder):
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(folder / "assembly.cfg", encoding="utf-8")
    assert parser["buildout"]["extends"] == "../../base.cfg"
    ports = [value for key, value in parser["settings"].items() if "-port" in key]
    assert len(ports) == len(set(ports)) == 4


def deliberations(folder):
    source = folder / "content" / "deliberations.json"
    if not source.is_file():
        pytest.skip(f"{folder.name} carries no deliberations")
    return json.loads(source.read_text(encoding="utf-8"))


def test_content_names_only_what_the_commune_has(folder):
    data = deliberations(folder)
    profile = load(folder)
    assemblies = {one.id: one for one in profile.settings["deliberations"].assemblies}
    services = {service.id for service in profile.commune.services}
    meetings = {one["external_id"]: one["assembly"] for one in data["meetings"]}

    assert set(meetings.values()) <= set(assemblies)
    for item in data["items"]:
        assembly = assemblies[item["assembly"]]
        assert item["proposing_service"] in services
        assert item["category"] in {one.id for one in assembly.categories}
        assert item["list_type"] in {one.id for one in assembly.list_types}
        assert item["privacy"] in assembly.privacy_levels
        if "meeting" in item:
            assert meetings[item["meeting"]] == assembly.id
        destinations = {one.assembly for one in assembly.send_to}
        assert set(item.get("send_to", ())) <= destinations


def test_content_has_one_external_id_for_each_thing(folder):
    data = deliberations(folder)
    ids = [one["external_id"] for one in (*data["meetings"], *data["items"])]
    assert len(ids) == len(set(ids))


def test_items_have_a_whole_motivation_and_numbered_articles(folder):
    for item in deliberations(folder)["items"]:
        assert item["motivation"].count("<p>Vu ") >= 1, item["external_id"]
        assert item["motivation"].count("<p>Considérant ") >= 2, item["external_id"]
        assert "<strong>Article" in item["decision"], item["external_id"]


def test_the_cpas_has_other_assemblies_levels_and_numbers():
    demo, cpas = (load(PROFILES / name) for name in ("demo", "cpas-valmont"))
    theirs, ours = (
        {one.id: one for one in profile.settings["deliberations"].assemblies}
        for profile in (cpas, demo)
    )

    assert set(ours) == {"college", "conseil"}
    assert set(theirs) == {"cas", "bureau"}
    for one in theirs.values():
        assert len(one.validation_levels) == 2
        assert one.reference_format != ours["conseil"].reference_format
        assert one.meeting_reset != ours["conseil"].meeting_reset
    assert cpas.commune.branding.brand_colour != demo.commune.branding.brand_colour


def test_a_police_zone_and_an_intercommunal_company_are_data():
    organs = {
        name: {
            one.id: one
            for one in load(PROFILES / name).settings["deliberations"].assemblies
        }
        for name in ("police-lesse", "interlesse")
    }
    police, company = organs["police-lesse"], organs["interlesse"]
    assert [one.organ for one in police.values()] == [
        "conseil_police",
        "college_police",
    ]
    meeting = company["assemblee-generale"]
    assert meeting.shares.voices("lucie-marchal", "communes") == 1200
    assert meeting.shares.voices("ghislaine-piret", "province") == 500
    assert not company["conseil-administration"].shares.weighted


def test_the_demo_town_sits_as_the_law_says():
    people = load(PROFILES / "demo").commune.people
    seats = {
        body: [
            person.group
            for person in people
            for mandate in person.mandates
            if mandate.body == body and mandate.votes
        ]
        for body in ("college", "conseil")
    }
    # Bourgmestre, four aldermen, the president of the CPAS; nineteen councillors.
    assert len(seats["college"]) == 6
    assert len(seats["conseil"]) == 19
    assert seats["conseil"].count("ensemble") == 11
    assert seats["conseil"].count("alternative") == 8

"""A changed file changes just that; what was changed live is kept and told."""

from communes.core.settings.domain import InvalidSettings
from communes.core.settings.interfaces import ISettingsTarget
from communes.policy.api import apply
from communes.policy.applying.sites import inside
from communes.policy.applying.solutions import installed_solutions
from communes.policy.errors import PlaceTaken
from communes.policy.errors import SolutionNoLongerChosen
from communes.search.language.api import expand
from OFS.Folder import Folder
from pathlib import Path
from plone import api
import pytest
import re
import shutil
from zope.component import getAdapter


PROFILES = Path(__file__).parents[2] / "profiles"


def told(report):
    return [change.what for change in report.changes]


def test_a_changed_colour_changes_just_that(app, demo, edit):
    edit('brand_colour = "#0b5d6b"', 'brand_colour = "#6b2d5c"')

    report = apply(app, demo)

    assert [(change.place, change.what) for change in report.changes] == [
        (path, "site.brand_colour : « #0b5d6b » → « #6b2d5c »")
        for path in ("/demo/agents", "/demo/www")
    ]
    assert apply(app, demo).changes == []


def test_a_new_logo_changes_just_that(app, demo):
    shutil.copy(PROFILES / "cpas-valmont/branding/logo.png", demo / "branding")

    assert [what.partition(" :")[0] for what in told(apply(app, demo))] == [
        "site.logo",
        "documents.logo",
    ] * 2


def test_a_value_changed_live_is_kept_and_told(app, demo, edit):
    site = app.demo.agents
    with inside(site):
        api.portal.set_registry_record("plone.site_title", "Valmont, notre commune")
    edit(
        'title = "Valmont-sur-Lesse"\nsolutions = ["d',
        'title = "V"\nsolutions = ["d',
    )

    report = apply(app, demo)

    assert report.changes == []
    (kept,) = report.kept
    assert (kept.key, kept.live, kept.wanted) == (
        "site.title",
        "Valmont, notre commune",
        "V",
    )
    assert "--force" in str(kept)


def test_a_changed_assembly_changes_just_that(app, demo, edit):
    new = "Collège des bourgmestre et échevins"
    edit('title = "Collège communal"', f'title = "{new}"')

    assert told(apply(app, demo)) == [
        f"deliberations.assemblies.college.title : « Collège communal » → « {new} »"
    ]
    assert app.demo.agents.deliberations.college.title == new
    assert apply(app, demo).changes == []


def test_an_assembly_changed_live_does_not_hold_back_the_other(app, demo, edit):
    site = app.demo.agents
    with inside(site):
        target = getAdapter(site, ISettingsTarget, name="deliberations")
        (college, conseil) = target.read()["assemblies"]
        college["acronym"] = "COL"
        target.write({"assemblies": [college, conseil]})
    edit('title = "Conseil communal"', 'title = "Le Conseil"')

    report = apply(app, demo)

    assert told(report) == [
        "deliberations.assemblies.conseil.title : « Conseil communal » → « Le Conseil »"
    ]
    assert [(kept.key, kept.live) for kept in report.kept] == [
        ("deliberations.assemblies.college.acronym", "COL")
    ]


def test_force_lets_the_file_win(app, demo):
    site = app.demo.agents
    with inside(site):
        api.portal.set_registry_record("plone.site_title", "Autre")

    assert told(apply(app, demo, force=True)) == [
        "site.title : « Autre » → « Valmont-sur-Lesse »"
    ]
    assert site.title == "Valmont-sur-Lesse"


def test_a_new_account_is_made_with_its_groups(app, demo):
    with (demo / "commune.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[[accounts]]\nid = "ada.neuve"\nfullname = "Ada Neuve"\n'
            'groups = ["finances-creators"]\n'
        )

    report = apply(app, demo)

    assert told(report)[-1] == "ada.neuve entre dans demo-finances-creators"
    with inside(app.demo.agents):
        user = api.user.get(userid="ada.neuve")
        assert user.getProperty("fullname") == "Ada Neuve"
        assert "demo-finances-creators" in user.getGroups()


def test_a_right_dropped_from_the_file_is_taken_back(app, demo, edit):
    edit('"travaux-creators", "travaux-reviewers", ', '"travaux-creators", ')

    report = apply(app, demo)

    assert told(report) == ["marc.evrard quitte demo-travaux-reviewers"]
    with inside(app.demo.agents):
        groups = api.user.get(userid="marc.evrard").getGroups()
        assert "demo-travaux-reviewers" not in groups
        assert "demo-travaux-creators" in groups


def test_an_account_deleted_live_is_not_made_again(app, demo):
    with inside(app.demo.agents):
        app.demo.agents.acl_users.userFolderDelUsers(["hugo.massart"])

    report = apply(app, demo)

    assert "hugo.massart a été supprimé" in report.notes[0].what
    with inside(app.demo.agents):
        assert api.user.get(userid="hugo.massart") is None


def test_an_account_gone_from_the_file_is_told_and_stays(app, demo, edit):
    edit('id = "hugo.massart"', 'id = "hugo.massard"')

    report = apply(app, demo)

    assert "hugo.massart n'est plus dans le fichier" in report.notes[0].what
    with inside(app.demo.agents):
        assert api.user.get(userid="hugo.massart") is not None


def choose_no_search(demo, edit):
    """Choose the search no more, and give it no settings."""
    edit('"deliberations", "search", "exchange"', '"deliberations", "exchange"')
    edit('"exchange", "search", "publications"', '"exchange", "publications"')
    without(demo, r"^\[search\]\n.*?\n\n(?=\[)")


def without(demo, table):
    """Take what a pattern finds out of the file."""
    path = demo / "commune.toml"
    found = re.compile(table, re.DOTALL | re.MULTILINE)
    path.write_text(found.sub("", path.read_text("utf-8"), count=1), encoding="utf-8")


def test_a_synonym_of_the_commune_holds_on_its_site(app, demo, edit):
    edit('"N86"', '"nationale 86"')

    # Both sites of the commune are searched.
    assert [what.partition(" :")[0] for what in told(apply(app, demo))] == [
        "search.synonyms",
        "search.synonyms",
    ]
    with inside(app.demo.agents):
        (notion,) = expand(app.demo.agents, "nationale 86")
    assert notion.alternatives == ("route de Rochefort",)


def test_a_solution_no_longer_chosen_is_refused(app, demo, edit):
    choose_no_search(demo, edit)

    with pytest.raises(SolutionNoLongerChosen, match="Remettez-la dans sites"):
        apply(app, demo)


def test_force_uninstalls_what_is_no_longer_chosen(app, demo, edit):
    choose_no_search(demo, edit)

    report = apply(app, demo, force=True)

    assert told(report) == ["solution search désinstallée"] * 2
    installed = {solution.name for solution in installed_solutions(app.demo.agents)}
    assert installed == {"deliberations", "exchange", "pst"}


def test_a_site_gone_from_the_file_is_told_and_stays(app, demo):
    without(demo, r"^\[sites\.www\]\n.*?\n\n(?=\[)")
    without(demo, r"^\[web\]\n.*?\n\n")
    without(demo, r"^\[\[publications\..*?(?=^\[search\])")

    report = apply(app, demo)

    assert report.changes == []
    assert report.notes[-1].place == "/demo/www"
    assert "www" in app.demo.objectIds()


def test_a_broken_file_writes_nothing(app, demo, edit):
    edit('brand_colour = "#0b5d6b"', 'brand_color = "#6b2d5c"')

    with pytest.raises(InvalidSettings, match="brand_colour"):
        apply(app, demo)
    assert app._p_jar._registered_objects == []


def test_an_address_taken_by_something_else_is_refused(app, tmp_path):
    folder = tmp_path / "houroy"
    folder.mkdir()
    (folder / "commune.toml").write_text(
        '[identity]\nslug = "houroy"\nname = "H"\nnis = "99902"\n[sites.agents]\n',
        encoding="utf-8",
    )
    app._setObject("houroy", Folder("houroy"))
    app.houroy._setObject("agents", Folder("agents"))

    with pytest.raises(PlaceTaken, match="/houroy/agents"):
        apply(app, folder)

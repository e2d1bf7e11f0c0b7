"""The programme goes to the accounts and the money comes back, to the cent."""

from communes.core.importing.domain import Fate
from communes.pst.domain.choices import BudgetService
from communes.pst.domain.choices import BudgetSide
from communes.pst.domain.choices import Health
from communes.pst.domain.choices import Kind
from communes.pst.domain.choices import PartKind
from communes.pst.domain.ecomptes.directory import Directory
from communes.pst.domain.ecomptes.directory import PersonCard
from communes.pst.domain.ecomptes.document import Civility
from communes.pst.domain.ecomptes.document import Mode
from communes.pst.domain.ecomptes.document import Status
from communes.pst.domain.ecomptes.exporting import exported
from communes.pst.domain.ecomptes.reading import FileRefused
from communes.pst.domain.ecomptes.reading import read
from communes.pst.domain.ecomptes.returning import returned
from communes.pst.domain.ecomptes.taking_over import taken_over
from communes.pst.domain.ecomptes.writing import written
from communes.pst.domain.errors import InvalidValue
from communes.pst.domain.money import Article
from communes.pst.domain.money import Projection
from communes.pst.domain.plan import Term
from communes.pst.domain.reference import numbered
from communes.pst.domain.xml_guard import UnreadableXml
from communes.pst.specimen.making import Cast
from communes.pst.specimen.making import specimen
from communes.pst.tests.plans import action
from communes.pst.tests.plans import link
from communes.pst.tests.plans import of
from communes.pst.tests.plans import one_branch
from communes.pst.tests.plans import operational
from communes.pst.tests.plans import part
from communes.pst.tests.plans import PLAN
from communes.pst.tests.plans import strategic
from communes.pst.tests.plans import sub_action
from communes.pst.tests.plans import task
from dataclasses import replace
from datetime import date
from decimal import Decimal
import pytest


TODAY = date(2026, 11, 23)
SPACE = replace(PLAN, ins_code="63079", sector_plans=(Term("pcdr", "PCDR 2024"),))
PEOPLE = Directory(
    {
        "julie": PersonCard("Pirotte", "Julie", "f", "+32 61 23 45 67", "j@valmont.be"),
        "thibaut": PersonCard("Delvigne", "Thibaut", "m"),
        "sam": PersonCard("Lejeune", "Sam", "x"),
    },
    {"travaux": "Service travaux", "enfance": "Enfance, jeunesse"},
)


def town():
    """Return a programme with both parts, every level and what the file can say."""
    return numbered(
        of(
            part("vi", title="Volet interne", side=PartKind.INTERNAL),
            strategic("os", "vi", description="<p>Une commune <b>ouverte</b></p>"),
            operational(
                "oo",
                "os",
                mandataries=("thibaut",),
                administratives=("julie",),
                managers=("travaux", "enfance"),
                partners=("SPW", "AIEC"),
            ),
            action(
                "a",
                "oo",
                title="Rénover l'école & la cour <2>",
                carrier="julie",
                health=Health.BLOCKED,
                health_details="Recours au Conseil d'État",
                fte=Decimal("0.25"),
                plans=("pcdr",),
                planned_begin=date(2026, 1, 5),
                planned_end=date(2027, 6, 30),
                progress=35,
            ),
            sub_action("s", "a", progress=40),
            operational("o2", "os", position=1),
            link("l", "o2", "a"),
            plan=SPACE,
        )
    )


def entries(tree):
    document = exported(tree, TODAY, PEOPLE).document
    return {entry.id: entry for entry in document.entries()}


def back(tree, **articles):
    """Return the file as the accounts send it back, with money on some elements."""
    paid = [
        replace(
            tree.element(id),
            articles=(
                Article(
                    2026,
                    BudgetService.EXTRAORDINARY,
                    BudgetSide.EXPENSE,
                    "722/723-60",
                    "Bâtiments scolaires",
                    Decimal(amount),
                ),
            ),
            projections=tuple(
                Projection(
                    BudgetService.ORDINARY,
                    BudgetSide.EXPENSE,
                    "71",
                    "Fonctionnement",
                    year,
                    Decimal("0.01"),
                )
                for year in (2027, 2028)
            ),
        )
        for id, amount in articles.items()
    ]
    document = exported(tree.with_elements(*paid), TODAY, PEOPLE).document
    return written(document, with_accounts=True)


@pytest.mark.parametrize(
    ("state", "health", "status"),
    [
        ("created", Health.GOOD, Status.NOT_BEGUN),
        ("created", Health.BLOCKED, Status.NOT_BEGUN),
        ("to_be_scheduled", Health.GOOD, Status.WAITING),
        ("ongoing", Health.GOOD, Status.ONGOING),
        ("ongoing", Health.RISK, Status.ONGOING),
        ("ongoing", Health.BLOCKED, Status.PROBLEM),
        ("ongoing", Health.PAUSED, Status.WAITING),
        ("terminated", Health.BLOCKED, Status.DONE),
        ("stopped", Health.GOOD, Status.GIVEN_UP),
    ],
)
def test_a_state_is_told_as_the_accounts_say_and_comes_back(state, health, status):
    tree = one_branch(action("a", "oo", state=state, health=health), plan=SPACE)
    document = exported(tree, TODAY, PEOPLE).document
    again = taken_over(read(written(document)), PEOPLE).tree.element("a")

    assert {one.id: one for one in document.entries()}["a"].status is status
    assert (again.state, again.health) == (state, health)


@pytest.mark.parametrize(
    ("state", "status"),
    [
        ("created", Status.NOT_BEGUN),
        ("ongoing", Status.ONGOING),
        ("achieved", Status.DONE),
    ],
)
def test_an_objective_has_the_status_of_its_state(state, status):
    assert entries(of(strategic("os", state=state), plan=SPACE))["os"].status is status


def test_parts_are_real_and_follow_their_objectives():
    found = entries(town())

    assert found["vi"].title == "Volet interne"
    assert found["vi"].status is Status.ONGOING
    assert "neant" not in found
    assert entries(one_branch(plan=SPACE))["neant"].title == "NEANT"


def test_an_action_brings_people_partners_plans_and_progress():
    found = entries(town())

    assert found["a"].title == "A.3 - Rénover l'école & la cour <2>"
    assert found["a"].responsible.civility is Civility.MRS
    assert found["a"].responsible.phone == "+3261234567"
    assert found["a"].mandatary.last_name == "Delvigne"
    assert found["a"].remark.value == "Blocage : Recours au Conseil d'État"
    assert found["a"].fte == Decimal("0.25")
    assert found["a"].plans == ("PCDR 2024",)
    assert found["oo"].partners == ("SPW", "AIEC")
    assert found["oo"].department == "Service travaux, Enfance, jeunesse"
    assert found["os"].progress == found["a"].progress == 40
    assert found["os"].text.mode is Mode.HTML


def test_sub_actions_stand_beside_their_action_and_links_nowhere():
    found = entries(town())

    assert [one.id for one in found["oo"].children] == ["a", "s"]
    assert found["s"].title == "A.3 - SA.4 - s"
    assert found["s"].kind is Kind.SUB_ACTION
    assert not found["o2"].children


def test_nobody_is_called_monsieur_by_guess():
    tree = one_branch(
        action("a", "oo", carrier="sam"), action("b", "oo", carrier="x"), plan=SPACE
    )
    found = exported(tree, TODAY, PEOPLE)

    assert all(entry.responsible is None for entry in found.document.entries())
    assert [str(one).split(" n'est")[0] for one in found.warnings] == [
        "« Sam Lejeune »",
        "« x »",
    ]


def test_a_title_that_is_too_long_is_cut_and_said():
    tree = one_branch(action("a", "oo", title="é" * 300), plan=SPACE)
    found = exported(tree, TODAY, PEOPLE)

    assert [one.code for one in found.warnings] == ["title_cut"]
    assert max(len(entry.title) for entry in found.document.entries()) == 255


def test_a_plan_without_ins_code_is_not_exported():
    with pytest.raises(InvalidValue, match="code INS"):
        exported(one_branch(), TODAY, PEOPLE)


def test_what_is_written_is_read_as_it_was():
    document = exported(town(), TODAY, PEOPLE).document
    again = read(written(document))

    assert again.id == "20261123"
    assert strip(again) == strip(document)


def strip(document):
    def plain(entry):
        below = tuple(plain(one) for one in entry.children)
        kind = Kind.ACTION if entry.kind is Kind.SUB_ACTION else entry.kind
        return replace(entry, children=below, line=0, kind=kind)

    return replace(document, parts=tuple(plain(one) for one in document.parts))


def test_a_programme_taken_from_a_file_makes_the_same_file():
    document = exported(town(), TODAY, PEOPLE).document
    found = taken_over(read(written(document)), PEOPLE)
    again = exported(found.tree, TODAY, PEOPLE).document

    assert not found.warnings or {one.code for one in found.warnings} == {
        "service_unknown"
    }
    assert found.tree.element("s").parent == "a"
    assert found.tree.element("vi").side is PartKind.INTERNAL
    assert {one.id: one.number for one in found.tree.walk() if one.number} == {
        one.id: one.number for one in town().walk() if one.number and one.id != "l"
    }
    assert again.plan_title == document.plan_title


def test_a_programme_of_real_size_makes_the_same_file_again():
    tree = specimen()
    services = ("secretariat", "finances", "travaux", "population", "enseignement")
    services += ("urbanisme", "communication", "personnel")
    directory = Directory(
        {
            id: PersonCard(id, gender="f")
            for id in ("julie.pirotte", "marc.evrard", *Cast().mandataries)
        },
        {id: f"Service {id}" for id in services},
    )
    first = exported(tree, TODAY, directory)
    again = taken_over(read(written(first.document)), directory)
    second = exported(again.tree, TODAY, directory)

    assert not (first.warnings or again.warnings or second.warnings)
    assert facts(second.document) == facts(first.document)


def facts(document):
    """Return what every entry says but its progress, which tasks and weights make."""
    return [
        replace(one, children=(), line=0, progress=Decimal(0))
        for one in document.entries()
    ]


def test_people_nobody_knows_are_named_and_left_out():
    document = exported(town(), TODAY, PEOPLE).document
    found = taken_over(document, Directory())

    assert found.tree.element("a").carrier == ""
    assert "« Julie Pirotte » n'est pas connu ici." in map(str, found.warnings)


def test_money_comes_back_to_the_cent():
    tree = town()
    found = returned(tree, read(back(tree, a="184500.37", s="-0.01")))

    changed = {one.id: one for one in found.changed}
    assert [row.fate for row in found.rows] == [Fate.UPDATED, Fate.UPDATED]
    assert changed["a"].articles[0].amount == Decimal("184500.37")
    assert changed["s"].articles[0].amount == Decimal("-0.01")
    assert [one.year for one in changed["a"].projections] == [2027, 2028]
    assert replace(changed["a"], articles=(), projections=()) == tree.element("a")


def test_the_same_file_twice_changes_nothing():
    tree = town()
    data = back(tree, a="184500.37")
    once = tree.with_elements(*returned(tree, read(data)).changed)

    again = returned(once, read(data))
    assert not again.changed
    assert [row.fate for row in again.rows] == [Fate.UNCHANGED]


def test_money_for_an_unknown_element_refuses_the_whole_file():
    tree = town()
    data = back(tree, a="1.00", s="2.00").replace(
        b'ElementId="s"', b'ElementId="elsewhere"'
    )
    found = returned(tree, read(data))
    refused = [row for row in found.rows if row.fate is Fate.REFUSED]

    assert not found.changed
    assert [row.reasons[0].code for row in refused] == ["entry_unknown"]
    assert refused[0].number == data[: data.index(b'"elsewhere"')].count(b"\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        (b"EN_COURS", b"EN_ROUTE", "Statut"),
        (b"<Exercice>2026</Exercice>", b"<Exercice>x</Exercice>", "Exercice"),
        (b"184500.37", b"184.500,37", "Montant"),
        (b"184500.37", b"NaN", "Montant"),
        (b"<Service>E</Service>", b"<Service>Z</Service>", "Service"),
        (b"201805V1", b"202501V2", "201805V1"),
        (b"<DateFin>2027-06-30", b"<DateFin>30/06/2027", "DateFin"),
        (b"<TauxAvancement>40<", b"<TauxAvancement>140<", "0 à 100"),
        (b"<ETP>0.25</ETP>", b"", "ETP"),
        (b' ElementId="a"', b"", "ElementId"),
        (b"<PST>", b"<PST><Volets><Chapitre/></Volets>", "Chapitre"),
    ],
)
def test_a_value_nobody_knows_is_named_with_its_line(old, new, named):
    data = back(town(), a="184500.37")
    assert old in data

    with pytest.raises(FileRefused, match=r"Ligne \d+") as refused:
        read(data.replace(old, new))

    assert named in str(refused.value)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<dataroot>",
        b"PK\x03\x04",
        b'<!DOCTYPE dataroot SYSTEM "file:///etc/passwd"><dataroot/>',
        b'<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>',
        b'<?xml version="1.0" encoding="martian"?><dataroot/>',
        b"<a>" * 200,
    ],
)
def test_what_is_no_plain_xml_is_refused(data):
    with pytest.raises(UnreadableXml, match="ligne"):
        read(data)


def test_a_file_in_latin_1_is_read_too():
    document = exported(town(), TODAY, PEOPLE).document
    text = written(document).decode("utf-8").replace("utf-8", "iso-8859-1")

    assert read(text.encode("iso-8859-1")).plan_title == "PST 2024-2030"


def test_characters_xml_can_not_say_are_left_out():
    tree = one_branch(action("a", "oo", title="a\x00b\x0bc"), plan=SPACE)
    document = exported(tree, TODAY, PEOPLE).document

    titles = [entry.title for entry in read(written(document)).entries()]
    assert titles[-1] == "abc"


def test_tasks_never_leave():
    tree = one_branch(action("a", "oo"), task("t", "a", title="SECRET"), plan=SPACE)

    assert b"SECRET" not in written(exported(tree, TODAY, PEOPLE).document)

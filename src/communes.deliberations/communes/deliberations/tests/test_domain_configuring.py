"""Every setting of an assembly has its words, its kind and its origin."""

from communes.core.settings.domain import flatten
from communes.deliberations.domain.configuring.setting import FIXED
from communes.deliberations.domain.configuring.setting import GENERAL
from communes.deliberations.domain.configuring.setting import Kind
from communes.deliberations.domain.configuring.setting import Origin
from communes.deliberations.domain.configuring.setting import sections
from communes.deliberations.domain.configuring.setting import settings_told
from communes.deliberations.domain.settings import COLLEGE
from communes.deliberations.domain.settings import CONSEIL
from dataclasses import replace
import pytest


def told(live=CONSEIL, applied=()):
    return {one.key: one for one in settings_told(live, dict(applied))}


def test_every_setting_is_told_with_its_words():
    found = told()
    assert set(found) == set(flatten(CONSEIL)) - FIXED
    assert all(one.doc.endswith(".") for one in found.values())
    assert {one.section for one in found.values()} == set(sections())


@pytest.mark.parametrize(
    "key,kind,section",
    [
        ("title", Kind.TEXT, GENERAL),
        ("public", Kind.FLAG, GENERAL),
        ("organ", Kind.CHOICE, GENERAL),
        ("poll_types", Kind.TEXTS, GENERAL),
        ("list_types", Kind.ROWS, GENERAL),
        ("advices.rules", Kind.ROWS, "advices"),
        ("advices.waiting_state", Kind.FLAG, "advices"),
    ],
)
def test_a_setting_says_what_it_holds(key, kind, section):
    assert (told()[key].kind, told()[key].section) == (kind, section)


def test_rows_say_their_columns_and_choices_what_is_accepted():
    found = told()
    id, title, ordered = found["list_types"].columns[:3]
    assert (id.key, id.doc) == ("id", "Identifiant du type de point.")
    assert (title.kind, title.default) == (Kind.TEXT, None)
    assert (ordered.kind, ordered.default) == (Kind.FLAG, True)
    assert "conseil" in found["organ"].choices


def test_the_origin_is_the_application_the_file_or_a_person():
    live = replace(COLLEGE, acronym="COLL", public=True)
    applied = {**flatten(COLLEGE)}
    found = told(live, applied)
    assert found["acronym"].origin is Origin.FILE
    assert found["public"].origin is Origin.LIVE
    assert found["quorum_blocks"].origin is Origin.DEFAULT
    assert told(live)["acronym"].origin is Origin.LIVE

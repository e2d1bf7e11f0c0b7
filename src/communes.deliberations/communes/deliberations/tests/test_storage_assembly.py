"""The settings of an assembly are read once, and never older than the assembly."""

from communes.deliberations.storage.assembly import save_settings
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.tests import builders
from dataclasses import replace
import transaction


def test_settings_are_read_once_while_nothing_changes(town):
    assembly = builders.assembly()
    assert settings_of(assembly) is settings_of(builders.assembly())


def test_a_change_is_read_at_once_and_taken_back_with_its_transaction(town):
    assembly = builders.assembly()
    before = settings_of(assembly)
    kept = transaction.savepoint()
    save_settings(assembly, replace(before, acronym="XX"))
    assert settings_of(assembly).acronym == "XX"
    kept.rollback()
    assert settings_of(builders.assembly()) == before


def test_another_title_is_read_at_once(town):
    assembly = builders.assembly()
    settings_of(assembly)
    assembly.title = "Conseil de police"
    assert settings_of(assembly).title == "Conseil de police"

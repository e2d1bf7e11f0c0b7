"""The reference page names all that a text, a layout and a template may hold."""

from communes.core.documents.layout_settings import DocumentSettings
from communes.core.documents.structure import CLASSES
from dataclasses import fields
from pathlib import Path
import pytest


PAGE = "docs/reference/core/documents.md"


@pytest.fixture(scope="module")
def page() -> str:
    found = [folder / PAGE for folder in Path(__file__).parents]
    existing = [path for path in found if path.is_file()]
    if not existing:
        pytest.skip("the documentation is not installed with the distribution")
    return existing[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_every_class_of_a_text_is_documented(page, name):
    assert f"`{name}`" in page


@pytest.mark.parametrize("name", [setting.name for setting in fields(DocumentSettings)])
def test_every_key_of_the_layout_is_documented(page, name):
    assert f"`{name}`" in page

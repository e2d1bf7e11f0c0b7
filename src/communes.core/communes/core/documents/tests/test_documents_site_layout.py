"""A site keeps the layout of its documents, and says it back as a layout."""

from communes.core.documents.domain import Layout
from communes.core.documents.site_layout import DocumentsTarget
from communes.core.documents.site_layout import keep_logo
from communes.core.documents.site_layout import layout_of
from communes.core.documents.site_layout import logo_of
from communes.core.settings.domain import InvalidSettings
import pytest
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


@implementer(IAnnotations)
class Site(dict):
    """A place that keeps its own annotations."""


@pytest.fixture
def site():
    return Site()


def test_a_site_that_never_said_has_a_sober_page(site):
    layout = layout_of(site)
    assert layout.header == ()
    assert layout.logo is None
    assert layout.margins_mm == Layout().margins_mm


def test_what_was_written_is_the_layout(site):
    header = ["Commune de Valmont"]
    DocumentsTarget(site).write({"header": header, "base_size_pt": 12.0})
    keep_logo(site, b"\x89PNG")

    layout = layout_of(site)
    assert layout.header == ("Commune de Valmont",)
    assert layout.base_size_pt == 12.0
    assert layout.logo == logo_of(site) == b"\x89PNG"


def test_a_logo_may_be_taken_away(site):
    keep_logo(site, b"\x89PNG")
    keep_logo(site, None)
    assert layout_of(site).logo is None


def test_a_bad_value_is_refused_and_nothing_is_kept(site):
    with pytest.raises(InvalidSettings):
        DocumentsTarget(site).write({"base_size_pt": 3.0, "footer": ["x"]})
    assert layout_of(site).footer == ()

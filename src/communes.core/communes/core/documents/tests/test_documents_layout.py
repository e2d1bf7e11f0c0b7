"""A commune sets its layout with plain values; an unreadable page is refused."""

from communes.core.documents.domain import contrast_with_white
from communes.core.documents.domain import EmptyDocument
from communes.core.documents.domain import Font
from communes.core.documents.domain import Layout
from communes.core.documents.domain import LayoutRefused
from communes.core.documents.domain import LegalDocument
from communes.core.documents.domain import Margins
from communes.core.documents.layout_settings import DocumentSettings
from communes.core.documents.layout_settings import layout_from
from dataclasses import fields
from dataclasses import replace
from datetime import date
import pytest


def test_default_settings_give_the_default_layout():
    assert layout_from(DocumentSettings()) == Layout()


def test_settings_reach_the_layout():
    settings = DocumentSettings(
        header=("Commune",), footer=("Adresse",), font="sans", margin_left_mm=30
    )
    layout = layout_from(settings, logo=b"png")
    assert (layout.header, layout.footer, layout.logo) == (
        ("Commune",),
        ("Adresse",),
        b"png",
    )
    assert Font(layout.font) is Font.SANS
    assert layout.margins_mm == replace(Margins(), left=30)


def test_every_setting_is_explained():
    for setting in fields(DocumentSettings):
        assert setting.metadata["doc"].endswith(".")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"font": "comic"}, "font"),
        ({"accent": "#ffcc00"}, "accent"),
        ({"accent": "vert"}, "accent"),
        ({"accent": "#fff"}, "accent"),
        ({"base_size_pt": 6}, "base_size_pt"),
        ({"base_size_pt": float("nan")}, "base_size_pt"),
        ({"margin_top_mm": 2}, "margin_top_mm"),
        ({"margin_left_mm": 90}, "margin_left_mm"),
        ({"logo_height_mm": 100}, "logo_height_mm"),
        ({"signature_space_mm": 0}, "signature_space_mm"),
        ({"header": ("ligne",) * 9}, "header"),
        ({"footer": ("ligne",) * 4}, "footer"),
    ],
)
def test_setting_out_of_range_is_named_with_what_was_expected(change, field):
    with pytest.raises(LayoutRefused) as refusal:
        layout_from(replace(DocumentSettings(), **change))
    assert refusal.value.field == field
    assert f"« {field} »" in str(refusal.value)
    assert str(refusal.value.values["expected"]) in str(refusal.value)


def test_contrast_is_that_of_wcag():
    assert contrast_with_white("#ffffff") == pytest.approx(1)
    assert contrast_with_white("#000000") == pytest.approx(21)
    assert contrast_with_white("#767676") == pytest.approx(4.54, abs=0.01)


def test_document_without_title_is_refused():
    with pytest.raises(EmptyDocument):
        LegalDocument(title=" ", html="<p>a</p>", author="A", date=date(2023, 5, 22))


@pytest.mark.parametrize("language", ["", "français", "fr_BE", "FR", "fr-be"])
def test_language_that_no_reader_knows_is_refused(language):
    with pytest.raises(LayoutRefused):
        LegalDocument("T", "<p>a</p>", "A", date(2023, 5, 22), language=language)

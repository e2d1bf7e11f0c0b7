"""A signature made here is valid for the reference validators, and stays archive."""

import asyncio
from communes.core.documents.api import render_legal
from communes.core.documents.domain import Layout
from communes.core.documents.domain import LegalDocument
from communes.core.documents.tests.verapdf import verdicts
from communes.core.loops import run_apart
from communes.core.signature.pades.place import FALLBACK
from communes.core.signature.pades.place import place_of
from communes.core.signature.pades.signing import sign_pdf
from communes.core.signature.tests import authority
from datetime import date
from functools import partial
from io import BytesIO
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pypdf import PdfReader
import pytest
import shutil
import subprocess


HTML = (
    "<h1>Procès-verbal</h1><p>Le Conseil communal décide.</p>"
    '<section class="signatures"><section class="signature"><p>Le Directeur '
    'général</p><p>Élise Fontaine</p></section><section class="signature">'
    "<p>Le Bourgmestre</p><p>Marc Evrard</p></section></section>"
)


@pytest.fixture(scope="module")
def plain():
    """Return minutes with the two names below their space."""
    document = LegalDocument("Procès-verbal", HTML, "Valmont", date(2026, 11, 22))
    return render_legal(document, Layout(header=("Commune de Valmont",)))


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    """Return a folder with the keys of the two signatories."""
    folder = tmp_path_factory.mktemp("keys")
    for person, name in (("dg", "Élise Fontaine"), ("bourgmestre", "Marc Evrard")):
        authority.give_key(folder, person, name)
    return folder


def signed(pdf, keys, person, name, number, **more):
    return sign_pdf(
        pdf,
        keys / f"{person}.p12",
        authority.PASSWORD,
        field=f"Signature{number}",
        name=name,
        function="Directeur général",
        anchor=name,
        **more,
    )


@pytest.fixture(scope="module")
def twice(plain, keys):
    """Return the minutes signed by the one, then by the other."""
    once = signed(plain, keys, "dg", "Élise Fontaine", 1)
    return signed(once, keys, "bourgmestre", "Marc Evrard", 2)


def statuses(pdf, at_least=0):
    trust = ValidationContext(trust_roots=[authority.as_asn1(authority.root())])
    found = PdfFileReader(BytesIO(pdf)).embedded_signatures
    assert len(found) >= at_least
    return [
        run_apart(partial(validate_pdf_signature, one, trust, trust)) for one in found
    ]


def test_two_signatures_one_after_the_other_are_both_valid(twice):
    first, second = statuses(twice, 2)
    assert first.bottom_line
    assert second.bottom_line
    assert first.trusted and second.trusted
    names = {str(one.signing_cert.subject.human_friendly) for one in (first, second)}
    assert any("Marc Evrard" in one for one in names)
    assert any("Élise Fontaine" in one for one in names)


def test_the_signature_is_pades(twice):
    reader = PdfFileReader(BytesIO(twice))
    for one in reader.embedded_signatures:
        assert str(one.sig_object["/SubFilter"]) == "/ETSI.CAdES.detached"
        assert one.signer_info["signed_attrs"]


def test_a_changed_byte_is_seen(twice):
    broken = twice.replace(b"/Title", b"/Titlf", 1)
    assert broken != twice
    assert not all(one.bottom_line for one in statuses(broken, 1))


def test_with_an_authority_of_time_the_signature_carries_the_moment(plain, keys):
    made = signed(plain, keys, "dg", "Élise Fontaine", 1, timestamper=authority.clock())
    (status,) = statuses(made, 1)
    assert status.bottom_line
    assert status.timestamp_validity.valid
    assert status.timestamp_validity.trusted


def test_the_mark_stands_above_the_name_of_the_signatory(plain, twice):
    left, right = place_of(plain, "Élise Fontaine"), place_of(plain, "Marc Evrard")
    assert left.page == right.page == 0
    assert left.x + left.width <= right.x
    assert abs(left.y - right.y) < 2
    text = PdfReader(BytesIO(twice)).pages[0]
    boxes = [one.get_object()["/Rect"] for one in text["/Annots"]]
    assert [float(one) for one in boxes[0]] == list(map(float, left.box))


def test_without_the_name_the_mark_stands_at_the_foot_of_the_last_page(plain):
    found = place_of(plain, "Personne de ce nom")
    assert (found.x, found.y) == FALLBACK


def test_the_signed_minutes_stay_a_document_of_archive(twice, tmp_path):
    file = tmp_path / "signed.pdf"
    file.write_bytes(twice)
    assert verdicts("2a", [file]) == {"signed.pdf": "PASS"}


@pytest.mark.skipif(not shutil.which("pdfsig"), reason="pdfsig of Poppler")
def test_another_program_finds_the_two_signatures_whole(twice, tmp_path):
    file = tmp_path / "signed.pdf"
    file.write_bytes(twice)
    done = subprocess.run(
        ["pdfsig", "-nocert", str(file)], capture_output=True, text=True, timeout=60
    )
    assert done.stdout.count("Signature is Valid.") == 2
    assert done.stdout.count("ETSI.CAdES.detached") == 2


def test_a_signature_is_made_where_a_loop_runs_already(plain, keys):
    async def within():
        return signed(plain, keys, "dg", "Élise Fontaine", 1)

    assert statuses(asyncio.run(within()), 1)[0].bottom_line

"""Several annexes at once: every file, or the PDF as one; marks of each."""

from communes.core.annexes import api
from communes.core.annexes.bundle import joined_pdf
from communes.core.annexes.bundle import Named
from communes.core.annexes.bundle import safe_name
from communes.core.annexes.bundle import zipped
from communes.core.annexes.tests.test_annexes_rights import matter  # noqa: F401
from communes.core.annexes.tests.test_annexes_rights import SECRET
from io import BytesIO
from plone.app.testing import logout
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from pypdf import PdfReader
from pypdf import PdfWriter
import pytest
import zipfile


def pdf(pages):
    writer = PdfWriter()
    for _page in range(pages):
        writer.add_blank_page(100, 100)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


FILES = [
    Named("plan.pdf", "application/pdf", pdf(2)),
    Named("note.odt", "application/vnd.oasis.opendocument.text", b"PK"),
    Named("../../etc/passwd", "application/pdf", pdf(1)),
]


def test_an_archive_has_every_file_and_no_way_out_of_its_folder():
    with zipfile.ZipFile(BytesIO(zipped(FILES))) as archive:
        assert archive.namelist() == ["01-plan.pdf", "02-note.odt", "03-passwd"]
        assert archive.read("02-note.odt") == b"PK"
    assert zipped(FILES) == zipped(FILES)
    assert zipped([]) == b""


def test_the_pdf_are_joined_in_their_order_and_others_left_out():
    assert len(PdfReader(BytesIO(joined_pdf(FILES))).pages) == 3
    assert joined_pdf([FILES[1]]) == b""


def test_a_broken_pdf_does_not_hold_the_others_back():
    broken = Named("x.pdf", "application/pdf", b"%PDF-1.7 nothing")
    assert len(PdfReader(BytesIO(joined_pdf([broken, FILES[0]]))).pages) == 2


@pytest.mark.parametrize(
    "name,safe",
    [("a/b\\c.pdf", "c.pdf"), ("..", "annexe"), ("é à.pdf", "é à.pdf"), ("x|y", "x_y")],
)
def test_a_name_keeps_what_a_folder_can_hold(name, safe):
    assert safe_name(name) == safe


def test_a_download_holds_what_the_person_may_see(portal, matter):  # noqa: F811
    setRoles(portal, TEST_USER_ID, ["Reader"])
    kind, data = api.download_annexes(matter)
    assert kind == "application/zip"
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.namelist() == ["01-plan.pdf"]
    assert SECRET.encode() not in data
    with pytest.raises(api.NothingToDownload):
        api.download_annexes(matter, to_print=True)


def test_an_annex_is_signed_only_if_it_was_to_be(portal, matter):  # noqa: F811
    setRoles(portal, TEST_USER_ID, ["Manager"])
    with pytest.raises(api.MarkNotAsked):
        api.mark_annex(matter, "plan", "signed")
    matter["plan"].to_sign = True
    api.mark_annex(matter, "plan", "signed")
    assert matter["plan"].signed
    with pytest.raises(api.MarkNotAsked):
        api.mark_annex(matter, "plan", "title")
    logout()
    with pytest.raises(api.MayNotAnnex):
        api.mark_annex(matter, "plan", "signed", False)

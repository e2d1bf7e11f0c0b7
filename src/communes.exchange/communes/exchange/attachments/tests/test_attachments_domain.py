"""A body says its files by sum; what can be no file, or is another, is refused."""

from communes.exchange.attachments.domain.attachment import Attachment
from communes.exchange.attachments.domain.attachment import attachments_in
from communes.exchange.attachments.domain.attachment import check_content
from communes.exchange.attachments.domain.attachment import sum_of
from communes.exchange.attachments.domain.errors import AttachmentInvalid
from communes.exchange.attachments.domain.errors import AttachmentWrong
from dataclasses import asdict
import pytest


DATA = b"%PDF-1.7 plan"
PLAN = Attachment(sum_of(DATA), len(DATA), "plan.pdf", "application/pdf")
NOTE = Attachment(sum_of(b""), 0, "note.txt", "text/plain")


def test_files_are_found_wherever_a_body_says_them_each_once():
    annex = {"id": "a", "title": "Plan", **asdict(PLAN)}
    body = {"items": [{"annexes": [annex, asdict(NOTE)]}], "cover": asdict(PLAN)}
    assert attachments_in(body) == (PLAN, NOTE)
    assert attachments_in({"sha256": "said of something else"}) == ()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sha256", "AB" * 32),
        ("sha256", "../../etc"),
        ("sha256", 3),
        ("size", -1),
        ("size", True),
        ("size", 10**10),
        ("filename", ""),
        ("filename", None),
        ("content_type", 1),
    ],
)
def test_what_can_be_no_file_is_refused(name, value):
    with pytest.raises(AttachmentInvalid):
        attachments_in({"file": {**asdict(PLAN), name: value}})


@pytest.mark.parametrize("data", [DATA[:-1], b"x" * len(DATA)])
def test_another_content_is_refused(data):
    check_content(PLAN, DATA)
    with pytest.raises(AttachmentWrong):
        check_content(PLAN, data)

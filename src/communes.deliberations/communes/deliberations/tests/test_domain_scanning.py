"""The code on a paper names its item; whatever else is printed there does not."""

from communes.deliberations.domain.scanning.code import code_of
from communes.deliberations.domain.scanning.code import labels_in
from communes.deliberations.domain.scanning.code import uid_in
from communes.deliberations.domain.scanning.scan import check_scan
from communes.deliberations.domain.scanning.scan import MOST_BYTES
from communes.deliberations.domain.scanning.scan import ScanRefused
import pytest


UID = "0123456789abcdef0123456789abcdef"
PAYMENT = "BCD\n002\n1\nSCT\nGEBABEBB\nCommune\nBE68539007547034\nEUR12.50"


def test_a_code_says_the_uid_and_is_read_back():
    assert uid_in([code_of(UID)]) == UID
    assert uid_in([PAYMENT, f" {code_of(UID)}\n"]) == UID


@pytest.mark.parametrize(
    "text", ["", UID, f"communes:{UID}0", "communes:", f"COMMUNES:{UID}", PAYMENT]
)
def test_nothing_else_names_an_item(text):
    assert uid_in([text]) == ""


def test_other_codes_may_be_labels():
    texts = ["IMIO012999900000008", code_of(UID), " ", PAYMENT * 2]
    assert labels_in(texts) == ("IMIO012999900000008",)


def test_what_is_no_paper_is_refused_by_name():
    check_scan("a.pdf", b"%PDF-1.7")
    with pytest.raises(ScanRefused, match=r"« a\.exe » n'est pas pris"):
        check_scan("a.exe", b"MZ")
    with pytest.raises(ScanRefused, match="dépasse 60 Mo"):
        check_scan("a.pdf", b"%PDF" + bytes(MOST_BYTES))

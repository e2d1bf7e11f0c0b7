"""The field of formatted text takes HTML alone, and shows it cleaned."""

from communes.core.access.rich import rich
from communes.core.access.rich import words
from plone.app.textfield.value import RichTextValue
import pytest
from zope.schema.interfaces import RequiredMissing
from zope.schema.interfaces import TooLong
from zope.schema.interfaces import WrongType


def test_formatted_text_is_html_and_cleaned_when_shown():
    value = rich("Texte").fromUnicode("<p>Oui</p>")
    assert (value.mimeType, value.outputMimeType) == ("text/html", "text/x-html-safe")
    with pytest.raises(WrongType):
        rich("Texte").validate(RichTextValue("Oui", "text/plain"))


def test_formatted_text_may_be_left_out_unless_it_is_required():
    assert rich("Texte").validate(None) is None
    with pytest.raises(RequiredMissing):
        rich("Texte", required=True).validate(None)


def test_plain_text_left_out_is_empty_and_has_the_length_it_is_given():
    field = words("Remarque", most=3)
    assert (field.default, field.missing_value, field.required) == ("", "", False)
    assert field.validate("oui") is None
    with pytest.raises(TooLong):
        field.validate("peut-être")
    assert words("Remarque").validate("x" * 100_000) is None

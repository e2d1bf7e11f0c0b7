"""Every word of a document is made of characters that can be drawn and archived."""

from communes.core.documents.domain import CharacterRefused
import re
import unicodedata


# Invisible signs that change nothing on paper but hide or reorder words.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufe00-\ufe0f\ufff9-\ufffc]"
)
# PDF/A-2a forbids private use; a lone surrogate is half a character.
_FORBIDDEN = re.compile("[\ud800-\udfff\ue000-\uf8ff\ufffe\uffff\U000e0000-\U0010ffff]")
_SPACES = re.compile("[ \t\n\r\f\u2028\u2029]+")


def clean(text: str, place: str) -> str:
    """Return ``text`` composed (NFC), without invisible signs, spaces made single.

    :raises CharacterRefused: private-use character or half a character.
    """
    forbidden = _FORBIDDEN.search(text)
    if forbidden:
        name = f"U+{ord(forbidden.group()):04X}"
        raise CharacterRefused(element=name, place=place)
    composed = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return _SPACES.sub(" ", composed)


def without_controls(text: str) -> str:
    """Return ``text`` without the control characters a parser would stumble on."""
    return re.sub("[\x00-\x08\x0b\x0e-\x1f]", "", text)

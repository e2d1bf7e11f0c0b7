"""The title of a published meeting, as its institution writes it."""

from communes.core.errors.domain import InvalidInput
from communes.core.parts.domain.writing import date_in_words
from communes.publications.domain.errors import DOMAIN
from communes.publications.domain.projection import Meeting
import re
from string import Template


DEFAULT_PATTERN = "${assembly} du ${date}"
WORDS = ("assembly", "date", "number", "institution")


class WrongPattern(InvalidInput):
    """Cause: a pattern names something that a meeting does not have.

    Cure: use the words the sentence lists.
    """

    i18n_domain = DOMAIN
    code = "wrong_title_pattern"
    template = (
        "« ${pattern} » n'est pas un titre possible : écrivez du texte et, entre "
        "accolades, ${known}."
    )


def meeting_title(pattern: str, meeting: Meeting) -> str:
    """Return the title; ``pattern`` is text with ``${assembly}``, ``${date}``…"""
    values = {
        "assembly": meeting.assembly_title,
        "date": date_in_words(meeting.date.date()),
        "number": str(meeting.number or ""),
        "institution": meeting.institution,
    }
    return Template(pattern or DEFAULT_PATTERN).safe_substitute(values)


def check_pattern(pattern: str) -> None:
    """Refuse a pattern that could not be filled.

    :raises WrongPattern: it names something unknown, or no assembly and no date.
    """
    names = re.findall(r"\$\{(\w*)\}", pattern)
    sound = set(names) <= set(WORDS) and "date" in names
    if not sound or "$" in re.sub(r"\$\{\w+\}", "", pattern):
        known = ", ".join(f"${{{word}}}" for word in WORDS)
        raise WrongPattern(field="meeting_title", pattern=pattern, known=known)

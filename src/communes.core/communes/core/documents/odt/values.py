"""What a template may show: plain values looked up by name, never evaluated."""

from collections.abc import Mapping
from collections.abc import Sequence
from communes.core.documents.odt.errors import FieldMisused
from communes.core.documents.odt.errors import FieldUnknown
from communes.core.documents.structure import Element
from communes.core.documents.structure import Image
from communes.core.parts.domain.writing import date_in_words
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class RichText:
    """A whole text with its headings, lists and tables, read by ``html.parse``."""

    body: Element


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture made safe by ``images.image_from_bytes``, and how high to show it."""

    image: Image
    alt: str
    height_mm: float


@dataclass(frozen=True)
class Scope:
    """The values a template sees, and the name of the template for its errors."""

    template: str
    values: Mapping[str, object]

    def with_value(self, word: str, value: object) -> "Scope":
        """Return the scope of one turn of a repetition."""
        return Scope(self.template, {**self.values, word: value})

    def look_up(self, field: str) -> object:
        """Return the value of ``field``, a path such as ``seance.date``.

        :raises FieldUnknown: names the field and what could stand there.
        """
        value: object = self.values
        for step in field.split("."):
            if not isinstance(value, Mapping) or step not in value:
                known = sorted(value) if isinstance(value, Mapping) else []
                raise FieldUnknown(
                    mark=field,
                    template=self.template,
                    known=", ".join(known) or "aucun",
                )
            value = value[step]
        return value

    def items(self, field: str) -> Sequence[object]:
        """Return the list named ``field``.

        :raises FieldMisused: it is not a list.
        """
        value = self.look_up(field)
        if isinstance(value, str) or not isinstance(value, Sequence):
            raise self.misused(
                field, "ce n'est pas une liste, « pour » ne convient pas"
            )
        return value

    def words(self, field: str) -> str:
        """Return ``field`` as Belgians write it; nothing for an absent value.

        :raises FieldMisused: it is a list, a group of fields or a whole text.
        """
        value = self.look_up(field)
        if isinstance(value, RichText):
            problem = "ce texte mis en forme doit être seul dans son paragraphe"
            raise self.misused(field, problem)
        if isinstance(value, Mapping | Sequence) and not isinstance(value, str):
            problem = "c'est un groupe de champs, précisez lequel"
            raise self.misused(field, problem)
        return written(value)

    def misused(self, field: str, problem: str) -> FieldMisused:
        """Return the error that names the template and the field."""
        return FieldMisused(mark=field, template=self.template, problem=problem)


def written(value: object) -> str:
    """Return a plain value in French: ``22 mai 2023``, ``1 234,50``, ``oui``."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, datetime):
        return f"{written(value.date())} à {value:%H:%M}"
    if isinstance(value, date):
        return date_in_words(value)
    if isinstance(value, float | Decimal):
        return f"{value:,.2f}".replace(",", "\u00a0").replace(".", ",")
    return str(value)

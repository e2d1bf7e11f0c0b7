"""The layout of a commune's documents is kept by its site, ready for who renders."""

from collections.abc import Mapping
from communes.core.documents.domain import Layout
from communes.core.documents.layout_settings import DocumentSettings
from communes.core.documents.layout_settings import layout_from
from communes.core.settings.domain import flatten
from communes.core.settings.domain import unflatten
from persistent.mapping import PersistentMapping
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "communes.core.documents.layout"
_LOGO = "logo-bytes"


def layout_of(site: Any) -> Layout:
    """Return how ``site`` wants its documents; a sober page when it never said."""
    settings = unflatten(DocumentSettings, DocumentsTarget(site).read(), "documents")
    return layout_from(settings, _kept(site).get(_LOGO))


def logo_of(site: Any) -> bytes | None:
    """Return the bytes of the logo that stands on the documents of ``site``."""
    content: bytes | None = _kept(site).get(_LOGO)
    return content


def keep_logo(site: Any, content: bytes | None) -> None:
    """Keep the bytes of the logo (PNG or JPEG), or none; the same write nothing."""
    if logo_of(site) != content:
        _ensure(site)[_LOGO] = content


class DocumentsTarget:
    """The live table ``[documents]`` of a site, as flat keys (``ISettingsTarget``)."""

    schema = DocumentSettings

    def __init__(self, site: Any) -> None:
        self.site = site

    def read(self) -> dict[str, object]:
        """Return the live values, the defaults where nothing was said."""
        said = {key: value for key, value in _kept(self.site).items() if key != _LOGO}
        return {**flatten(DocumentSettings()), **said}

    def write(self, changes: Mapping[str, object]) -> None:
        """Keep these values and no other.

        :raises InvalidSettings: a value is not one of the table.
        """
        wanted = {**self.read(), **changes}
        unflatten(DocumentSettings, wanted, "documents")
        _ensure(self.site).update(changes)


def _kept(site: Any) -> Mapping[str, Any]:
    found: Mapping[str, Any] = IAnnotations(site).get(KEY, {})
    return found


def _ensure(site: Any) -> PersistentMapping:
    annotations = IAnnotations(site)
    if KEY not in annotations:
        annotations[KEY] = PersistentMapping()
    return annotations[KEY]

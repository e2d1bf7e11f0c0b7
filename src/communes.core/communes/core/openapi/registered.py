"""Which services of ours this process offers, as the component registry knows them."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any
from zope.component import getGlobalSiteManager


_OURS = "communes."
_SERVICE = "_application_json_@"


@dataclass(frozen=True)
class Registered:
    """One registration: the service, what it is for, and where it is described."""

    method: str
    name: str
    place: str
    layer: Any
    package: str

    @property
    def description(self) -> Any:
        """The module ``description`` beside the service.

        :raises ModuleNotFoundError: it has none.
        """
        return import_module(f"{self.package}.description")


def services() -> list[Registered]:
    """Return every service of the suite, in a steady order."""
    found = [
        _registered(one)
        for one in _adapters(getGlobalSiteManager())
        if _SERVICE in one.name and _module(one).startswith(_OURS)
    ]
    ours = {one for one in found if ".tests" not in one.package}
    return sorted(ours, key=lambda one: (one.name, one.method, one.place))


def _registered(one: Any) -> Registered:
    place, layer = one.required
    return Registered(
        method=one.factory.method,
        name="@" + one.name.partition("_@")[2],
        place=place.__identifier__,
        layer=layer,
        package=_module(one).rpartition(".")[0],
    )


def _module(one: Any) -> str:
    # plone.rest wraps the class of a service into one of its own.
    bases = getattr(one.factory, "__mro__", ())
    return bases[1].__module__ if len(bases) > 1 else ""


def _adapters(registry: Any) -> Iterator[Any]:
    yield from registry.registeredAdapters()
    for base in registry.__bases__:
        yield from _adapters(base)

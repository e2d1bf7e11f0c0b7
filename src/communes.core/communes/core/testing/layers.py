"""Test layers as pytest fixtures, for a session that runs many distributions.

Layers stand on each other like trays: what was set up last is torn down first, and
the component registry and the database are stacked in the same order. Here one stack
serves the whole session, whichever ``conftest.py`` asks: a layer is set up when the
first test needs it, stays while what runs needs it, and is torn down before another
fixture is set up beside it.
"""

from collections.abc import Iterable
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.testing import Layer
import pytest
from typing import Any


# They only mark the beginning and the end of a test, and may stand on any tray.
_PER_TEST = (FunctionalTesting, IntegrationTesting)


class LayerStack:
    """The layers that are set up, the lowest first."""

    def __init__(self) -> None:
        self.up: list[Any] = []

    def require(self, layer: Any) -> list[Any]:
        """Set up ``layer`` with its bases and return them all, bases first."""
        needed = bases_first(layer)
        missing = [one for one in needed if one not in self.up]
        # What stands above would lend its data to a test that did not ask for it.
        strangers = self._strangers(needed)
        if any(not isinstance(one, _PER_TEST) for one in (*missing, *strangers)):
            self._unwind(needed)
        for one in needed:
            if one not in self.up:
                one.setUp()
                self.up.append(one)
        return needed

    def close(self) -> None:
        """Tear everything down; doing it twice does nothing."""
        self._unwind([])

    def _strangers(self, needed: list[Any]) -> list[Any]:
        return [one for one in self.up if one not in needed]

    def _unwind(self, needed: list[Any]) -> None:
        strangers = self._strangers(needed)
        while strangers and strangers[0] in self.up:
            self.up.pop().tearDown()


STACK = LayerStack()


def bases_first(layer: Any) -> list[Any]:
    """Return a layer and all it stands on, each once, in the order of setting up."""
    found: list[Any] = []
    for base in layer.__bases__:
        found += [one for one in bases_first(base) if one not in found]
    return [*found, layer] if isinstance(layer, Layer) else found


def layer_fixtures(layers: Iterable[tuple[Any, str]]) -> dict[str, Any]:
    """Return pytest fixtures, one under each name, for a ``conftest.py``.

    ``globals().update(layer_fixtures(((FUNCTIONAL_TESTING, "functional"),)))``: a
    test that asks for ``functional`` receives the layer, begun for that test.
    """
    fixtures: dict[str, Any] = {"_close_layers": _close_layers}
    for layer, name in layers:
        fixtures[name] = _fixture(layer, name)
    return fixtures


@pytest.fixture(autouse=True, scope="session")
def _close_layers():
    """Leave nothing set up when the session ends."""
    yield
    STACK.close()


def _fixture(layer: Any, name: str) -> Any:
    @pytest.fixture(name=name)
    def begun():
        stack = STACK.require(layer)
        begun_layers = []
        try:
            for one in stack:
                one.testSetUp()
                begun_layers.append(one)
            yield layer
        finally:
            for one in reversed(begun_layers):
                one.testTearDown()

    return begun

"""Layers are set up when needed, shared while needed, torn down in reverse."""

from communes.core.testing.layers import bases_first
from communes.core.testing.layers import LayerStack
from plone.app.testing import FunctionalTesting
from plone.testing import Layer
import pytest


@pytest.fixture
def told():
    return []


@pytest.fixture
def make(told):
    class Told(Layer):
        def setUp(self):
            told.append(f"+{self.__name__}")

        def tearDown(self):
            told.append(f"-{self.__name__}")

    return lambda name, *bases: Told(bases=bases, name=name)


class PerTest(FunctionalTesting):
    def setUp(self):
        """Need no Zope in this test."""

    tearDown = setUp


def test_bases_come_first_and_once(make):
    ground = make("ground")
    left, right = make("left", ground), make("right", ground)
    top = make("top", left, right)
    assert bases_first(top) == [ground, left, right, top]


def test_a_shared_base_is_set_up_once(make, told):
    ground = make("ground")
    stack = LayerStack()
    stack.require(make("one", ground))
    stack.require(make("two", ground))
    assert told == ["+ground", "+one", "-one", "+two"]


def test_what_a_layer_no_longer_stands_on_goes_in_reverse(make, told):
    ground = make("ground")
    stack = LayerStack()
    stack.require(make("high", make("low", ground)))
    stack.require(make("other", ground))
    assert told == ["+ground", "+low", "+high", "-high", "-low", "+other"]


def test_what_stands_above_goes_before_a_test_that_does_not_need_it(make, told):
    site, solr = make("site"), make("solr")
    both = PerTest(bases=(site, solr), name="both")
    alone = PerTest(bases=(site,), name="alone")
    stack = LayerStack()
    for layer in (both, both, alone, alone, both):
        stack.require(layer)
    assert told == ["+site", "+solr", "-solr", "+solr"]


def test_closing_twice_tears_down_once(make, told):
    stack = LayerStack()
    stack.require(make("ground"))
    stack.close()
    stack.close()
    assert told == ["+ground", "-ground"]

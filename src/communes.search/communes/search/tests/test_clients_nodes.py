"""Of several nodes whoever answers will do; one that does not is left alone a while."""

from communes.search.clients import nodes
from communes.search.clients.errors import CoreMissing
from communes.search.clients.errors import SolrRefused
from communes.search.clients.errors import SolrSilent
from communes.search.clients.errors import SolrTimedOut
import pytest


FIRST, SECOND, THIRD = (f"http://127.0.0.1:{port}/solr" for port in (1, 2, 3))
ALL = f"{FIRST}/ {SECOND},{THIRD}"


@pytest.fixture
def cluster(monkeypatch):
    """Nodes that answer what ``cluster.says`` has for them, and who was asked."""

    class Cluster:
        says = dict.fromkeys((FIRST, SECOND, THIRD), (200, b'{"ok": true}'))
        asked = []
        times = []

    def talk(method, url, body, headers, seconds):
        node = url.rpartition("/")[0]
        Cluster.asked.append(node)
        Cluster.times.append(seconds)
        said = Cluster.says[node]
        if isinstance(said, Exception):
            raise said
        return said

    Cluster.says, Cluster.asked, Cluster.times = dict(Cluster.says), [], []
    monkeypatch.setattr(nodes, "talk", talk)
    monkeypatch.setattr(nodes, "_resting", {})
    return Cluster


def ask(urls=ALL, seconds=2.0):
    return nodes.ask(urls, "GET", "select", None, {}, seconds)


def test_addresses_are_separated_by_blanks_or_commas():
    assert nodes.addresses(ALL) == [FIRST, SECOND, THIRD]


def test_the_first_one_that_answers_is_enough(cluster):
    assert ask() == {"ok": True}
    assert cluster.asked == [FIRST]


@pytest.mark.parametrize(
    "trouble", [SolrSilent("refused"), SolrTimedOut("slow"), (503, b"{}"), (200, b"<")]
)
def test_a_node_in_trouble_is_passed_over_and_then_asked_last(cluster, trouble):
    cluster.says[FIRST] = trouble
    assert ask() == {"ok": True}
    assert ask() == {"ok": True}
    assert cluster.asked == [FIRST, SECOND, SECOND]


def test_a_node_that_hangs_leaves_time_for_the_others(cluster):
    cluster.says[FIRST] = SolrTimedOut("slow")
    ask(seconds=2.0)
    assert cluster.times[0] == pytest.approx(1.0, abs=0.1)


def test_all_in_trouble_is_a_silence(cluster):
    cluster.says = dict.fromkeys(cluster.says, SolrSilent("refused"))
    with pytest.raises(SolrSilent):
        ask()
    assert sorted(cluster.asked) == [FIRST, SECOND, THIRD]


def test_a_node_that_answers_again_is_no_longer_left_alone(cluster):
    cluster.says = {FIRST: SolrSilent("x"), SECOND: SolrSilent("x")}
    both = f"{FIRST} {SECOND}"
    with pytest.raises(SolrSilent):
        ask(both)
    cluster.says = dict.fromkeys(cluster.says, (200, b'{"ok": true}'))
    cluster.says[SECOND] = SolrSilent("x")
    ask(both)
    assert nodes.addresses(both) == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("answer", "error"),
    [((400, b'{"error":{"msg":"field"}}'), SolrRefused), ((404, b""), CoreMissing)],
)
def test_a_refusal_is_an_answer_and_no_other_is_asked(cluster, answer, error):
    cluster.says[FIRST] = answer
    with pytest.raises(error):
        ask()
    assert cluster.asked == [FIRST]


def test_one_address_has_all_the_time(cluster):
    ask(FIRST, seconds=2.0)
    assert cluster.times == [pytest.approx(2.0, abs=0.1)]

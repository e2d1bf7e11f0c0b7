"""A process killed in the middle of its work loses nothing and is started again."""

from concurrent.futures import ThreadPoolExecutor
from integrator import Integrator
import time
from town import draft_item
import urllib.error


#: As long as a launcher needs to see, start and hear a web process on a slow machine.
BACK_SECONDS = 90
ITEMS = 40


def wait_for(condition, what: str):
    """Return what the condition says once it is true."""
    limit = time.monotonic() + BACK_SECONDS
    while not (found := condition()):
        assert time.monotonic() < limit, f"{what}: not within {BACK_SECONDS} s"
    return found


def create_with_patience(creator: Integrator, count: int) -> str:
    """Create an item as a good program does: what got no answer is sent again."""
    external = f"panne-{count}"

    def tried() -> str:
        try:
            body = {"title": f"Panne {count}", "external_id": external}
            body["proposing_service"] = "secretariat"
            path = "deliberations/conseil/@deliberations-items"
            answer = creator.post(path, body)
        except (OSError, urllib.error.URLError):
            return ""
        return answer.body["@id"] if answer.status in (200, 201) else ""

    return wait_for(tried, f"item {count}")


def test_a_killed_worker_indexes_what_was_asked_meanwhile(house, integrator):
    creator = integrator()
    titles = [f"Zibeline {count} du cimetière" for count in range(10)]
    with ThreadPoolExecutor(1) as other:
        writing = other.submit(lambda: [draft_item(creator, one) for one in titles])
        killed = house.kill("worker")
        writing.result()
    wait_for(lambda: is_running_again(house, "worker", killed), "worker")

    def indexed() -> bool:
        answer = creator.get("@communes-search?q=zibeline&size=50").body
        return not answer["degraded"] and answer["items_total"] == len(titles)

    wait_for(indexed, "the index")


def test_a_killed_web_process_loses_nothing_and_writes_nothing_twice(house, integrator):
    creator = integrator()
    with ThreadPoolExecutor(1) as other:
        writing = other.submit(
            lambda: [create_with_patience(creator, count) for count in range(ITEMS)]
        )
        wait_for(lambda: found(creator) > ITEMS // 4, "the first items")
        killed = house.kill("web")
        made = writing.result()
    assert is_running_again(house, "web", killed)
    assert len(set(made)) == ITEMS
    assert found(creator) == ITEMS


def found(creator: Integrator) -> int:
    """Return how many of the items are there, as the lists say: without Solr."""
    path = "deliberations/conseil/@deliberations-items?q=Panne"
    answer = creator.get(path)
    return answer.body["items_total"] if answer.status == 200 else 0


def is_running_again(house, name: str, killed: int) -> bool:
    process = house.child(name).process
    return process.pid != killed and process.poll() is None

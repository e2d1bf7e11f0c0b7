"""Several Solr nodes that hold the same cores: whoever answers will do."""

from collections.abc import Mapping
from communes.search.clients.errors import CoreMissing
from communes.search.clients.errors import SolrOvertaken
from communes.search.clients.errors import SolrRefused
from communes.search.clients.errors import SolrSilent
from communes.search.clients.wire import talk
import json
import re
import time
from typing import Any


# A node that did not answer is asked last for this long.
REST_SECONDS = 10.0
_resting: dict[str, float] = {}


def addresses(urls: str) -> list[str]:
    """Return the addresses of ``urls``, separated by commas or blanks, those first
    that answered when they were last asked."""
    now = time.monotonic()
    listed = [url.rstrip("/") for url in re.split(r"[\s,]+", urls) if url]
    return sorted(listed, key=lambda url: _resting.get(url, 0.0) > now)


def ask(
    urls: str,
    method: str,
    path: str,
    body: bytes | None,
    headers: Mapping[str, str],
    seconds: float,
) -> Mapping[str, Any]:
    """Return the answer of the first node that gives one, in ``seconds`` in all.

    A node that is silent, or in trouble itself, is passed over; what is sent must
    therefore do no harm when it arrives twice.

    :raises SolrSilent: none of them answers in time.
    :raises CoreMissing: the core does not exist.
    :raises SolrRefused: Solr does not accept what was sent.
    """
    over = time.monotonic() + seconds
    nodes = addresses(urls)
    for url in nodes[:-1]:
        # Half of what is left: one that hangs must not take the time of all.
        left = (over - time.monotonic()) / 2
        try:
            return judge(*talk(method, f"{url}/{path}", body, headers, left))
        except SolrSilent:
            _resting[url] = time.monotonic() + REST_SECONDS
    left = max(over - time.monotonic(), 0.001)
    answer = judge(*talk(method, f"{nodes[-1]}/{path}", body, headers, left))
    _resting.pop(nodes[-1], None)
    return answer


def judge(status: int, text: bytes) -> Mapping[str, Any]:
    """Return the answer that ``text`` holds. Raises as ``ask``."""
    if status == 404:
        raise CoreMissing("Solr has no such core")
    try:
        answer = json.loads(text)
    except ValueError as error:
        raise SolrSilent(f"HTTP {status} without a readable answer") from error
    if not isinstance(answer, dict):
        raise SolrSilent(f"HTTP {status} without a readable answer")
    message = answer.get("error", {}).get("msg", "")
    if status >= 500:
        raise SolrSilent(f"HTTP {status}: {message}")
    if status == 409:
        raise SolrOvertaken(f"HTTP 409: {message}")
    if status >= 400:
        raise SolrRefused(f"HTTP {status}: {message}")
    return answer

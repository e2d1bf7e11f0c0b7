"""One core of one Solr, spoken to in JSON with a time limit on every talk."""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.search.clients.errors import CoreMissing
from communes.search.clients.errors import SolrRefused
from communes.search.clients.errors import SolrSilent
from communes.search.clients.wire import talk
from dataclasses import dataclass
import json
from typing import Any
from urllib.parse import quote
from urllib.parse import urlencode


CONFIGSET = "communes"
CREATE_SECONDS = 30.0
JSON_TYPE = "application/json; charset=utf-8"
FORM_TYPE = "application/x-www-form-urlencoded; charset=utf-8"


@dataclass(frozen=True)
class SolrClient:
    """Speaks to the core ``core`` of the Solr at ``url`` (``http://host:port/solr``).

    A talk that takes longer than its limit fails, even if the answer drips in.
    """

    url: str
    core: str
    search_seconds: float = 2.0
    index_seconds: float = 10.0

    def select(self, params: Iterable[tuple[str, str]]) -> Mapping[str, Any]:
        """Return the answer to a search.

        :raises SolrSilent: no whole answer in ``search_seconds``.
        :raises CoreMissing: the core does not exist.
        :raises SolrRefused: Solr does not accept the parameters.
        """
        body = urlencode(list(params)).encode("ascii")
        answer = self._post("select", body, FORM_TYPE, self.search_seconds)
        if answer.get("responseHeader", {}).get("partialResults"):
            raise SolrSilent("Solr stopped before it had looked at everything")
        return answer

    def ping(self) -> None:
        """Ask for nothing, to learn whether the core answers. Raises as ``select``."""
        self.select([("q", "*:*"), ("rows", "0")])

    def add(self, documents: list[Mapping[str, Any]]) -> None:
        """Put whole documents; each replaces the one of the same UID.

        Visible by itself within a second. Raises as ``select``.
        """
        if documents:
            self._update(documents)

    def delete(self, uids: list[str]) -> None:
        """Take documents away; unknown ones do no harm. Raises as ``select``."""
        if uids:
            self._update({"delete": uids})

    def delete_indexed_before(self, moment: str) -> None:
        """Take away what was last put before ``moment`` (ISO 8601, UTC)."""
        self._update({"delete": {"query": f"indexed_at:[* TO {moment}}}"}})

    def create_core(self) -> None:
        """Make the core with the suite's configuration, if it does not exist."""
        if self._exists():
            return
        made = urlencode(
            {"action": "CREATE", "name": self.core, "configSet": CONFIGSET}
        )
        try:
            self._get(f"admin/cores?{made}")
        except SolrRefused:
            # Another worker may have been first; anything else is a refusal.
            if not self._exists():
                raise

    def _exists(self) -> bool:
        asked = urlencode({"action": "STATUS", "core": self.core})
        return bool(self._get(f"admin/cores?{asked}")["status"].get(self.core))

    def _update(self, command: object) -> None:
        body = json.dumps(command, ensure_ascii=False).encode("utf-8", "replace")
        self._post("update", body, JSON_TYPE, self.index_seconds)

    def _post(
        self, handler: str, body: bytes, kind: str, seconds: float
    ) -> Mapping[str, Any]:
        path = f"{quote(self.core, safe='')}/{handler}"
        return self._talk("POST", path, seconds, body, {"Content-Type": kind})

    def _get(self, path: str) -> Mapping[str, Any]:
        return self._talk("GET", path, CREATE_SECONDS, None, {})

    def _talk(
        self,
        method: str,
        path: str,
        seconds: float,
        body: bytes | None,
        headers: dict[str, str],
    ) -> Mapping[str, Any]:
        status, text = talk(method, f"{self.url}/{path}", body, headers, seconds)
        return _judge(status, text)


def _judge(status: int, text: bytes) -> Mapping[str, Any]:
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
    if status >= 400:
        raise SolrRefused(f"HTTP {status}: {message}")
    return answer

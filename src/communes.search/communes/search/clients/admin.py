"""The cores of a Solr, standalone, and the collections of a SolrCloud: one way to both.

Which of the two runs is asked of Solr itself, once per process: nothing to configure.
"""

from collections.abc import Mapping
from communes.search.clients.errors import SolrRefused
from communes.search.clients.nodes import ask
from communes.search.domain.schema_version import schema_name
from dataclasses import dataclass
import io
import os
from pathlib import Path
from typing import Any
from urllib.parse import quote
from urllib.parse import urlencode
import zipfile


REPLICAS_VARIABLE = "COMMUNES_SOLR_REPLICAS"
MOST_REPLICAS = 3
CONFIGSET = Path(__file__).resolve().parent.parent / "configset"
ZIP_TYPE = {"Content-Type": "application/octet-stream"}
_clouds: dict[str, bool] = {}


@dataclass(frozen=True)
class SolrAdmin:
    """Makes, finds and takes away what holds the documents of one site.

    :param urls: one address, or several of one SolrCloud.
    """

    urls: str
    seconds: float = 60.0

    def is_cloud(self) -> bool:
        """Tell whether this is a SolrCloud. :raises SolrSilent: it does not answer."""
        if self.urls not in _clouds:
            told = self._get("admin/info/system", {})
            _clouds[self.urls] = told.get("mode") == "solrcloud"
        return _clouds[self.urls]

    def exists(self, name: str) -> bool:
        """Tell whether there is a core of this name; wakes none."""
        if self.is_cloud():
            return (
                name
                in self._get("admin/collections", {"action": "LIST"})["collections"]
            )
        asked = {"action": "STATUS", "core": name, "indexInfo": "false"}
        return bool(self._get("admin/cores", asked)["status"].get(name))

    def create(self, name: str) -> None:
        """Make an empty core with the suite's configuration, if there is none.

        :raises SolrRefused: Solr has not this configuration.
        """
        if self.exists(name):
            return
        try:
            if self.is_cloud():
                self._create_collection(name)
            else:
                self._get("admin/cores", _new_core(name))
        except SolrRefused:
            # Another process may have been first; anything else is a refusal.
            if not self.exists(name):
                raise

    def remove(self, name: str) -> None:
        """Take a core away with its documents; one that is not there does no harm."""
        if not self.exists(name):
            return
        try:
            if self.is_cloud():
                self._get("admin/collections", {"action": "DELETE", "name": name})
            else:
                self._get(
                    "admin/cores",
                    {"action": "UNLOAD", "core": name, "deleteInstanceDir": "true"},
                )
        except SolrRefused:
            if self.exists(name):
                raise

    def schema_of(self, name: str) -> str:
        """Return the name of the schema that a core was made with.

        :raises CoreMissing: there is no such core.
        """
        return str(self._get(f"{quote(name, safe='')}/schema/name", {})["name"])

    def settle(self, name: str) -> int:
        """Make all that was sent safe and visible; return how many documents there are.

        For a core that nobody searches yet: a core in use does this by itself.

        :raises CoreMissing: there is no such core.
        """
        core = quote(name, safe="")
        self._get(f"{core}/update", {"commit": "true"})
        told = self._get(f"{core}/select", {"q": "*:*", "rows": "0"})
        return int(told["response"]["numFound"])

    def live_nodes(self) -> int:
        """Return how many nodes of a SolrCloud answer; 1 for a standalone Solr."""
        if not self.is_cloud():
            return 1
        told = self._get("admin/collections", {"action": "CLUSTERSTATUS"})
        return len(told["cluster"]["live_nodes"])

    def all_active(self, name: str) -> bool:
        """Tell whether every replica of a collection answers and is up to date."""
        asked = {"action": "CLUSTERSTATUS", "collection": name}
        cluster = self._get("admin/collections", asked)["cluster"]
        return all(
            replica["state"] == "active"
            and replica["node_name"] in cluster["live_nodes"]
            for shard in cluster["collections"][name]["shards"].values()
            for replica in shard["replicas"].values()
        )

    def _create_collection(self, name: str) -> None:
        self._ensure_configset()
        wanted = os.environ.get(REPLICAS_VARIABLE, "")
        nodes = self.live_nodes()
        asked = {
            "action": "CREATE",
            "name": name,
            "numShards": "1",
            "replicationFactor": wanted or str(min(nodes, MOST_REPLICAS)),
            "collection.configName": schema_name(),
            "waitForFinalState": "true",
        }
        self._get("admin/collections", asked)

    def _ensure_configset(self) -> None:
        there = self._get("admin/configs", {"action": "LIST"})["configSets"]
        if schema_name() in there:
            return
        asked = urlencode({"action": "UPLOAD", "name": schema_name(), "wt": "json"})
        try:
            ask(
                self.urls,
                "POST",
                f"admin/configs?{asked}",
                _zipped(CONFIGSET / "conf"),
                ZIP_TYPE,
                self.seconds,
            )
        except SolrRefused:
            there = self._get("admin/configs", {"action": "LIST"})["configSets"]
            if schema_name() not in there:
                raise

    def _get(self, path: str, asked: Mapping[str, str]) -> Mapping[str, Any]:
        words = urlencode({**asked, "wt": "json"})
        return ask(self.urls, "GET", f"{path}?{words}", None, {}, self.seconds)


def _new_core(name: str) -> dict[str, str]:
    # Loaded when it is first asked, and left again when others need the room.
    return {
        "action": "CREATE",
        "name": name,
        "configSet": schema_name(),
        "transient": "true",
        "loadOnStartup": "false",
    }


def _zipped(folder: Path) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(folder).as_posix())
    return packed.getvalue()

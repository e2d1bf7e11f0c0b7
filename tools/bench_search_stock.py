"""Stock collective.solr 10.1.1 sends a stock site to its core, as its own view does.

Run by tools/bench_search.py with ``app``: bench_search_stock.py SOLR-URL CORE OUT. Its
configuration is loaded here, in a process of its own: the suite leaves it out.
"""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import system
from bench_search_texts import STOCK
import collective.solr
from collective.solr.browser.maintenance import SolrMaintenanceView
from collective.solr.interfaces import ISolrConnectionManager
import json
from pathlib import Path
from plone.registry.interfaces import IRegistry
import sys
from Testing.makerequest import makerequest
import time
import transaction
from urllib.parse import urlsplit
from zope.component import getUtility
from zope.component.hooks import setSite
from zope.globalrequest import setRequest
from Zope2.App import zcml


# The fields that its handler fills of a page, analysed as its configuration does.
SCHEMA = """<?xml version="1.0"?>
<schema name="stock" version="1.5">
  <uniqueKey>UID</uniqueKey>
  <fieldType name="string" class="solr.StrField"/>
  <fieldType name="boolean" class="solr.BoolField"/>
  <fieldType name="plong" class="solr.LongPointField"/>
  <fieldType name="pint" class="solr.IntPointField"/>
  <fieldType name="date" class="solr.DatePointField"/>
  <fieldType name="text" class="solr.TextField" positionIncrementGap="100">
    <analyzer>
      <tokenizer class="solr.StandardTokenizerFactory"/>
      <filter class="solr.ASCIIFoldingFilterFactory"/>
      <filter class="solr.LowerCaseFilterFactory"/>
    </analyzer>
  </fieldType>
  <field name="_version_" type="plong" indexed="true" stored="true"/>
%s
</schema>
"""
FIELDS = {
    "string": "UID getId portal_type review_state path_string Type Language "
    "sortable_title Creator getIcon getRemoteUrl",
    "strings": "Subject allowedRolesAndUsers path_parents searchwords",
    "text": "Title Description SearchableText default",
    "date": "created modified effective expires",
    "boolean": "is_folderish exclude_from_nav showinsearch",
    "pint": "path_depth size",
}
SOLRCONFIG = """<?xml version="1.0"?>
<config>
  <luceneMatchVersion>9.12</luceneMatchVersion>
  <schemaFactory class="ClassicIndexSchemaFactory"/>
  <updateHandler class="solr.DirectUpdateHandler2">
    <updateLog/>
    <autoCommit><maxTime>15000</maxTime><openSearcher>false</openSearcher></autoCommit>
  </updateHandler>
  <requestHandler name="/select" class="solr.SearchHandler"/>
</config>
"""


def write_configset(folder: Path) -> None:
    """Write the configuration of its core below a Solr home."""
    fields = []
    for kind, names in FIELDS.items():
        several = ' multiValued="true"' if kind == "strings" else ""
        of = "string" if kind == "strings" else kind
        said = f'type="{of}" indexed="true" stored="true"{several}'
        fields += [f'  <field name="{name}" {said}/>' for name in names.split()]
    conf = folder / "conf"
    conf.mkdir(parents=True, exist_ok=True)
    (conf / "schema.xml").write_text(SCHEMA % "\n".join(fields), encoding="utf-8")
    (conf / "solrconfig.xml").write_text(SOLRCONFIG, encoding="utf-8")


def load_configuration() -> None:
    """Load its registrations as if the suite did not leave them out."""
    left_out = {
        path for path in zcml._context._seen_files if "/collective/solr/" in path
    }
    zcml._context._seen_files -= left_out
    zcml.load_config("configure.zcml", collective.solr)


def main(app) -> None:
    url, core, out = sys.argv[1:4]
    app = makerequest(app)
    setRequest(app.REQUEST)
    newSecurityManager(None, system.__of__(app.acl_users))
    load_configuration()
    site = app[STOCK]
    setSite(site)
    site.portal_setup.runAllImportStepsFromProfile("profile-collective.solr:default")
    registry = getUtility(IRegistry)
    base = urlsplit(url)
    registry["collective.solr.active"] = True
    registry["collective.solr.port"] = base.port
    registry["collective.solr.base"] = f"{base.path}/{core}"
    transaction.commit()
    manager = getUtility(ISolrConnectionManager)
    manager.getSchema()
    begin, busy = time.perf_counter(), time.process_time()
    SolrMaintenanceView(site, app.REQUEST).reindex()
    seconds, cpu = time.perf_counter() - begin, time.process_time() - busy
    manager.getConnection().commit()
    Path(out).write_text(json.dumps({"seconds": seconds, "cpu": cpu}), encoding="utf-8")


if __name__ == "__main__":
    main(app)  # noqa: F821 - given by the console

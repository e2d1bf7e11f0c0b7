"""Stock collective.solr 10.1.1 as a ranking: its own code, asked what Plone asks it.

Its configuration for Solr is published with its sources and not in its distribution.
``COMMUNES_STOCK_CONFIGSET`` names a folder that holds it (its ``config/conf``); without
it the core gets fields analysed by the same chain, written down here, which gives the
same rankings (docs/decisions/0013).
"""

from collective.solr.interfaces import ISolrSchema
from collective.solr.parser import SolrSchema
from collective.solr.search import Search
import json
import os
from pathlib import Path
from plone.base.utils import munge_search_term
from plone.registry.interfaces import IRegistry
import shutil
from types import SimpleNamespace
import urllib.error
from urllib.parse import urlencode
import urllib.request
from zope.component import getUtility


CORE = "stock"
VARIABLE = "COMMUNES_STOCK_CONFIGSET"
# As its profile sets it.
PATTERN = (
    "+(Title:{value}^5 OR Description:{value}^2 OR SearchableText:{value} "
    "OR SearchableText:({base_value}) OR searchwords:({base_value})^1000) "
    "-showinsearch:False"
)
_DELIMITER = (
    'splitOnCaseChange="1" splitOnNumerics="1" stemEnglishPossessive="1" '
    'generateWordParts="1" generateNumberParts="1" catenateAll="0" preserveOriginal="0"'
)
SCHEMA = f"""<?xml version="1.0"?>
<schema name="stock" version="1.5">
  <uniqueKey>UID</uniqueKey>
  <fieldType name="string" class="solr.StrField"/>
  <fieldType name="boolean" class="solr.BoolField"/>
  <fieldType name="text" class="solr.TextField" positionIncrementGap="100">
    <analyzer type="index">
      <tokenizer class="solr.StandardTokenizerFactory"/>
      <filter class="solr.ASCIIFoldingFilterFactory"/>
      <filter class="solr.WordDelimiterGraphFilterFactory" {_DELIMITER}
              catenateWords="1" catenateNumbers="1"/>
      <filter class="solr.LowerCaseFilterFactory"/>
      <filter class="solr.FlattenGraphFilterFactory"/>
    </analyzer>
    <analyzer type="query">
      <tokenizer class="solr.StandardTokenizerFactory"/>
      <filter class="solr.ASCIIFoldingFilterFactory"/>
      <filter class="solr.WordDelimiterGraphFilterFactory" {_DELIMITER}
              catenateWords="0" catenateNumbers="0"/>
      <filter class="solr.LowerCaseFilterFactory"/>
    </analyzer>
  </fieldType>
  <field name="UID" type="string" indexed="true" stored="true"/>
  <field name="Title" type="text" indexed="true" stored="true"/>
  <field name="Description" type="text" indexed="true" stored="true"/>
  <field name="default" type="text" indexed="true" stored="false" multiValued="true"/>
  <field name="SearchableText" type="text" indexed="true" stored="true"/>
  <field name="searchwords" type="string" indexed="true" stored="true"
         multiValued="true"/>
  <field name="showinsearch" type="boolean" indexed="true" stored="true"/>
  <copyField source="Title" dest="default"/>
  <copyField source="Description" dest="default"/>
</schema>
"""
SOLRCONFIG = """<?xml version="1.0"?>
<config>
  <luceneMatchVersion>9.12</luceneMatchVersion>
  <schemaFactory class="ClassicIndexSchemaFactory"/>
  <requestHandler name="/select" class="solr.SearchHandler"/>
</config>
"""


class Stock(Search):
    """Its search utility, with a connection to the core that is measured."""

    def __init__(self, url, schema):
        super().__init__()
        self.url = url
        self.schema = SolrSchema(schema)

    def getManager(self, core=None):  # noqa: N802
        return SimpleNamespace(getSchema=lambda: self.schema)

    def ranking(self, text, munged=True):
        """The ids found for ``text``, as the search page sends it or as it is."""
        wanted = munge_search_term(text) if munged else text
        query, _params = self.buildQueryAndParameters(SearchableText=wanted)
        if not query:
            return []
        asked = {
            "q": " ".join(query.values()),
            "q.op": "AND",
            "sow": "true",
            "lowercaseOperators": "true",
            "rows": 10,
            "fl": "UID score",
            "wt": "json",
        }
        try:
            found = _ask(f"{self.url}/select", urlencode(asked).encode())
        except urllib.error.HTTPError as error:
            # It lets what was typed be read as syntax: the page would be an error.
            error.close()
            return []
        return [each["UID"] for each in found["response"]["docs"]]


def stock(layer, texts):
    """Return its ranking over ``texts``, in a core of its own."""
    registry = getUtility(IRegistry)
    registry.registerInterface(ISolrSchema, prefix="collective.solr")
    registry["collective.solr.search_pattern"] = PATTERN
    registry["collective.solr.filter_queries"] = ["portal_type"]
    registry["collective.solr.prefix_wildcard"] = False
    conf = _configset(layer.home)
    core = f"{layer['solr_url']}/{CORE}"
    asked = urlencode({"action": "CREATE", "name": CORE, "configSet": CORE})
    _ask(f"{layer['solr_url']}/admin/cores?{asked}")
    documents = [
        {"UID": text.id, "Title": text.title, "SearchableText": searchable(text)}
        for text in texts
    ]
    _ask(f"{core}/update?commit=true", json.dumps(documents).encode())
    return Stock(core, (conf / "schema.xml").read_text(encoding="utf-8"))


def forget(layer):
    """Take the core away."""
    asked = urlencode({"action": "UNLOAD", "core": CORE, "deleteInstanceDir": "true"})
    _ask(f"{layer['solr_url']}/admin/cores?{asked}")


def searchable(text):
    """What Plone makes the searchable text of a page."""
    return f"{text.title} {text.body}"


def _configset(home):
    conf = home / "configsets" / CORE / "conf"
    shutil.rmtree(conf, ignore_errors=True)
    published = os.environ.get(VARIABLE, "")
    if published:
        shutil.copytree(Path(published), conf)
    else:
        conf.mkdir(parents=True)
        (conf / "schema.xml").write_text(SCHEMA, encoding="utf-8")
        (conf / "solrconfig.xml").write_text(SOLRCONFIG, encoding="utf-8")
    return conf


def _ask(address, body=None):
    kind = (
        "application/json"
        if address.endswith("commit=true")
        else ("application/x-www-form-urlencoded")
    )
    request = urllib.request.Request(address, body, {"Content-Type": kind})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)

"""A program that asks a site of the tests by HTTP."""

import json
from plone.testing.zope import Browser
from urllib.parse import urlencode


class Web:
    """Asks the site for JSON; ``get`` returns status and body."""

    def __init__(self, functional, site):
        self.site = site
        self.address = site.absolute_url()
        self.browser = Browser(functional["app"])
        self.browser.raiseHttpErrors = False
        self.browser.addHeader("Accept", "application/json")

    def login(self, name, password):
        self.browser.addHeader("Authorization", f"Basic {name}:{password}")

    def get(self, path, **params):
        self.browser.open(f"{self.address}/{path}?{urlencode(params, doseq=True)}")
        status = int(self.browser.headers["status"].split()[0])
        return status, json.loads(self.browser.contents)

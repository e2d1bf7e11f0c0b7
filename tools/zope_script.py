"""Run a script with ``app``, the root of a database: zope_script.py CONF SCRIPT [ARG…].

As ``zconsole run`` does, but the script finds its own name and arguments in
``sys.argv``, as under ``bin/instance run``.
"""

import logging
import sys
from Zope2.utilities.zconsole import runscript


# They warn of the same things each time a stock Plone site is made.
TALKATIVE = ("GenericSetup", "Products.MimetypesRegistry")


if __name__ == "__main__":
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.ERROR)
    configuration, *sys.argv = sys.argv[1:]
    runscript(configuration, sys.argv[0])

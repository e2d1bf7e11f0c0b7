"""Run a script with ``app``, the root of a database: zope_script.py CONF SCRIPT [ARG…].

As ``zconsole run`` does, but the script finds its own name and arguments in
``sys.argv``, as under ``bin/instance run``.
"""

import sys
from Zope2.utilities.zconsole import runscript


if __name__ == "__main__":
    configuration, *sys.argv = sys.argv[1:]
    runscript(configuration, sys.argv[0])

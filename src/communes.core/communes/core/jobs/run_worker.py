"""Script of the worker process: ``zconsole run zope.conf <this file>``."""

from communes.core.jobs.worker import main
import logging
import sys


if __name__ == "__main__":
    # A console sets up no log: say what happens where the process was started.
    logging.basicConfig(
        level=logging.INFO,
        format="%(asctime)s %(levelname)s %(name)s %(message)s",
        stream=sys.stdout,
        force=True,
    )
    main(app)  # noqa: F821 - given by the console

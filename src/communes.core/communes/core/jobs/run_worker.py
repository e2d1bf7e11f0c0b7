"""Script of the worker process: ``zconsole run zope.conf <this file>``."""

from communes.core.jobs.worker import main


if __name__ == "__main__":
    main(app)  # noqa: F821 - given by the console

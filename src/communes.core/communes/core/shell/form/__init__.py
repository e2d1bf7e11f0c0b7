"""The base of every form of a solution; all of z3c.form comes out of our parts."""

from communes.core.shell.form.base import EditForm
from communes.core.shell.form.base import Form


__all__ = ["EditForm", "Form"]

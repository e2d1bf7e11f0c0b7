"""The test layer of an assembly: every profile applied once to one application."""

from communes.policy.api import apply
from pathlib import Path
from plone.app.testing import FunctionalTesting
from plone.app.testing import PLONE_FIXTURE
from plone.app.testing import PloneSandboxLayer


class AssemblyLayer(PloneSandboxLayer):
    """The sites of each profile folder given, beside the plain site of the fixture.

    ``layer["reports"]`` holds what each application told, by the name of the folder.
    """

    defaultBases = (PLONE_FIXTURE,)

    def __init__(self, folders: tuple[Path, ...], name: str) -> None:
        self.folders = folders
        super().__init__(name=name)

    def setUpZope(self, app, configurationContext):
        """Load everything the policy can assemble."""
        import communes.policy

        self.loadZCML(package=communes.policy)

    def setUpPloneSite(self, portal):
        """Apply the profiles, as an operator would."""
        app = portal.getPhysicalRoot()
        self["reports"] = {folder.name: apply(app, folder) for folder in self.folders}


def assembly_testing(folders: tuple[Path, ...], name: str) -> FunctionalTesting:
    """Return the layer over the folders; each test works on its own copy."""
    return FunctionalTesting(
        bases=(AssemblyLayer(folders, f"{name}:fixture"),), name=name
    )

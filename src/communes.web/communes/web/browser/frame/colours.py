"""``couleurs.css``: the colour of a mini-site over that of the commune."""

from communes.core.theme.views import PlaceStyles
from zExceptions import NotFound


class BranchStyles(PlaceStyles):
    """The colour the folder says; a folder without one has no style."""

    @property
    def brand_colour(self) -> str:
        if not self.context.site_colour:
            raise NotFound("couleurs.css")
        return str(self.context.site_colour)

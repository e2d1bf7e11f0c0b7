"""Who sees a template, and the items that come by themselves on an agenda."""

"""The assemblies of the site."""

"""The website shows what was published with its proof."""

"""Public searches: words narrowed by what a solution says each thing is about."""

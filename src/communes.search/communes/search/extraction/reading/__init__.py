"""What runs in the cell: readers of files, and the walls around them.

Standard library and pypdf only; nothing of Plone is loaded there.
"""

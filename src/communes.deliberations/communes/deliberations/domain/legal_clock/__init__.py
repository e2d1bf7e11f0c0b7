"""The terms the law sets around a meeting, each with its calculation."""

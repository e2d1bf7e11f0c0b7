"""Attendance and votes of an assembly over a year."""

"""When a place is open: weekly hours, dated schedules and exceptional days."""

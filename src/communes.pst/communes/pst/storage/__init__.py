"""Objects and catalogue on one side, the values of ``domain`` on the other."""

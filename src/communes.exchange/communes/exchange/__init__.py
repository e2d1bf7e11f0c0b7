"""The interoperability framework: documented messages between solutions and partners."""

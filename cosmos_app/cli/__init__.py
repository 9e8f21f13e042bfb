"""The command line: what can be asked for, its arguments, and a module for each command."""

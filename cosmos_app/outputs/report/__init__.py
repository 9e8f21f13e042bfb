"""Reports: what a visit leaves to read, print and send."""

"""What stands behind the Makefile: standard library only."""

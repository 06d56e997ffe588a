# Python 3.11 or newer, make and git are all that is needed.
PYTHON ?= python3
# exec: the signals that make passes on must reach the program, not a shell around it.
START = @exec "$(PYTHON)" -m tools.start

.PHONY: help setup run serve migrate test lint format python
.DEFAULT_GOAL := help

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /make \1|/p' $(firstword $(MAKEFILE_LIST)) | \
	    while IFS='|' read -r name text; do printf '%-14s%s\n' "$$name" "$$text"; done
	@echo
	@echo 'Variables: PORT=8000 HOST=127.0.0.1 DATABASE_URL=postgres://... PYTHON=python3.12'

setup: python ## all packages, into .venv
	$(START) setup

run: python ## try the site out, with demo content and a first account (DEBUG=1: Django's own server)
	$(START) run

serve: python ## the site with production settings; needs SECRET_KEY (HTTP=1: without TLS, DEMO=1: demo content, WORKERS=2)
	$(START) serve

migrate: python ## bring the database of DATABASE_URL up to date
	$(START) migrate

test: python ## all tests, on SQLite and PostgreSQL, in a browser too (ARGS="tests/core -k date": only some)
	$(START) test

lint: python ## check style, templates and the direction of imports
	$(START) lint

format: python ## put code and templates into the common style
	$(START) format

python:
	@command -v "$(PYTHON)" >/dev/null || { echo '$(PYTHON) is missing: install Python 3.11 or newer, or name one, as in PYTHON=/path/to/python3.11' >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 6))' || { echo '$(PYTHON) is too old: install Python 3.11 or newer, or name one, as in PYTHON=/path/to/python3.11' >&2; exit 1; }

# The two commands are `make run` and `make test`; `make help` lists all.
# HOST and PORT may stand behind a target: make run PORT=9000

SHELL := /bin/sh
PYTHON_OF_VENV := .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help run dev test check messages lock clean ready ready-for-work

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1|\2/p' Makefile | \
		while IFS='|' read -r name words; do printf '%-16s %s\n' "$$name" "$$words"; done

run: ready ## serve the site with its worker; HOST= and PORT= say where
	@exec $(PYTHON_OF_VENV) manage.py serve

dev: ready-for-work ## serve it while you work: explains errors, reloads code
	@exec env DJANGO_SETTINGS_MODULE=mlart_site.settings.dev \
		$(PYTHON_OF_VENV) manage.py serve --reload

test: ready-for-work ## run all tests, on SQLite and on PostgreSQL; ARGS= go to pytest
	@exec $(PYTHON_OF_VENV) -m tests.run $(ARGS)

check: ready-for-work ## judge style, contracts, messages, migrations, settings
	@exec scripts/check

messages: ready-for-work ## gather new interface texts for translation
	@exec $(PYTHON_OF_VENV) scripts/messages.py update

lock: ready-for-work ## pin requirements*.in anew, with hashes
	@exec scripts/lock

clean: ## delete .venv, and var/ too if you say so
	@exec scripts/clean

ready:
	@scripts/bootstrap requirements.txt

ready-for-work:
	@scripts/bootstrap requirements.txt requirements-dev.txt

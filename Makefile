# Every target sets up what it needs; the first call takes a minute, later ones none.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# Material prints a banner about its own future at every build.
export NO_MKDOCS_2_WARNING := 1
# npm tells of its own new versions.
export npm_config_update_notifier := false

.DEFAULT_GOAL := help
.PHONY: help setup editor editor-if-wanted site serve preview profile check edition story publication event vacancy import consent fresh review withdraw withdrawals test links lint types audit bench golden record lock clean

help: ## List what make can do
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/site.stamp ## Install what the site needs; all other targets do it by themselves

editor: .venv/editor.stamp ## Install the browser editor, if mkdocs.yml has `editor: true`; all other targets do it by themselves

# A build that takes down a withdrawn item must not wait for this: it does without the editor.
editor-if-wanted: .venv/site.stamp
	@! scripts/wants-editor || $(MAKE) --silent editor || true

site: editor-if-wanted ## Build the site into site/, with its feeds and the newsletter's email
	@$(BIN)/mkdocs build || scripts/take-down $(BIN)

serve: editor-if-wanted ## Preview at http://127.0.0.1:8000/, drafts included, rebuilt at every change; PORT=8001 for another
	@$(BIN)/mkdocs serve --livereload $(if $(PORT),--dev-addr 127.0.0.1:$(PORT))

preview: editor-if-wanted ## Build the same preview into preview/, to open from disk, and the newest email into preview-email/
	@$(BIN)/newsroom preview

profile: editor-if-wanted ## Build the site, and print what each stage of the build costs
	@NEWSROOM_TIMINGS=1 $(BIN)/mkdocs build

# The value of a variable for a shell, as it was given: with quotation marks and dollar signs.
quoted = '$(subst ','\'',$(value $1))'
# An option whose value is on the command line of make. The environment may have LANGUAGE, and make itself has AS.
option = $(if $(filter command,$(firstword $(origin $2))),$1 $(call quoted,$2))

# More options for `newsroom check`, as in: make check CHECK="--all-email"
CHECK ?=

check: .venv/site.stamp ## Check all content and list what to fix
	@$(BIN)/newsroom check $(CHECK)

edition: .venv/site.stamp ## Write the next edition of the newsletter, with cards for what is new: make edition NAME=2026-12
	@$(BIN)/newsroom new newsletter $(call option,--name,NAME) $(call option,--lang,LANGUAGE)

story: .venv/site.stamp ## Write a new story; it asks for what it needs
	@$(BIN)/newsroom new story $(call option,--title,TITLE) $(call option,--lang,LANGUAGE)

publication: .venv/site.stamp ## Write the page of a new report or study; it asks for what it needs
	@$(BIN)/newsroom new publication $(call option,--title,TITLE) $(call option,--lang,LANGUAGE)

event: .venv/site.stamp ## Announce an event or a training course; it asks for what it needs
	@$(BIN)/newsroom new event $(call option,--title,TITLE) $(call option,--starts,STARTS) $(call option,--lang,LANGUAGE)

vacancy: .venv/site.stamp ## Announce a vacancy; it asks for what it needs
	@$(BIN)/newsroom new vacancy $(call option,--title,TITLE) $(call option,--closes,CLOSES) $(call option,--lang,LANGUAGE)

import: .venv/site.stamp ## Make a draft of a document: make import FILE=story.docx; AS=newsletter, NAME=, LANGUAGE=cy, REPORT=report.html
	@$(BIN)/newsroom import $(call quoted,FILE) $(call option,--as,AS) $(call option,--name,NAME) \
		$(call option,--lang,LANGUAGE) $(call option,--report,REPORT)

consent: .venv/site.stamp ## List all items with consent, until when, and where they appear; CSV=1 for a spreadsheet
	@$(BIN)/newsroom consent $(if $(CSV),--csv)

REVIEWED = $(if $(call option,,LANGUAGE),$(LANGUAGE),cy)
review: .venv/site.stamp ## List all Welsh texts beside the English ones in review-cy.csv, for a speaker; LANGUAGE=… for another
	@$(BIN)/newsroom review $(REVIEWED) > review-$(REVIEWED).csv

withdraw: .venv/site.stamp ## Take an item out of all files: make withdraw ITEM=S-012 (or its file); DRY=1 only prints
	@$(BIN)/newsroom withdraw $(call quoted,ITEM) $(if $(DRY),--dry-run)

fresh: .venv/site.stamp ## Make this repository another network's: empty its content, leave examples; NAME=, URL=, CONTACT=, YES=1 asks nothing
	@$(BIN)/newsroom fresh $(call option,--name,NAME) $(call option,--url,URL) $(call option,--contact,CONTACT) $(if $(YES),--yes)

# For publish.yml: whether the website still shows a withdrawn item
withdrawals: .venv/site.stamp
	@addresses="$$($(BIN)/newsroom withdrawn)" && echo "$$addresses" | scripts/withdrawals

test: .venv/test.stamp .venv/node.stamp .venv/editor.stamp ## Run all tests, on all cores
	@scripts/need chromium java pango
	@node --test --test-reporter spec tests/node/*.test.mjs
	@$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

links: site .venv/test.stamp ## Build the site and follow all its links, those to other hosts too, politely
	@scripts/links site

lint: .venv/test.stamp .venv/node.stamp ## Check the code's style, spelling and imports
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/lint-imports --no-logo --no-cache
	@$(BIN)/codespell
	@tests/node/node_modules/.bin/eslint --config tests/node/eslint.config.mjs overrides scripts tests bench

types: .venv/test.stamp ## Check the code's types
	@$(BIN)/mypy

audit: .venv/test.stamp ## Compare the pinned packages with known vulnerabilities, where their data can be reached
	@scripts/need node
	@$(BIN)/python scripts/audit.py

bench: .venv/test.stamp .venv/bench.stamp ## Measure the build and the email against other tools', and the pages with Lighthouse
	@scripts/need chromium
	@$(BIN)/python -m bench

golden: .venv/test.stamp ## Write the expected feeds, emails, pages and messages again; look at the difference
	@$(BIN)/python -m pytest --write-golden

record: .venv/test.stamp .venv/node.stamp ## Test accessibility and write the record for the statement
	@scripts/need chromium
	@$(BIN)/python -m pytest tests/browser/test_accessibility.py --write-record

lock: .venv/test.stamp ## Pin the newest dependencies, with their hashes
	@$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-header pyproject.toml -o requirements.txt
	@$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-header --extra test \
		-c requirements.txt pyproject.toml -o requirements-test.txt
	@$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-header --extra test --extra bench \
		-c requirements-test.txt pyproject.toml -o requirements-bench.txt
	@scripts/need node
	@scripts/lock-npm editor
	@scripts/lock-npm tests/node
	@scripts/lock-npm bench/node

clean: ## Remove what was built and set up
	rm -rf .venv .cache site preview preview-email .site.* .preview.* .preview-email.* editor/node_modules tests/node/node_modules bench/node/node_modules

.venv/python.stamp:
	@scripts/need-python $(PYTHON)
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/site.stamp: .venv/python.stamp requirements.txt pyproject.toml
	@echo "Setting up: installing what the site needs into .venv …" >&2
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test.stamp: .venv/site.stamp requirements-test.txt
	@echo "Setting up: installing what the tests need into .venv …" >&2
	@$(PIP) install --require-hashes -r requirements-test.txt
	@touch $@

.venv/node.stamp: .venv/python.stamp tests/node/package.json tests/node/package-lock.json
	@scripts/need node
	@echo "Setting up: installing what the tests need into tests/node/node_modules …" >&2
	@cd tests/node && npm ci --loglevel=error >/dev/null
	@touch $@

.venv/editor.stamp: .venv/python.stamp editor/package.json editor/package-lock.json
	@scripts/need node
	@echo "Setting up: installing the browser editor into editor/node_modules …" >&2
	@cd editor && npm ci --loglevel=error >/dev/null
	@touch $@

.venv/bench.stamp: .venv/test.stamp requirements-bench.txt bench/node/package.json bench/node/package-lock.json
	@scripts/need node
	@echo "Setting up: installing what the benchmark needs into .venv and bench/node/node_modules …" >&2
	@$(PIP) install --require-hashes -r requirements-bench.txt
	@cd bench/node && npm ci --loglevel=error >/dev/null
	@touch $@

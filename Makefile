# etiograph: `make` sets up, builds and runs the main job; `make help` lists the rest.

SHELL := /bin/bash
.DEFAULT_GOAL := all
.PHONY: all setup build run test lint format exports check-exports check-snapshot interop bench fuzz docs man \
        completions install uninstall clean help

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
# One binary without the Swift runtime's shared libraries: it starts in a few milliseconds and
# runs on a machine without Swift.
RELEASE := -c release --static-swift-stdlib
BINARY := .build/release/etiograph
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
APT := DEBIAN_FRONTEND=noninteractive apt-get
SOURCES := Package.swift Sources Tests Benchmarks Fuzzing/Package.swift Fuzzing/Sources

# What the build links (development packages) and what PNG and PDF need at run time.
LIBRARIES := libgraphviz-dev libcmark-gfm-dev libcmark-gfm-extensions-dev zlib1g-dev libzstd-dev \
  libcairo2 libpango-1.0-0 libpangocairo-1.0-0 fonts-liberation
# What only `make interop` and `make bench` need.
TOOLS := graphviz libxml2-utils python3-venv

all: build run ## Set up, build a release binary, make Exports/ from Graph/

setup: ## Install the system libraries that are missing (Debian, Ubuntu)
	@$(call install_missing,$(LIBRARIES))

build: setup ## Build the release binary
	$(SWIFT) build $(RELEASE) --product etiograph

run:
	@$(BINARY) build

test: setup ## Build and run the tests
	$(SWIFT) test

lint: ## Check the format and the style of every source file
	$(SWIFT) format lint --strict --recursive $(wildcard $(SOURCES))
	@bash .ci/check-sources

format: ## Format every source file in place
	$(SWIFT) format --in-place --recursive $(wildcard $(SOURCES))

exports: build ## Make Exports/ anew
	$(BINARY) build

check-exports: build ## Fail where Exports/ or the README differ from what the program gives
	@bash .ci/check-exports $(BINARY)
	@python3 .ci/check-readme $(BINARY)

check-snapshot: build ## Fail where a snapshot or exported tables answer otherwise than Graph/
	@bash .ci/check-snapshot $(BINARY)

interop: build ## Load every export with other people's programs
	@$(call install_missing,$(TOOLS))
	@bash Interop/run.sh $(BINARY)

bench: build ## Time etiograph beside its rivals
	@$(call install_missing,$(TOOLS) hyperfine time)
	@bash Benchmarks/run.sh $(BINARY)
	@bash Benchmarks/vocabulary.sh $(BINARY)
	@bash Benchmarks/analysis.sh $(BINARY)
	@bash Benchmarks/reading.sh $(BINARY)

fuzz: setup ## Fuzz the readers for FUZZ_SECONDS in all (600)
	@FUZZ_SECONDS=$${FUZZ_SECONDS:-600} bash Fuzzing/run.sh

MODULES := Etiograph GraphModel GraphBuilding GraphAnalysis GraphExport GraphvizLayout

docs: setup ## Build the documentation of every module into .build/documentation
	$(SWIFT) package --allow-writing-to-directory .build/documentation generate-documentation \
	  $(addprefix --target ,$(MODULES)) --enable-experimental-combined-documentation \
	  --output-path .build/documentation

man: setup ## Write the manual pages to .build/man
	$(SWIFT) package --allow-writing-to-package-directory generate-manual --multi-page
	@mkdir -p .build/man && cp .build/plugins/GenerateManual/outputs/*/*.1 .build/man/

completions: build ## Write shell completions to .build/completions
	@mkdir -p .build/completions
	@for shell in bash zsh fish; do \
	  $(BINARY) --generate-completion-script $$shell > .build/completions/etiograph.$$shell; done

install: build man completions ## Install the command, manual pages and completions under PREFIX
	install -Dm755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/etiograph
	@for page in .build/man/*.1; do \
	  install -Dm644 $$page $(DESTDIR)$(PREFIX)/share/man/man1/$$(basename $$page); done
	install -Dm644 .build/completions/etiograph.bash \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/etiograph
	install -Dm644 .build/completions/etiograph.zsh \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_etiograph
	install -Dm644 .build/completions/etiograph.fish \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/etiograph.fish

uninstall: ## Remove what `make install` installed
	rm -f $(DESTDIR)$(PREFIX)/bin/etiograph $(DESTDIR)$(PREFIX)/share/man/man1/etiograph*.1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/etiograph \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_etiograph \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/etiograph.fish

clean: ## Remove everything that was built
	rm -rf .build .interop

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

# Installs those of the packages $(1) that are missing, and says which.
define install_missing
missing=""; for package in $(1); do \
  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' \
    || missing="$$missing $$package"; done; \
if [ -n "$$missing" ]; then \
  if ! command -v apt-get > /dev/null; then \
    echo "please install:$$missing (by their Debian names)" >&2; exit 1; fi; \
  echo "installing:$$missing"; \
  $(SUDO) $(APT) -qq update > /dev/null && $(SUDO) $(APT) -qq install --yes \
    --no-install-recommends $$missing > /dev/null; fi
endef

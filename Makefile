# Alongside: what `make` can do here. README.md names the two commands that most people need.

PREFIX ?= /usr/local
override PREFIX := $(patsubst ~/%,$(HOME)/%,$(PREFIX))
DESTDIR ?=
VERSION := $(shell sed -n 's/.*static let version = "\(.*\)".*/\1/p' Sources/AlongsideCLI/Program.swift)
ARCH := $(shell uname -m)

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
TO_BUILD := libyaml-dev libsqlite3-dev zlib1g-dev pkg-config binutils
TO_TEST := $(TO_BUILD) age openssh-client tmux sqlite3 bsdutils python3-cryptography strace procps vim nano

STAGE := .build/stage
DIST := dist/alongside-$(VERSION)-linux-$(ARCH)

.NOTPARALLEL:
.PHONY: bench fuzz soak interruptions attacks help journal test install uninstall dist setup setup-test setup-check lint unit sample release stage man

help:
	@echo "make journal   build, and start today's reflection"
	@echo "make test      lint and every test"
	@echo "make install   into PREFIX ($(PREFIX)); make uninstall takes it out again"
	@echo "make bench     measure it beside jrnl and ripgrep; writes docs/benchmarks.md"
	@echo "make fuzz      try to break every reader of packs"
	@echo "make soak      interrupt it at every question, attack what it stores, type at random, for long"
	@echo "make dist      one archive that runs from any folder or stick"

# Installs what is missing to build; says nothing when all is there.
setup:
	@$(call need,$(TO_BUILD))

setup-test: setup-check
	@$(call need,$(TO_TEST))

# The stock validator that the JSON Schemas of packs are checked with.
CHECK := .build/check
setup-check:
	@$(call need,python3-venv)
	@[ -x $(CHECK)/venv/bin/jsonschema ] || { python3 -m venv $(CHECK)/venv && $(CHECK)/venv/bin/pip install -q jsonschema==4.26.0 PyYAML==6.0.3; }

define need
missing=$$(for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
if [ -n "$$missing" ]; then echo "installing: "$$missing; \
$(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing; fi
endef

# On a terminal: today's questions, and a journal first where there is none. Without one: the same
# job on sample answers, in a home that is thrown away.
journal: stage
	@if [ -t 0 ]; then $(STAGE)/bin/alongside reflect daily-three; \
	else sh .ci/sample $(STAGE)/bin/alongside; fi

test: setup-test lint unit sample interruptions attacks

lint:
	swift format lint --strict -r -p Package.swift Sources Tests
	@python3 -B Tests/Imports/test_imports.py -q
	@python3 -B Tests/Imports/imports.py
	@python3 -B Tests/Imports/belongs.py

unit:
	swift build --build-tests --explicit-target-dependency-import-check error
	@.ci/unit

# One whole run of the program as it is shipped.
sample: stage
	@sh .ci/sample $(STAGE)/bin/alongside

# Called away in many ways at many questions, on real terminals: every word must be found again.
INTERRUPT := python3 -B Tests/Interruptions/interruptions.py $(STAGE)/bin/alongside
interruptions: stage
	$(INTERRUPT) --bounded

# What it stores is damaged, calls of it fail, keys change under it: nothing acknowledged may be lost.
ATTACK := python3 -B Tests/Attacks/attacks.py $(STAGE)/bin/alongside
attacks: stage
	$(ATTACK) --bounded

# The whole tables, with other work beside the first, and keys at random against a plain model of the text.
soak: setup-test stage
	$(INTERRUPT) --load
	$(ATTACK)
	swift build --build-tests
	ALONGSIDE_ROUNDS=100000 swift test --disable-xctest --skip-build --filter keysAndPastes

# Linked fully static: measured, it starts fastest, and it runs where neither libyaml nor
# SQLite nor Swift is installed. `.ci/link` has the linker without its known warnings.
QUIET := -Xswiftc -Xclang-linker -Xswiftc "-B$(CURDIR)/.ci/link"
release: setup
	swift build -c release --product alongside --static-swift-stdlib -Xswiftc -static-executable $(QUIET)

TO_BENCH := ripgrep python3-venv git
BENCH := .build/bench

# Beside jrnl and ripgrep, on the same entries; writes docs/benchmarks.md.
bench: stage
	@$(call need,$(TO_BENCH))
	@[ -f $(BENCH)/venv/ready ] || { python3 -m venv $(BENCH)/venv && $(BENCH)/venv/bin/pip install -q jrnl==4.6 PyYAML==6.0.2 jsonschema==4.23.0 && touch $(BENCH)/venv/ready; }
	python3 -B Tests/Bench/bench.py --program $(STAGE)/bin/alongside --work $(BENCH) --date $$(date +%F) $(BENCH_FLAGS)

# A million changed files through every reader of packs; FUZZ="ROUNDS SEED" for others.
fuzz: setup
	swift build -c release --product alongside-fuzz
	.build/release/alongside-fuzz $(FUZZ)

# The program, its packs and the page that it prints, laid out as an installation is.
stage: release
	@rm -rf $(STAGE) && mkdir -p $(STAGE)/bin $(STAGE)/share/alongside/packs $(STAGE)/share/alongside/docs
	@strip -o $(STAGE)/bin/alongside .build/release/alongside
	@cp -R prompts/*/ $(STAGE)/share/alongside/packs/
	@cp docs/lint.md LICENSE THIRD-PARTY.md $(STAGE)/share/alongside/docs/

BASH := share/bash-completion/completions/alongside
ZSH := share/zsh/site-functions/_alongside
FISH := share/fish/vendor_completions.d/alongside.fish
MAN := share/man/man1/alongside.1
ROOT := $(DESTDIR)$(PREFIX)
# Needs sudo if the nearest existing parent is not writable.
AS = $(shell d="$(ROOT)"; while [ ! -e "$$d" ]; do d=$$(dirname "$$d"); done; [ -w "$$d" ] || echo $(SUDO))

# The folder share/alongside may be a person's own data folder too: what they installed lies beside packs/.
install: stage
	@for s in bash zsh fish; do $(STAGE)/bin/alongside --generate-completion-script $$s > $(STAGE)/$$s; done
	$(AS) install -D -m 755 $(STAGE)/bin/alongside "$(ROOT)/bin/alongside"
	$(AS) mkdir -p "$(ROOT)/share/alongside"
	$(AS) rm -rf "$(ROOT)/share/alongside/packs" "$(ROOT)/share/alongside/docs"
	$(AS) cp -R $(STAGE)/share/alongside/packs $(STAGE)/share/alongside/docs "$(ROOT)/share/alongside/"
	$(AS) install -D -m 644 $(STAGE)/bash "$(ROOT)/$(BASH)"
	$(AS) install -D -m 644 $(STAGE)/zsh "$(ROOT)/$(ZSH)"
	$(AS) install -D -m 644 $(STAGE)/fish "$(ROOT)/$(FISH)"
	$(AS) install -D -m 644 docs/alongside.1 "$(ROOT)/$(MAN)"

uninstall:
	$(AS) rm -f "$(ROOT)/bin/alongside" "$(ROOT)/$(BASH)" "$(ROOT)/$(ZSH)" "$(ROOT)/$(FISH)" "$(ROOT)/$(MAN)"
	$(AS) rm -rf "$(ROOT)/share/alongside/packs" "$(ROOT)/share/alongside/docs"
	-@rmdir "$(ROOT)/share/alongside" 2>/dev/null || true

# Whose notices are passed on with the program; THIRD-PARTY.md says why.
LINKED := libc6-dev libyaml-dev libsqlite3-dev zlib1g-dev

# One folder that runs as ./alongside from anywhere, with its packs beside it.
dist: stage
	@rm -rf $(DIST) && mkdir -p $(DIST)/share/alongside
	@cp $(STAGE)/bin/alongside README.md LICENSE THIRD-PARTY.md SECURITY.md CONTRIBUTING.md CHANGELOG.md $(DIST)/
	@cp prompts/README.md $(DIST)/share/alongside/README-prompts.md
	@cp -R $(STAGE)/share/alongside/packs $(STAGE)/share/alongside/docs $(DIST)/share/alongside/
	@mkdir $(DIST)/licences && cp /usr/share/common-licenses/LGPL-2.1 $(DIST)/licences/
	@for p in $(LINKED); do cp /usr/share/doc/$$p/copyright $(DIST)/licences/$$p.txt || exit 1; done
	@for p in swift-crypto swift-asn1; do \
	cp .build/checkouts/$$p/NOTICE.txt $(DIST)/licences/$$p-NOTICE.txt || exit 1; done
	@mkdir -p $(DIST)/docs && cp docs/*.md docs/alongside.1 $(DIST)/docs/
	@tar -C dist --sort=name --owner=0 --group=0 --numeric-owner -czf $(DIST).tar.gz $(notdir $(DIST))
	@echo $(DIST).tar.gz

# Writes the man page anew after commands or their words changed.
man:
	swift package generate-manual --configuration debug --date 2026-11-22
	sed "/^\.It Em front$$/,/^\.El$$/d" .build/plugins/GenerateManual/outputs/alongside/alongside.1 > docs/alongside.1

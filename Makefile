# Alongside: what `make` can do here. README.md names the two commands that most people need.

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
TO_BUILD := libyaml-dev libsqlite3-dev pkg-config
TO_TEST := $(TO_BUILD) zlib1g-dev age openssh-client tmux sqlite3 bsdutils

.PHONY: test lint setup setup-test

# Installs what is missing to build; says nothing when all is there.
setup:
	@$(call need,$(TO_BUILD))

setup-test:
	@$(call need,$(TO_TEST))

define need
missing=$$(for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
if [ -n "$$missing" ]; then $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq $$missing; fi
endef

lint:
	swift format lint --strict -r -p Package.swift Sources Tests

test: setup-test lint
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --disable-xctest --skip-build

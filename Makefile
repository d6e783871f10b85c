# Presseschau. `make run` and `make test` do everything on a fresh Debian 12 with Swift 6.3.

PACKAGES = libsqlite3-dev zlib1g-dev libdeflate-dev libbrotli-dev libzstd-dev libstemmer-dev
SWIFT_FLAGS ?=
# Tests with clocks and sockets run by themselves, so that others do not take their time.
BUSY = FetchingTests|NewsroomTests|ServerTests|EndToEndTests
BINARY = .build/release/presseschau

.PHONY: run test bench bench-server check-pages check-clients dist evaluate lint packages release clean

## Builds, fills the demonstration library from the sample press, serves it, prints the address.
run: release
	-@Scripts/install-packages libvips-tools || echo "Articles will have no pictures." >&2
	$(BINARY) run --sample

release: packages
	swift build -c release --product presseschau $(SWIFT_FLAGS)

test: packages lint
	swift build --build-tests $(SWIFT_FLAGS)
	swift test --skip-build --skip '$(BUSY)' $(SWIFT_FLAGS)
	swift test --skip-build --filter 'FetchingTests|NewsroomTests' $(SWIFT_FLAGS)
	swift test --skip-build --filter ServerTests $(SWIFT_FLAGS)
	swift test --skip-build --filter EndToEndTests $(SWIFT_FLAGS)
	BINARY=.build/debug/presseschau Scripts/check-clients

## Strict formatting, and no warning of ours.
lint:
	swift format lint --strict --recursive Package.swift Plugins Sources Tests

## Speed, as ratios to a floor or a peer measured in the same run.
bench: release
	Scripts/bench
	Scripts/bench-extract

## The pages in a real browser: bytes, requests, accessibility, layout, validity, verbatim passages.
check-pages: release
	Scripts/check-pages
## Serving beside nginx, searching a large library, memory.
bench-server: release
	@Scripts/install-packages wrk nginx || echo "wrk and nginx are needed for the comparison" >&2
	Scripts/bench-server

## Quality on the development data beside the repository, with pinned floors; skipped without it.
evaluate: release
	Scripts/evaluate

## An archive and a Debian package for machines without Swift, in dist/.
dist: packages
	Scripts/dist

## Real reader apps against the sample press, by the kit beside the repository; skipped without it.
## `make test` runs it with those that are installed.
check-clients: release
	@Scripts/install-packages curl newsboat liferea rssguard xvfb dbus-x11
	Scripts/check-clients

packages:
	@Scripts/install-packages $(PACKAGES)

clean:
	swift package clean

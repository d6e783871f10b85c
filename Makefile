# Presseschau. `make run` and `make test` do everything on a fresh Debian 12 with Swift 6.3.

PACKAGES = libsqlite3-dev zlib1g-dev libdeflate-dev libbrotli-dev libzstd-dev libstemmer-dev
SWIFT_FLAGS ?=
BINARY = .build/release/presseschau

.PHONY: run test bench evaluate check-clients lint packages release clean

## Builds, fills the demonstration library from the sample press, serves it, prints the address.
run: release
	$(BINARY) run --sample

release: packages
	swift build -c release --product presseschau $(SWIFT_FLAGS)

test: packages lint
	swift build --build-tests $(SWIFT_FLAGS)
	swift test --skip-build $(SWIFT_FLAGS)

## Strict formatting, and no warning of ours.
lint:
	swift format lint --strict --recursive Package.swift Plugins Sources Tests

## Speed, as ratios to a floor or a peer measured in the same run.
bench: release
	Scripts/bench

## Quality on the development data beside the repository, with pinned floors; skipped without it.
evaluate: release
	Scripts/evaluate

## Real reader apps against the sample press, by the kit beside the repository; skipped without it.
check-clients: release
	@Scripts/install-packages curl newsboat liferea rssguard xvfb dbus-x11
	Scripts/check-clients

packages:
	@Scripts/install-packages $(PACKAGES)

clean:
	swift package clean

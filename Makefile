# Presseschau. `make run` and `make test` do everything on a fresh Debian 12 with Swift 6.3.

PACKAGES = libsqlite3-dev zlib1g-dev libdeflate-dev libbrotli-dev libzstd-dev libstemmer-dev
SWIFT_FLAGS ?=
BINARY = .build/release/presseschau

.PHONY: run test bench evaluate lint packages release clean

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
	Scripts/bench-extract

## Quality on the development data beside the repository, with pinned floors; skipped without it.
evaluate: release
	Scripts/evaluate

packages:
	@Scripts/install-packages $(PACKAGES)

clean:
	swift package clean

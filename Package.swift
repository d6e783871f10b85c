// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the house; what it may import is also held by `Tests/HouseTests/RoomsTests.swift`.
func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], embeds folders: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: folders, swiftSettings: settings,
    plugins: folders.isEmpty ? [] : [.plugin(name: "EmbedFiles")])
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let nio: [Target.Dependency] = [
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "NIOPosix", package: "swift-nio"),
  .product(name: "NIOHTTP1", package: "swift-nio"),
]
let client: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let ssl: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let http2: Target.Dependency = .product(name: "NIOHTTP2", package: "swift-nio-http2")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting: Target.Dependency = .product(
  name: "HummingbirdTesting", package: "hummingbird")
let log: Target.Dependency = .product(name: "Logging", package: "swift-log")

let package = Package(
  name: "presseschau",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "presseschau", targets: ["presseschau"]),
    .library(name: "Press", targets: ["Press"]),
    .library(name: "Markup", targets: ["Markup"]),
    .library(name: "Languages", targets: ["Languages"]),
    .library(name: "Documents", targets: ["Documents"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-http2", exact: "1.46.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CPacking",
      providers: [.apt(["libdeflate-dev", "zlib1g-dev", "libbrotli-dev", "libzstd-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CDoor"),

    .executableTarget(name: "embed", swiftSettings: settings),
    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed"]),

    room("Press"),
    room("Markup"),
    room("Hypertext"),
    room("Packing", ["CPacking"]),
    room("Languages", ["Press", "CStemmer"], embeds: ["German", "English"]),
    room("Fetching", ["Press", "Packing", client, crypto, log, ssl] + nio),
    room("Feeds", ["Markup", "Hypertext", "Press"]),
    room("Documents", ["Markup", "Languages", "Press"]),
    room("Stories", ["Languages", "Press"], embeds: ["Weights"]),
    room("Evidence", ["Stories", "Languages", "Press"]),
    room(
      "Storage",
      ["Evidence", "Stories", "Feeds", "Languages", "Packing", "Press", crypto, grdb]),
    room(
      "Editions", ["Hypertext", "Evidence", "Stories", "Languages", "Press"],
      embeds: ["Assets"]),
    room("Samples", ["Hypertext", "Press"], embeds: ["Outlets"]),
    room(
      "Newsroom",
      [
        "Storage", "Evidence", "Stories", "Documents", "Feeds", "Fetching", "Languages",
        "Packing", "Markup", "Hypertext", "Press", log,
      ], embeds: ["Packs", "Walls"]),
    room(
      "Server",
      [
        "Newsroom", "Editions", "Storage", "Evidence", "Stories", "Feeds", "Fetching",
        "Languages", "Packing", "Hypertext", "Press", "Samples", "CDoor", hummingbird, crypto,
        cryptoExtras, log,
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ] + nio),
    .executableTarget(
      name: "presseschau",
      dependencies: [
        "Server", "Newsroom", "Editions", "Samples", "Storage", "Evidence", "Stories",
        "Documents", "Feeds", "Fetching", "Languages", "Packing", "Hypertext", "Markup", "Press",
        log, .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"), hummingbird,
      ],
      swiftSettings: settings),

    .executableTarget(
      name: "training", dependencies: ["Languages", "Stories"], exclude: ["Sections"],
      swiftSettings: settings),

    tests("PressTests", ["Press"]),
    tests("MarkupTests", ["Markup"], exclude: ["html5lib-tests", "corpus"]),
    tests("HypertextTests", ["Hypertext"]),
    tests("PackingTests", ["Packing"]),
    tests("LanguagesTests", ["Languages", "Press"]),
    tests(
      "FetchingTests", ["Fetching", "Packing", "Press", ssl, http2] + nio,
      exclude: ["Certificates"]),
    tests("FeedsTests", ["Feeds", "Markup", "Hypertext", "Press"]),
    tests("DocumentsTests", ["Documents", "Markup", "Languages", "Press"]),
    tests("StoriesTests", ["Stories", "Languages", "Press"]),
    tests("EvidenceTests", ["Evidence", "Stories", "Languages", "Press"]),
    tests(
      "StorageTests",
      ["Storage", "Evidence", "Stories", "Feeds", "Languages", "Packing", "Press", grdb]),
    tests("EditionsTests", ["Editions", "Hypertext", "Evidence", "Stories", "Languages", "Press"]),
    tests(
      "SamplesTests", ["Samples", "Documents", "Markup", "Languages", "Hypertext", "Press"]),
    tests(
      "NewsroomTests",
      [
        "Newsroom", "Samples", "Storage", "Evidence", "Stories", "Documents", "Feeds", "Fetching",
        "Languages",
        "Packing", "Markup", "Press",
      ] + nio),
    tests(
      "ServerTests",
      [
        "Server", "Newsroom", "Editions", "Storage", "Evidence", "Stories", "Feeds", "Fetching",
        "Languages", "Packing", "Hypertext", "Press", "Samples", "Documents",
      ] + [hummingbird, hummingbirdTesting] + nio),
    tests("HouseTests", ["presseschau", "Newsroom", "Storage"]),
    tests("EndToEndTests", ["presseschau"]),
  ],
  swiftLanguageModes: [.v6]
)

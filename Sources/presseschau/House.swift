import Editions
import Fetching
import Foundation
import Logging
import NIOPosix
import Newsroom
import Press
import Samples
import Server
import ServiceLifecycle
import Storage
import UnixSignals

/// The running house: newsroom and server over one library.
struct House: Sendable {
  let library: Library
  let settings: FetchSettings
  let press: SamplePress?
  /// What the operator decided.
  let decided: Settings
  /// Where hubs of feeds can call, where they can.
  var hubCallback: String?
  /// Invented articles a second that are filed instead of reading, for measuring.
  var arrivals = 0

  /// Reads all sources once and ends; serves nothing but the sample press it reads.
  func readOnce() async throws {
    let fetcher = Fetcher(settings: settings, group: MultiThreadedEventLoopGroup.singleton)
    let logger = self.logger
    let samples = SampleServices(press, logger: logger)
    let reader = NewsroomService(
      library: library, fetcher: fetcher, samples: samples, endsAfterFirst: true,
      pictures: pictures(fetcher))
    try await run(samples.services + [reader], fetcher, logger)
  }

  /// Serves the paper at once and reads beside it until a signal ends it.
  func serve() async throws {
    let shelf = Shelf(
      seen: try library.lastChange(), root: Links.root(of: decided.text(.base) ?? ""))
    let fetcher = Fetcher(settings: settings, group: MultiThreadedEventLoopGroup.singleton)
    let hubs = hubCallback.map { HubDesk(library: library, fetcher: fetcher, base: $0) }
    let settings = try siteSettings
    let ownHub = settings.hub.map { _ in
      OwnHub(library: library, fetcher: fetcher, base: settings.base, clock: secondsNow)
    }
    let site = Site(
      library: library, settings: settings, shelf: shelf,
      finder: SourceFinder(library: library, fetcher: fetcher), hubs: hubs, ownHub: ownHub,
      clock: secondsNow)
    let logger = self.logger
    let place = try decided.place
    var limits = ConnectionLimits()
    limits.connections = decided.number(.connections) ?? limits.connections
    let paper = PaperServer.service(
      site: site, host: place.host, port: place.port, limits: limits, logger: logger
    ) { port in
      say("The paper is served on http://\(place.shownHost):\(port)/ – Ctrl-C ends it.")
      Invitation.announce(library, base: "http://\(place.shownHost):\(port)")
    }
    let samples = SampleServices(press, logger: logger)
    let reader = NewsroomService(
      library: library, fetcher: fetcher, samples: samples, hubs: hubs,
      retention: Retention(
        days: decided.number(.keepDays) ?? 0, articles: decided.number(.keepArticles) ?? 0,
        bytes: decided.bytes(.keepDisk) ?? 0))
    let rehearsal = arrivals > 0 ? [Rehearsal(library: library, perSecond: arrivals)] : []
    let keeper = Quiet(service: ShelfKeeper(site: site, logger: logger))
    let teller = Quiet(
      service: StoryTellerService(StoryTeller(library: library, clock: secondsNow)))
    let pictures = pictures(fetcher).map { pictures in
      [PictureService(pictures: pictures, icons: IconDesk(beside: pictures))]
    }
    try await run(
      [paper, keeper, teller, Messenger(site: site, fetcher: fetcher)] + (pictures ?? [])
        + samples.services + (rehearsal.isEmpty ? [reader] : rehearsal),
      fetcher, logger)
  }

  /// Brings pictures where the operator wants them and libvips' programs are there.
  private func pictures(_ fetcher: Fetcher) -> PictureDesk? {
    guard decided.text(.pictures) != "off", let maker = PictureMaker() else { return nil }
    return PictureDesk(
      library: library, fetcher: fetcher, maker: maker,
      needsPermission: decided.audience == .public)
  }

  /// Runs the services until one ends or a signal comes; the fetcher is shut down either way.
  private func run(_ services: [any Service], _ fetcher: Fetcher, _ logger: Logger) async throws {
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: services.map {
          .init(
            service: Named(service: $0), successTerminationBehavior: .gracefullyShutdownGroup,
            failureTerminationBehavior: .cancelGroup)
        },
        gracefulShutdownSignals: [.sigint, .sigterm], logger: logger))
    do {
      try await group.run()
    } catch {
      try await fetcher.shutdown()
      throw error
    }
    try await fetcher.shutdown()
  }
}

/// A service whose name is its type's: the group that runs it writes its services out, and all they
/// hold takes long to write.
private struct Named: Service, CustomStringConvertible {
  let service: any Service
  var description: String { "\(type(of: service))" }

  func run() async throws { try await service.run() }
}

/// A service that readers do not wait for.
private struct Quiet<Kind: Service>: Service {
  let service: Kind

  func run() async throws {
    try await withTaskExecutorPreference(QuietThreads.pages) { try await service.run() }
  }
}

extension House {
  private var logger: Logger {
    let format = LineLog.Format(rawValue: decided.text(.logFormat) ?? "text") ?? .text
    let level = Logger.Level(rawValue: decided.text(.logLevel) ?? "notice") ?? .notice
    return Logger(label: "presseschau") {
      LineLog(logLevel: level, label: $0, format: format)
    }
  }

  static let sampleNotice = "Musterausgabe: Orte, Personen, Firmen und Medien sind erfunden."

  private var siteSettings: SiteSettings {
    get throws {
      var settings = SiteSettings(
        formToken: String(UInt64.random(in: .min ... .max), radix: 36)
          + String(UInt64.random(in: .min ... .max), radix: 36))
      settings.title = decided.text(.title) ?? settings.title
      settings.base = decided.text(.base) ?? ""
      settings.isPublic = decided.audience == .public
      if settings.isPublic, !settings.base.isEmpty { settings.hub = settings.base + OwnHub.path }
      settings.proxies = try decided.proxies
      settings.userHeader = decided.text(.proxyUser)
      settings.metrics = decided.metricsAudience ?? .local
      settings.searchRate = decided.number(.searchRate) ?? settings.searchRate
      settings.packs = SourcePack.all.map {
        StarterPack(name: $0.name, title: $0.title, sourceCount: $0.count)
      }
      if decided.text(.pictures) != "off" { settings.cards = CardMaker() }
      if press != nil {
        settings.notice = Self.sampleNotice
      }
      return settings
    }
  }
}

extension ListenPlace {
  /// The host as it stands in an address.
  var shownHost: String { host.contains(":") ? "[\(host)]" : host }
}

/// The sample press as services, and the way to wait until all of them answer.
struct SampleServices: Sendable {
  let services: [any Service]
  /// The home pages of the outlets.
  let homes: [String]
  private let running: AsyncStream<Void>

  init(_ press: SamplePress?, logger: Logger) {
    let (running, signal) = AsyncStream<Void>.makeStream()
    self.running = running
    homes = press?.outlets.map { "http://\($0.address):\(press?.port ?? 0)/" } ?? []
    services =
      press.map { press in
        SampleServers(press: press).services(logger: logger) { _ in signal.yield() }
      } ?? []
  }

  /// Returns when all outlets answer.
  func wait() async {
    var left = services.count
    if left == 0 { return }
    for await _ in running {
      left -= 1
      if left == 0 { return }
    }
  }
}

import HTTPTypes
import Hummingbird
import Storage

/// The Google Reader interface, as FreshRSS and others offer it: what NetNewsWire, Reeder, FeedMe,
/// Read You, newsboat, Liferea and RSS Guard speak.
enum GoogleReader {
  static let routes: [ReaderRoute] =
    [
      ReaderRoute(.post, "/accounts/ClientLogin", .googleReader, .anyone, clientLogin),
      ReaderRoute(.get, "/accounts/ClientLogin", .googleReader, .anyone) { _ in
        throw ReaderError.badRequest("Send name and password with POST.")
      },
      ReaderRoute(.get, "/check/compatibility", .googleReader, .anyone) { _ in .text("PASS") },
      ReaderRoute(.get, "/reader/api/0/token", .googleReader) { .text($0.token ?? "") },
      ReaderRoute(.get, "/reader/api/0/user-info", .googleReader, userInfo),
      ReaderRoute(.get, "/reader/api/0/tag/list", .googleReader, tags),
      ReaderRoute(.get, "/reader/api/0/unread-count", .googleReader, unreadCount),
      ReaderRoute(.get, "/reader/api/0/preference/list", .googleReader) { _ in
        .json(["prefs": []])
      },
      ReaderRoute(.get, "/reader/api/0/preference/stream/list", .googleReader) { _ in
        .json(["streamprefs": [:]])
      },
      ReaderRoute(.get, "/reader/api/0/friend/list", .googleReader) { _ in .json(["friends": []]) },
    ] + GoogleStreams.routes + GoogleSubscriptions.routes + GoogleMarks.routes

  /// Answers with a token for this app. An account's password makes a new device; a device's secret
  /// is its own token.
  private static func clientLogin(_ visit: ReaderVisit) async throws -> ReaderAnswer {
    let form = visit.form.adding(visit.query)
    guard let name = form["Email"], let password = form["Passwd"],
      let account = try await SignIn(house: visit.house).account(
        name: name, password: password, from: visit.address, at: visit.now)
    else {
      return .text("Error=BadAuthentication\n", status: .unauthorized)
        .with("X-Reader-Google-Bad-Token", "true")
    }
    var token = password
    if try visit.library.account(ofDevice: Secret(password).hash, at: visit.now) == nil {
      let secret = Secret()
      token = secret.text
      let agent = visit.request.headers[.userAgent]?.prefix(60).trimmed ?? ""
      _ = try visit.library.addDevice(
        secret.hash, fever: nil, of: account.id, name: agent.isEmpty ? "App" : agent,
        at: visit.now)
    }
    if form["output"] == "json" {
      return .json(["SID": .string(token), "LSID": .string(token), "Auth": .string(token)])
    }
    return .text("SID=\(token)\nLSID=\(token)\nAuth=\(token)\n")
  }

  private static func userInfo(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.owner()
    return .json([
      "userId": .string(String(account.id)), "userName": .string(account.name),
      "userProfileId": .string(String(account.id)), "userEmail": .string(account.name),
      "isBloggerUser": false, "signupTimeSec": .int(account.createdAt),
      "isMultiLoginEnabled": false,
    ])
  }

  private static func tags(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.upToDate()
    var tags: [ReaderJSON] = [["id": "user/-/state/com.google/starred"]]
    let folders = Set(try visit.library.subscriptions(of: account.id).map(\.folder))
    for folder in folders.sorted(by: { $0.title < $1.title }) {
      tags.append([
        "id": .string(GoogleStream.label(folder.title)), "label": .string(folder.title),
        "type": "folder",
      ])
    }
    var answer = ReaderAnswer.json(["tags": .array(tags)])
    answer.isTagged = true
    return answer
  }

  private static func unreadCount(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.upToDate()
    let newest = try visit.library.newestArrivals(of: account.id)
    let subscriptions = try visit.library.subscriptions(of: account.id)
    var rows: [ReaderJSON] = []
    var folders: [String: (count: Int, newest: Int64)] = [:]
    func add(_ id: String, _ count: Int, _ at: Int64) {
      rows.append([
        "id": .string(id), "count": .int(count),
        "newestItemTimestampUsec": .string("\(at)000000"),
      ])
    }
    for subscription in subscriptions {
      let at = newest[subscription.id] ?? 0
      add("feed/\(subscription.id)", subscription.unreadCount, at)
      let sum = folders[subscription.folder.title, default: (0, 0)]
      folders[subscription.folder.title] = (
        sum.count + subscription.unreadCount, max(sum.newest, at)
      )
    }
    for (title, sum) in folders.sorted(by: { $0.key < $1.key }) {
      add(GoogleStream.label(title), sum.count, sum.newest)
    }
    add(
      "user/-/state/com.google/reading-list", subscriptions.reduce(0) { $0 + $1.unreadCount },
      newest.values.max() ?? 0)
    return .json(["max": 1_000_000, "unreadcounts": .array(rows)])
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}

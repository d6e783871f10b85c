import Feeds
import Fetching
package import Press
import Storage

extension SourceFault {
  /// What an error of fetching, reading or adding means, without the words.
  package init(_ error: any Error, about subject: String = "") {
    switch error {
    case let fault as SourceFault: self = fault
    case let error as FetchError: self = Self.fault(error)
    case let error as FeedError:
      guard case .notAFeed(let what) = error else {
        self.init(.notAFeed, subject)
        return
      }
      self.init(.notAFeed, subject, detail: what)
    case let error as SourceError: self = Self.fault(error)
    default: self.init(.other, subject, detail: "\(error)")
    }
  }

  private static func fault(_ error: SourceError) -> SourceFault {
    switch error {
    case .notAnAddress(let text): SourceFault(.notAnAddress, text)
    case .nothingFound(let url): SourceFault(.nothingFound, url)
    case .noSuchPack(let name, let known):
      SourceFault(.noSuchPack, name, detail: known.joined(separator: ", "))
    case .emptyList: SourceFault(.emptyList)
    }
  }

  private static func fault(_ error: FetchError) -> SourceFault {
    let url = error.url
    return switch error {
    case .notAnAddress(_, let why): SourceFault(.notAnAddress, url, detail: why)
    case .forbiddenAddress(_, let why): SourceFault(.forbidden, url, detail: why)
    case .forbiddenByRobots: SourceFault(.robots, url)
    case .robotsUnavailable(_, let why): SourceFault(.robotsUnavailable, url, detail: why)
    case .nameNotFound(_, let host): SourceFault(.nameNotFound, url, detail: host)
    case .notConnected(_, let why): SourceFault(.notConnected, url, detail: why)
    case .untrustedCertificate: SourceFault(.untrustedCertificate, url)
    case .timedOut(_, let seconds): SourceFault(.timedOut, url, number: seconds)
    case .brokenAnswer(_, let why): SourceFault(.broken, url, detail: why)
    case .tooLarge(_, let limit): SourceFault(.tooLarge, url, number: limit)
    case .headersTooLarge(_, let limit): SourceFault(.broken, url, number: limit)
    case .badCoding(_, let why): SourceFault(.badPacking, url, detail: why)
    case .tooManyRedirects(_, let limit): SourceFault(.redirects, url, number: limit)
    case .badRedirect(_, let why): SourceFault(.redirects, url, detail: why)
    case .gone: SourceFault(.gone, url, number: 410)
    case .busy(_, let status, let seconds):
      SourceFault(.busy, url, number: status, detail: seconds.map(String.init))
    case .refused(_, let status): refusal(status, url)
    case .empty: SourceFault(.empty, url)
    case .cancelled, .closed: SourceFault(.stopped, url)
    }
  }

  private static func refusal(_ status: Int, _ url: String) -> SourceFault {
    switch status {
    case 401, 402, 403, 407: SourceFault(.denied, url, number: status)
    case 404: SourceFault(.notFound, url, number: status)
    default: SourceFault(.refused, url, number: status)
    }
  }
}

/// The sections of the paper, one list for all outlets.
public enum Section: String, Sendable, Hashable, Codable, CaseIterable {
  /// General news, the world.
  case politik
  case wirtschaft
  /// Business; below `wirtschaft`.
  case unternehmen
  case technik
  case wissen
  case kultur
  case unterhaltung
  case sport
  case panorama
  case regionen
  case medien
}

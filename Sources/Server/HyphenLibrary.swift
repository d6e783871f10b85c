import Editions
import Glibc
import Press
import Synchronization

/// German hyphenation by libhyphen with Debian's patterns, both looked for at run time: the
/// packages `libhyphen0` and `hyphen-de`. Where one is missing, headlines are not divided.
enum HyphenLibrary {
  /// The hyphenator of this process; the patterns are read once.
  static let german: Hyphenator? = {
    guard let patterns = Patterns(library: "libhyphen.so.0", file: file) else { return nil }
    return Hyphenator(language: .german) { patterns.places(in: $0) }
  }()

  private static let file = "/usr/share/hyphen/hyph_de_DE.dic"
}

/// One set of patterns, and the words it was asked for already.
private final class Patterns: Sendable {
  private typealias Load = @convention(c) (UnsafePointer<CChar>) -> UnsafeMutableRawPointer?
  private typealias Hyphenate =
    @convention(c) (
      UnsafeMutableRawPointer, UnsafePointer<CChar>, CInt, UnsafeMutablePointer<CChar>
    ) -> CInt

  private struct State {
    var patterns: UInt
    var hyphenate: Hyphenate
    var known: [[UInt8]: [Int]] = [:]
  }

  private let state: Mutex<State>
  private static let mostKnown = 20_000
  /// libhyphen writes into room of ours; longer words are no words.
  private static let longest = 120

  init?(library: String, file: String) {
    guard access(file, R_OK) == 0, let handle = dlopen(library, RTLD_NOW),
      let load = dlsym(handle, "hnj_hyphen_load"),
      let hyphenate = dlsym(handle, "hnj_hyphen_hyphenate"),
      let patterns = unsafeBitCast(load, to: Load.self)(file)
    else { return nil }
    // The two functions are those of hyphen.h, unchanged since 2.4 (2008).
    state = Mutex(
      State(
        patterns: UInt(bitPattern: patterns),
        hyphenate: unsafeBitCast(hyphenate, to: Hyphenate.self)))
  }

  /// UTF-8 offsets at which a word may be divided.
  func places(in word: [UInt8]) -> [Int] {
    state.withLock { state in
      if let known = state.known[word] { return known }
      let places = Self.places(in: word, state)
      if state.known.count >= Self.mostKnown { state.known.removeAll() }
      state.known[word] = places
      return places
    }
  }

  /// The patterns are in Latin-1 and in small letters.
  private static func places(in word: [UInt8], _ state: State) -> [Int] {
    guard let patterns = UnsafeMutableRawPointer(bitPattern: state.patterns) else { return [] }
    var latin: [CChar] = []
    var ends: [Int] = []
    var offset = 0
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      guard scalar.value < 0x100 else { return [] }
      let byte = UInt8(scalar.value)
      let isCapital = (0x41...0x5A).contains(byte) || (0xC0...0xDE).contains(byte)
      latin.append(CChar(bitPattern: isCapital ? byte | 0x20 : byte))
      offset += UTF8.width(scalar)
      ends.append(offset)
    }
    guard latin.count <= longest else { return [] }
    var marks = [CChar](repeating: 0, count: longest + 16)
    guard state.hyphenate(patterns, latin + [0], CInt(latin.count), &marks) == 0 else { return [] }
    return ends.indices.dropLast().filter { marks[$0] & 1 == 1 }.map { ends[$0] }
  }
}

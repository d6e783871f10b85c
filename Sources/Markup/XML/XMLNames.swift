/// The names of a document, each kept once, and the namespaces that are open at a place.
struct XMLNames {
  private struct Binding {
    var prefix: Range<Int>
    var namespace: Int32
  }

  /// More names than this are the work of an attacker; further ones all become name 0.
  static let limit = 4096
  /// More open declarations than this are ignored, so that looking one up stays cheap.
  static let bindingLimit = 128

  private(set) var names: [XMLTree.Name] = [XMLTree.Name(namespace: "", prefix: "", local: "")]
  private var namespaces: [String] = ["", "http://www.w3.org/XML/1998/namespace"]
  private var places = ["": 0, "http://www.w3.org/XML/1998/namespace": 1]
  private(set) var declared: [XMLTree.Namespace] = []
  private var bindings: [Binding] = []
  private var table: [Int32]
  private var keys: [UInt64] = [0]

  init() { table = Array(repeating: -1, count: 2 * Self.limit) }

  var bindingCount: Int { bindings.count }

  mutating func closeBindings(to count: Int) { bindings.removeLast(bindings.count - count) }

  /// Opens a namespace declaration; `prefix` is a range of the source, empty for the default one.
  mutating func bind(prefix: Range<Int>, to namespace: String, in source: Span<UInt8>) {
    guard bindings.count < Self.bindingLimit else { return }
    let index: Int
    if let known = places[namespace] {
      index = known
    } else if namespaces.count < 512 {
      index = namespaces.count
      places[namespace] = index
      namespaces.append(namespace)
      declared.append(
        XMLTree.Namespace(prefix: Self.string(prefix, in: source), address: namespace))
    } else {
      index = 0
    }
    bindings.append(Binding(prefix: prefix, namespace: Int32(index)))
  }

  /// The number of a name; attributes without a prefix have no namespace.
  mutating func intern(
    _ range: Range<Int>, isAttribute: Bool, in source: Span<UInt8>, undeclared: inout Bool
  ) -> Int32 {
    var colon = -1
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in range {
      let byte = source[index]
      if byte == UInt8(ascii: ":"), colon < 0 { colon = index }
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    let prefix = colon < 0 ? range.lowerBound..<range.lowerBound : range.lowerBound..<colon
    let namespace = isAttribute && colon < 0 ? 0 : resolve(prefix, in: source)
    if namespace < 0 { undeclared = true }
    hash = (hash ^ UInt64(truncatingIfNeeded: namespace)) &* 0x0000_0100_0000_01b3
    hash ^= hash >> 29
    var slot = Int(truncatingIfNeeded: hash & UInt64(table.count - 1))
    while table[slot] >= 0 {
      let found = table[slot]
      if keys[Int(found)] == hash { return found }
      slot = (slot + 1) & (table.count - 1)
    }
    guard names.count < Self.limit else { return 0 }
    let local = colon < 0 ? range : colon + 1..<range.upperBound
    names.append(
      XMLTree.Name(
        namespace: namespace < 0 ? "" : namespaces[Int(namespace)],
        prefix: Self.string(prefix, in: source), local: Self.string(local, in: source)))
    keys.append(hash)
    table[slot] = Int32(names.count - 1)
    return table[slot]
  }

  /// The namespace of a prefix: 0 none, -1 never declared.
  private func resolve(_ prefix: Range<Int>, in source: Span<UInt8>) -> Int32 {
    for binding in bindings.reversed() where Self.equal(binding.prefix, prefix, in: source) {
      return binding.namespace
    }
    if prefix.isEmpty { return 0 }
    return Self.equals(prefix, "xml", in: source) ? 1 : -1
  }

  static func string(_ range: Range<Int>, in source: Span<UInt8>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for index in range { bytes.append(source[index]) }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func equal(_ left: Range<Int>, _ right: Range<Int>, in source: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    var a = left.lowerBound
    for b in right {
      if source[a] != source[b] { return false }
      a += 1
    }
    return true
  }

  static func equals(_ range: Range<Int>, _ word: StaticString, in source: Span<UInt8>) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { buffer in
      for (offset, byte) in buffer.enumerated() where source[range.lowerBound + offset] != byte {
        return false
      }
      return true
    }
  }
}

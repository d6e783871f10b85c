import Foundation
import Packing

/// Values as they lie in a column: our compact coding (`FoldedEncoder`), packed with zstd. What
/// libraries hold from before that is JSON, and is read as such.
enum Folded {
  /// No value of ours is larger; what says it is, was damaged.
  private static let limit = 64 << 20

  static func fold(_ value: some Encodable) throws -> Data {
    Data(Packing.zstd(try FoldedEncoder.bytes(of: value)))
  }

  static func unfold<Value: Decodable>(_ type: Value.Type, _ data: Data) throws -> Value {
    let bytes = try Packing.unzstd([UInt8](data), limit: limit)
    if bytes.first == FoldedCoding.version { return try FoldedDecoder.value(type, of: bytes) }
    return try JSONDecoder().decode(type, from: Data(bytes))
  }
}

extension Folded {
  /// Bytes as fetched, packed.
  static func pack(_ bytes: [UInt8]) -> Data { Data(Packing.zstd(bytes)) }

  static func unpack(_ data: Data) throws -> [UInt8] {
    try Packing.unzstd([UInt8](data), limit: limit)
  }
}

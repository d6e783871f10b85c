import Foundation
import Packing

/// Values as they lie in a column: JSON, packed with zstd.
enum Folded {
  /// No value of ours is larger; what says it is, was damaged.
  private static let limit = 64 << 20

  static func fold(_ value: some Encodable) throws -> Data {
    Data(Packing.zstd([UInt8](try JSONEncoder().encode(value))))
  }

  static func unfold<Value: Decodable>(_ type: Value.Type, _ data: Data) throws -> Value {
    let json = try Packing.unzstd([UInt8](data), limit: limit)
    return try JSONDecoder().decode(type, from: Data(json))
  }
}

extension Folded {
  /// Bytes as fetched, packed.
  static func pack(_ bytes: [UInt8]) -> Data { Data(Packing.zstd(bytes)) }

  static func unpack(_ data: Data) throws -> [UInt8] {
    try Packing.unzstd([UInt8](data), limit: limit)
  }
}

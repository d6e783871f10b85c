import Foundation

/// Bytes as Base64, for lines of JSON.
enum Base64Text {
  static func encode(_ bytes: [UInt8]) -> [UInt8] { Array(Data(bytes).base64EncodedData()) }
}

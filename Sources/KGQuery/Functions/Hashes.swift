internal import Crypto
internal import Foundation
internal import KGSPARQL

/// Hash functions (SPARQL 1.1 Query Language, section 17.4.6) over the UTF-8 form, in hexadecimal digits.
enum Hashes {
  static func digest(_ function: BuiltInFunction, of text: String) -> String {
    let data = Data(text.utf8)
    return switch function {
    case .md5: form(Insecure.MD5.hash(data: data))
    case .sha1: form(Insecure.SHA1.hash(data: data))
    case .sha256: form(SHA256.hash(data: data))
    case .sha384: form(SHA384.hash(data: data))
    default: form(SHA512.hash(data: data))
    }
  }

  private static func form(_ digest: some Sequence<UInt8>) -> String {
    digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

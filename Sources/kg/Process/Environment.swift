import Foundation
import KnowledgeGraph

/// Reads single environment variables; Foundation would copy all of them first.
enum Environment {
  /// The value; bytes that are not UTF-8 are escaped, as ``FilePath`` reads them.
  static subscript(name: String) -> String? {
    getenv(name).map { value in
      String(
        escaping: UnsafeBufferPointer(start: value, count: strlen(value)).map(
          UInt8.init(bitPattern:)))
    }
  }
}

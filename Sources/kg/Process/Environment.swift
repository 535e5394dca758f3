import Foundation

/// Reads single environment variables; Foundation would copy all of them first.
enum Environment {
  static subscript(name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

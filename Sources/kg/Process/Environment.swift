import Foundation

/// Variables of the environment one by one: Foundation makes a table of all of them first.
enum Environment {
  static subscript(name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

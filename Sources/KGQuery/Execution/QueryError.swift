internal import Foundation

/// Why a query was not executed to its end.
public enum QueryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The IRI of a function or cast that is not implemented.
  case unknownFunction(String)
  /// The query asks another endpoint with SERVICE.
  case service(String)
  /// The time limit has passed.
  case timeout(seconds: Double)
  /// The limit for rows in memory has been reached.
  case memory(bytes: Int)
  /// The plan has more nested steps than this.
  case depth(Int)
  /// The caller has cancelled the query.
  case cancelled

  /// A sentence without the final period.
  public var description: String {
    switch self {
    case .unknownFunction(let name): "the function <\(name)> is not known here"
    case .service(let name):
      "SERVICE \(name) asks another endpoint, and queries do not use the network"
    case .timeout(let seconds): "stopped after \(seconds.formatted()) s"
    case .memory(let bytes):
      "stopped: more than \(bytes >> 20) MB of intermediate rows"
    case .depth(let limit):
      "too many nested joins: \(limit) steps at most; split the query"
    case .cancelled: "stopped"
    }
  }
}

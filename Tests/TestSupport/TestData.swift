public import Foundation

/// Test data that is not part of the repository: the tests that need it are skipped without it, and
/// the last lines of the test run name them.
public enum TestData: String, Sendable {
  /// The W3C suites for RDF and SPARQL.
  case suites
  /// Real profiles.
  case seeds
  /// Hand-made records of real profiles, and the Python scorer.
  case gold

  /// Where it lies: the folder named by the variable (`KG_SUITES` …), else one beside the project.
  public var folder: URL {
    if let path = ProcessInfo.processInfo.environment[variable], !path.isEmpty {
      return URL(fileURLWithPath: path)
    }
    return Self.project.deletingLastPathComponent().appendingPathComponent("shared/\(rawValue)")
  }

  /// The environment variable that names another folder.
  public var variable: String { "KG_" + rawValue.uppercased() }

  public var isPresent: Bool { absence() == nil }

  /// Why a test that needs a file or folder of the data is skipped; `nil` when it is there.
  ///
  /// - Parameter path: Inside the folder; empty for the folder itself.
  public func absence(of path: String = "") -> String? {
    let place = path.isEmpty ? folder : folder.appendingPathComponent(path)
    guard !FileManager.default.fileExists(atPath: place.path) else { return nil }
    return
      "needs \(place.path), which is absent; \(variable) names another folder than \(folder.path)"
  }

  /// The folder of the package.
  public static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}

internal import Foundation

/// A folder that is gone when the test is over.
public final class TemporaryFolder {
  public let path: String

  public init() throws {
    path = NSTemporaryDirectory() + "kg-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)  // nothing depends on it
  }

  public func file(_ name: String) -> String { path + "/" + name }
}

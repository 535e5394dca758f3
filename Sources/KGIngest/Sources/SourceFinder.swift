internal import Foundation

/// A file to read, by the name that its statements will carry.
public struct SourceFile: Hashable, Sendable {
  /// As given, without `./` and inner `..`: the source's identity.
  public let path: String
  public let absolutePath: String

  public static let standardInput = SourceFile(path: "-", absolutePath: "-")

  /// What a graph calls the source.
  public var name: String { self == .standardInput ? "stdin" : path }
}

/// Why a path gives nothing to read.
public enum UnreadablePath: Error, Hashable, Sendable, CustomStringConvertible {
  case missing(String)
  case noPermission(String)
  case noDocuments(folder: String)
  case notAFile(String)
  case failed(String, reason: String)

  public var description: String {
    switch self {
    case .missing(let path): "\(path): no such file or folder"
    case .noPermission(let path): "\(path): not readable; check its permissions"
    case .noDocuments(let folder):
      "\(folder): no documents in this folder (looked for \(SourceFinder.endings.sorted().joined(separator: " ")))"
    case .notAFile(let path): "\(path): neither a file nor a folder"
    case .failed(let path, let reason): "\(path): \(reason)"
    }
  }
}

/// Finds the documents that paths name: files as they are, folders by the endings of documents in them.
public enum SourceFinder {
  static let endings: Set<String> = [
    ".md", ".markdown", ".txt", ".html", ".htm", ".tex", ".pdf", ".nt", ".nq", ".ttl", ".trig",
  ]
  /// What may follow an ending.
  static let compressions = ["", ".gz", ".zst"]

  /// The files of a path in the order of their names.
  public static func files(at path: String) throws(UnreadablePath) -> [SourceFile] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missing(path)
    }
    guard isFolder.boolValue else { return [file(path)] }
    guard FileManager.default.isReadableFile(atPath: path),
      let names = try? FileManager.default.subpathsOfDirectory(atPath: path)
    else { throw .noPermission(path) }
    let documents = names.filter { name in
      isDocument(name.lowercased())
        && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    guard !documents.isEmpty else { throw .noDocuments(folder: path) }
    return documents.sorted().map { file(path + "/" + $0) }
  }

  private static func isDocument(_ name: String) -> Bool {
    compressions.contains { compression in
      endings.contains { name.hasSuffix($0 + compression) }
    }
  }

  private static func file(_ path: String) -> SourceFile {
    SourceFile(
      path: normalized(path), absolutePath: URL(fileURLWithPath: path).standardizedFileURL.path)
  }

  /// Without `.` and without `name/..`; leading `..` stay.
  static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// The bytes of a file; of one that is too large for a profile, enough to see that.
  public static func read(_ file: SourceFile) throws -> [UInt8] {
    try SourceInput(file).readAll(limit: DocumentReader.maximumByteCount + 1)
  }
}

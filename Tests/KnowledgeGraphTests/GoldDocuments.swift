import Foundation
import KGIngest

/// The documents of `Tests/Gold`, each with its record.
enum GoldDocuments {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Gold")

  static let folders = ["jekyll", "hugo-and-data", "html", "chinese", "latex-and-pdf", "languages"]

  static func records(of folder: String) -> URL {
    root.appendingPathComponent("records").appendingPathComponent(folder)
  }

  /// Each document is one source, also the folder of a site.
  static func files(in folder: String) throws -> [SourceFile] {
    let path = root.appendingPathComponent("documents").appendingPathComponent(folder).path
    return try FileManager.default.contentsOfDirectory(atPath: path).sorted().flatMap {
      try SourceFinder.files(at: path + "/" + $0)
    }
  }
}

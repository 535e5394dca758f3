import Foundation
import KGIngest
import KGLexicon
import KGProfiles
import TestSupport

/// A document of `Tests/RuleExamples`, or the folder of a site, with the words that its rule reads marked: `⟦2021⟧`.
struct RuleExample: CustomStringConvertible {
  private static let folder = TestData.project.appendingPathComponent("Tests/RuleExamples")

  /// The name of the file or folder: the id of the rule, of a file with the ending of its format.
  let name: String

  /// All examples by name.
  static func all() throws -> [RuleExample] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .map(RuleExample.init)
  }

  /// The id of the rule.
  var ruleID: String {
    isSite ? name : name.split(separator: ".").dropLast().joined(separator: ".")
  }

  var description: String { name }

  private var location: URL { Self.folder.appendingPathComponent(name) }

  private var isSite: Bool {
    (try? location.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
  }

  /// The document without its marks as a source, and the marked words; none where the rule quotes no words.
  func read(in temporary: TemporaryFolder) throws -> (source: SourceFile, words: String)? {
    let files =
      isSite
      ? try FileManager.default.subpathsOfDirectory(atPath: location.path).map { name + "/" + $0 }
      : [name]
    var words = ""
    for file in files {
      let place = Self.folder.appendingPathComponent(file)
      guard try place.resourceValues(forKeys: [.isDirectoryKey]).isDirectory != true else {
        continue
      }
      let text = try String(contentsOf: place, encoding: .utf8)
      if let mark = text.firstMatch(of: /⟦([^⟧]*)⟧/) { words = String(mark.output.1) }
      try temporary.write(text.filter { $0 != "⟦" && $0 != "⟧" }, to: file)
    }
    return try SourceFinder.files(at: temporary.file(name)).first.map { ($0, words) }
  }
}

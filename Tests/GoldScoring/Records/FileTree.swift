internal import Foundation
internal import KGModel

/// Files and folders by their paths.
enum FileTree {
  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// The files of a folder and its subfolders whose names end in one of the endings (in lower case,
  /// without a full stop), sorted by path.
  static func files(in folder: String, withEndings endings: Set<String>) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { endings.contains(ending(of: $0)) }.map { folder + "/" + $0 }
      .sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }

  /// The part of a file name after its last full stop, in lower case; empty when it has none.
  static func ending(of path: String) -> String { PathText(path).ending ?? "" }
}

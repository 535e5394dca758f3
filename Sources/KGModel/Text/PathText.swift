/// The parts of the path of a file. Slashes and full stops are searched as bytes: as a `Character`, a slash
/// includes a combining mark at the start of the name after it.
///
///     PathText("a/b/cv.tar.gz").name    // "cv.tar.gz"
///     PathText("a/b/cv.tar.gz").stem    // "cv"
///     PathText("a/b/cv.tar.gz").ending  // "gz"
///     PathText("a/b/cv.tar.gz").folder  // "a/b"
package struct PathText: Sendable {
  package let text: String

  private static let slash = UInt8(ascii: "/")
  private static let fullStop = UInt8(ascii: ".")

  package init(_ text: String) {
    self.text = text
  }

  /// The names between the slashes, without empty ones.
  package var components: [String] {
    text.utf8.split(separator: Self.slash).map { String(Substring($0)) }
  }

  /// The last component; the text itself when it has none.
  package var name: String { components.last ?? text }

  /// The name up to its first full stop, those at its start apart: `profile` for `.profile`.
  package var stem: String {
    let name = name
    return name.utf8.split(separator: Self.fullStop).first.map { String(Substring($0)) } ?? name
  }

  /// The part of the name after its last full stop, in lower case; `nil` when nothing precedes or follows it.
  package var ending: String? {
    let name = name
    guard let dot = name.utf8.lastIndex(of: Self.fullStop), dot > name.startIndex else {
      return nil
    }
    let ending = Substring(name.utf8[dot...].dropFirst())
    return ending.isEmpty ? nil : ending.lowercased()
  }

  /// The folder that the file is in, as `dirname` of POSIX has it: `.` for a name alone, `/` for one in the root.
  package var folder: String {
    let path = Self.withoutSlashesAtEnd(text.utf8[...])
    guard let last = path.lastIndex(of: Self.slash) else {
      return path.isEmpty && !text.isEmpty ? "/" : "."
    }
    let folder = Self.withoutSlashesAtEnd(path[...last])
    return folder.isEmpty ? "/" : String(Substring(folder))
  }

  private static func withoutSlashesAtEnd(_ path: Substring.UTF8View) -> Substring.UTF8View {
    var path = path
    while path.last == slash { path = path.dropLast() }
    return path
  }

  /// Whether the file is in a folder or its subfolders, by the text of both paths.
  package func isWithin(_ folder: String) -> Bool { text.utf8.starts(with: (folder + "/").utf8) }

  /// Whether the path ends with one of some texts.
  package func ends(with endings: some Sequence<String>) -> Bool {
    endings.contains { text.utf8.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }
}

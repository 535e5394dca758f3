import Foundation
import KGModel

/// A label broken into lines that make a compact node: titles wrap between words, or between Han
/// characters, and end in an ellipsis when they are longer than the node may be.
///
///     LabelLines("On the Electrodynamics of Moving Bodies", kind: .paper).text
///     // "On the Electrodynamics of Moving\nBodies"
struct LabelLines {
  let text: String

  /// In terminal cells; a Han character takes two.
  private static let maximumWidth = 32
  /// A name in two scripts has two lines, each of which may be long.
  private static let maximumLines = 4

  init(_ label: String, kind: Drawing.Kind) {
    // People's names stay whole: a broken name is read as two.
    guard kind != .person else {
      text = label
      return
    }
    let lines = label.split(whereSeparator: \.isNewline).flatMap { Self.wrapped(String($0)) }
    let shown = lines.prefix(Self.maximumLines).joined(separator: "\n")
    text = lines.count > Self.maximumLines ? shown + "…" : shown
  }

  private static func wrapped(_ line: String) -> [String] {
    var lines: [String] = []
    var current = ""
    for piece in pieces(of: line) {
      if !current.isEmpty, displayWidth(current) + displayWidth(piece.trimmed) > maximumWidth {
        lines.append(current.trimmed)
        current = ""
      }
      current += piece
    }
    return current.trimmed.isEmpty ? lines : lines + [current.trimmed]
  }

  /// The line cut where it may break: after spaces, and after each Han character.
  private static func pieces(of line: String) -> [String] {
    var pieces = [""]
    for character in line {
      pieces[pieces.count - 1].append(character)
      if character == " " || character.isHan { pieces.append("") }
    }
    return pieces.filter { !$0.isEmpty }
  }
}

extension Character {
  fileprivate var isHan: Bool { unicodeScalars.contains(where: \.isHan) }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}

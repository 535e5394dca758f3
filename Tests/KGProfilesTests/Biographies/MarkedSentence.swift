import KGText
import Testing

@testable import KGProfiles

/// A sentence whose parts are marked: `⟦role:lecturer⟧ at ⟦place:Norvale University⟧`.
struct MarkedSentence: Sendable, CustomTestStringConvertible {
  let text: String
  /// The marks from left to right, as “kind:text”.
  let marked: [String]

  init(_ text: String) {
    var (plain, rest, marked) = ("", text[...], [String]())
    while let start = rest.firstIndex(of: "⟦"), let end = rest.firstIndex(of: "⟧") {
      let mark = rest[rest.index(after: start)..<end]
      marked.append(String(mark))
      plain += rest[..<start] + mark.drop { $0 != ":" }.dropFirst()
      rest = rest[rest.index(after: end)...]
    }
    self.text = plain + rest
    self.marked = marked
  }

  var testDescription: String { text }

  var sentence: ProseSentence? { ProseSentence(SourceText(plain: text).whole) }

  /// What is found of the kinds, in the form of the marks.
  func found(_ kinds: Set<String>) -> [String] {
    sentence?.marks.compactMap { mark in
      let name = mark.kind.name
      return kinds.contains(name) ? name + ":" + mark.span.string : nil
    } ?? []
  }

}

extension ProseMark.Kind {
  /// What tests call a mark.
  var name: String {
    switch self {
    case .place: "place"
    case .unit: "unit"
    case .role: "role"
    case .degree: "degree"
    case .date: "date"
    case .advisers: "advisers"
    case .name: "name"
    case .person: "person"
    case .cue: "cue"
    case .comma, .semicolon, .opening, .closing: "sign"
    }
  }
}

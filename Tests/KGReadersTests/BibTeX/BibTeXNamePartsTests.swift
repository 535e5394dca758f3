import KGText
import Testing

@testable import KGReaders

/// The examples are of the forms that “Tame the BeaST” lists.
@Suite("BibTeX: parts of names")
struct BibTeXNamePartsTests {
  private func parts(_ name: String) -> [String] {
    let found = bibTeX("@misc{a, author = {\(name)}}").entries.first?.authors?.names.first
    return [found?.given, found?.particle, found?.family, found?.suffix].map { $0?.collapsed ?? "" }
  }

  @Test(
    "First von Last: von are words with a small first letter, and the last word is never one",
    arguments: [
      ("Quill", ["", "", "Quill", ""]),
      ("quill", ["", "", "quill", ""]),
      ("Ada Quill", ["Ada", "", "Quill", ""]),
      ("Ada quill", ["Ada", "", "quill", ""]),
      ("Ada von Quill", ["Ada", "von", "Quill", ""]),
      ("Ada von De la Quill Mill", ["Ada", "von De la", "Quill Mill", ""]),
      ("ada von quill", ["", "ada von", "quill", ""]),
      ("Ada {von} Quill", ["Ada von", "", "Quill", ""]),
      ("Ada {\\'e}l Quill", ["Ada", "él", "Quill", ""]),
      ("Ada {\\'E}l Quill", ["Ada Él", "", "Quill", ""]),
      ("Ada {\\o}st Quill", ["Ada", "øst", "Quill", ""]),
      ("Ada 1st Quill", ["Ada", "1st", "Quill", ""]),
      ("Ada élan Quill", ["Ada", "élan", "Quill", ""]),
      ("Ada d'Mill", ["Ada", "", "d'Mill", ""]),
      ("Ada Mill-Quill", ["Ada", "", "Mill-Quill", ""]),
    ])
  func firstLast(name: String, expected: [String]) {
    #expect(parts(name) == expected)
  }

  @Test(
    "von Last, First and von Last, Jr, First",
    arguments: [
      ("Quill, Ada", ["Ada", "", "Quill", ""]),
      ("von Quill, Ada", ["Ada", "von", "Quill", ""]),
      ("von quill, Ada", ["Ada", "von", "quill", ""]),
      ("Quill Mill, Ada B.", ["Ada B.", "", "Quill Mill", ""]),
      ("De la Quill, Ada", ["Ada", "De la", "Quill", ""]),
      ("von Quill, Jr., Ada", ["Ada", "von", "Quill", "Jr."]),
      ("Quill, {\\relax Ch}ad", ["Chad", "", "Quill", ""]),
    ])
  func lastFirst(name: String, expected: [String]) {
    #expect(parts(name) == expected)
  }
}

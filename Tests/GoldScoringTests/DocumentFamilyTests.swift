import Foundation
import Testing

@testable import GoldScoring

@Suite("Families of gold documents")
struct DocumentFamilyTests {
  @Test(
    "A language is a code of two letters, or two that differ",
    arguments: [
      ("en", true), ("zh+en", true), ("EN", false), ("eng", false), ("en+", false),
      ("en+en", false),
      ("en+zh+ja", false), ("", false), ("é", false),
    ])
  func language(text: String, isLanguage: Bool) {
    #expect(DocumentFamily.isLanguage(text) == isLanguage)
  }

  private static func gold() throws -> [GoldDocument] {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    return try GoldSet(folder: tests.appendingPathComponent("Gold")).documents
  }

  @Test("Every record of Tests/Gold states the family of its document, in the form that it has")
  func forms() throws {
    for document in try Self.gold() {
      let name = document.record.document
      #expect(document.record.family != nil, "\(name)")
      #expect(document.record.family?.form == DocumentForm(seenIn: document), "\(name)")
    }
  }

  private static let eastAsian: [DocumentLanguage] = [.chinese, .japanese, .korean]

  /// Titles of papers are mostly English, so that among languages in Latin letters the words alone do not decide.
  @Test("A record that states a language states one of the script that the text shows")
  func languages() throws {
    for document in try Self.gold() {
      guard let family = document.record.family, !family.language.contains("+") else { continue }
      let (stated, shown) = (DocumentLanguage(of: document), DocumentLanguage(seenIn: document))
      let name = document.record.document
      #expect(stated != .unknown, "\(name)")
      if Self.eastAsian.contains(stated) || Self.eastAsian.contains(shown) {
        #expect(stated == shown, "\(name)")
      }
    }
  }

  /// With fewer, much would be left out at once; with more, hardly anything with its like.
  @Test("Documents of one template and form are left out together: a group has three on average")
  func groups() throws {
    let families = try Self.gold().compactMap(\.record.family)
    let groups = Set(families.map { $0.template + " " + $0.form.rawValue })
    #expect((35...70).contains(groups.count), "\(groups.sorted())")
  }
}

import Foundation
import KGIngest
import KGProfiles
import KGText
import KGModel
import Testing

/// Every fact has a receipt: the words that it quotes are at the place that it names.
@Suite("Receipts of documents")
struct DocumentReceiptTests {
  @Test("The words of every receipt occur in its lines", arguments: GoldDocuments.folders)
  func words(folder: String) throws {
    var missing: [String] = []
    var count = 0
    for file in try GoldDocuments.files(in: folder) {
      let extraction = try ProfileExtractor.extract(file)
      let bytes = try file.isSite ? [] : Array(Data(contentsOf: URL(fileURLWithPath: file.path)))
      let statements = ProfileEmitter.statements(
        of: extraction, source: SourceKey(path: file.path), documentName: "document")
      for receipt in statements.flatMap(\.receipts) where !receipt.words.isEmpty {
        count += 1
        let range = try #require(receipt.byteRange)
        let lines = extraction.places.lines(
          ofPart: receipt.part, around: range, of: bytes)
        // What a command of the document's own prints is said where it is called.
        let isCall = file.path.hasSuffix(".tex") && lines.contains(/\\[A-Za-z]+/)
        if !isCall, !Self.occur(receipt.words, in: Self.plain(lines)) {
          missing.append("\(file.path):\(receipt.place): \(receipt.words) (\(receipt.rule))")
        }
      }
    }
    #expect(count > 500)
    #expect(
      missing.isEmpty,
      "\(missing.count) of \(count):\n\(missing.prefix(12).joined(separator: "\n"))")
  }

  /// Whether half of the words of a quote occur in the lines, however they are separated.
  private static func occur(_ words: String, in lines: String) -> Bool {
    let text = parts(lines).joined()
    let wanted = parts(words).filter {
      $0.count > 2 || $0.unicodeScalars.contains { $0.value > 0x2E80 }
    }
    guard !wanted.isEmpty else { return true }
    return wanted.filter { text.contains($0) }.count * 2 >= wanted.count
  }

  /// Letters that markup spells: `&uuml;`, `&#24180;`, `\"u`, `{\c c}`.
  private static func plain(_ lines: String) -> String {
    lines
      .replacing("&nbsp;", with: " ")
      .replacing(/\]\([^)]*\)/, with: "]")
      .replacing(/&([A-Za-z])[a-z]{2,6};/) { String($0.output.1) }
      .replacing(/&#([0-9]+);/) { match in
        UInt32(match.output.1).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
      }
      .replacing(/&#x([0-9A-Fa-f]+);/) { match in
        UInt32(match.output.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
      }
      .replacing(/\\['"`^~=.]|\\[cvuHkdbr](?=[ {])|[{}]/, with: "")
      .replacing(/<[^h>][^>]*>|<h[1-6r][^>]*>/, with: " ")
  }

  private static func parts(_ text: String) -> [String] {
    foldedKey(text).split(separator: " ").map(String.init)
  }
}

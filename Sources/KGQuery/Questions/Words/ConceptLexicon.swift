internal import KGModel

/// The meanings of the words in questions, read from `queries/words.tsv`.
struct ConceptLexicon: Sendable {
  /// The meaning of words that do not matter in a question.
  static let stopWord = "-"

  private let concepts: [String: String]
  private let longest: Int

  init(_ table: [UInt8] = PackageResources.words_tsv) {
    var concepts: [String: String] = [:]
    for row in TabSeparatedTable(table).rows {
      for phrase in TabSeparatedTable.values(row.cell(1)) + TabSeparatedTable.values(row.cell(2)) {
        concepts[Self.key(QuestionWords(phrase).words.map(\.text)[...])] = row.cell(0)
      }
    }
    self.concepts = concepts
    longest = concepts.keys.map { $0.split(separator: " ").count }.max() ?? 1
  }

  private static func key(_ words: ArraySlice<String>) -> String { words.joined(separator: " ") }

  /// A range of words and their meaning; `nil` for a word that the table does not have.
  struct Reading {
    let range: Range<Int>
    let concept: String?
  }

  /// Splits words into the longest phrases of the table.
  func read(_ words: [String]) -> [Reading] {
    var readings: [Reading] = []
    var place = 0
    while place < words.count {
      let match = stride(from: min(longest, words.count - place), through: 1, by: -1).lazy
        .compactMap { length -> Reading? in
          concept(words[place..<place + length]).map {
            Reading(range: place..<place + length, concept: $0)
          }
        }.first
      let reading = match ?? Reading(range: place..<place + 1, concept: nil)
      readings.append(reading)
      place = reading.range.upperBound
    }
    return readings
  }

  /// The meaning of a phrase, also in another grammatical form; `nil` when the table does not have it.
  private func concept(_ words: ArraySlice<String>) -> String? {
    if let known = concepts[Self.key(words)] { return known }
    guard let last = words.last, !last.containsHan else { return nil }
    for ending in ["s", "es", "ed", "d", "ing"] where last.hasSuffix(ending) {
      let stem = String(last.dropLast(ending.count))
      guard stem.count >= 3 else { continue }
      let forms = [stem, ending == "ing" ? stem + "e" : stem]
      for form in forms {
        if let known = concepts[Self.key(words.dropLast() + [form])] { return known }
      }
    }
    return nil
  }
}

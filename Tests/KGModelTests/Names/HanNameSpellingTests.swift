import Foundation
import TestSupport
import Testing

@testable import KGModel

@Suite("Han names and how their bearers write them in Latin letters")
struct HanNameSpellingTests {
  private struct Row {
    let han: String
    let latin: String
    let parsed: (han: PersonName, latin: PersonName)

    init(_ han: String, _ latin: String) {
      (self.han, self.latin) = (han, latin)
      parsed = (PersonName(han), PersonName(latin))
    }

    func compatibility(with other: Row) -> NameCompatibility {
      parsed.han.compatibility(with: other.parsed.latin)
    }
  }

  private static let rows: [Row] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("han-names.tsv")
    return ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { line in
        let cells = line.split(separator: "\t").map(String.init)
        return Row(cells[0], cells[1])
      }
  }()

  @Test("the spelling of a name's bearer never contradicts the name")
  func right() {
    #expect(Self.rows.count >= 300)
    let wrong = Self.rows.filter { $0.compatibility(with: $0) == .contradictory }
    #expect(Double(wrong.count) <= 0.01 * Double(Self.rows.count), "\(wrong.map(\.latin))")
  }

  @Test("a name that is spelled by pinyin agrees with its spelling")
  func pinyin() {
    let spelled = Self.rows.filter { $0.compatibility(with: $0) == .spelling }
    #expect(spelled.count > 220)
  }

  @Test("the spellings of other people's names do not agree with a name")
  func others() {
    var pairs = 0
    var wrong: [(String, String)] = []
    for row in Self.rows {
      let own = Self.rows.filter { $0.han == row.han }.map(\.latin)
      for other in Self.rows where other.han != row.han && !own.contains(other.latin) {
        pairs += 1
        if row.compatibility(with: other).mayBeOne {
          wrong.append((row.han, other.latin))
        }
      }
    }
    #expect(pairs > 90_000)
    #expect(Double(wrong.count) < 0.0002 * Double(pairs), "\(wrong)")
  }

  @Test("a spelling of which one syllable is another contradicts the name", arguments: 0..<4)
  func lookAlikes(seed: UInt64) {
    var random = SeededRandom(seed)
    var (pairs, open) = (0, 0)
    var wrong: [(String, String)] = []
    for row in Self.rows where row.compatibility(with: row) == .spelling {
      guard let reading = Pinyin.readings(of: row.han).first else { continue }
      let syllables = reading.family + reading.given
      let place = Int.random(in: 0..<syllables.count, using: &random)
      guard let other = Self.lookAlike(of: syllables[place], in: row.han, place, &random) else {
        continue
      }
      var changed = syllables
      changed[place] = other
      let family = changed.prefix(reading.family.count).joined()
      let given = changed.dropFirst(reading.family.count).joined()
      pairs += 1
      let name = "\(given.capitalized) \(family.capitalized)"
      let found = row.compatibility(with: Row(row.han, name))
      if found.mayBeOne { wrong.append((row.han, name)) }
      if found == .unknown { open += 1 }
    }
    #expect(pairs > 150)
    #expect(Double(wrong.count) < 0.01 * Double(pairs), "\(wrong)")
    // “Tong” is also how 汤 is spelled in Hong Kong.
    #expect(Double(open) < 0.03 * Double(pairs))
  }

  /// A syllable that begins with the same letter or ends in the same way, and is no reading of the character.
  private static func lookAlike(
    of syllable: String, in han: String, _ place: Int, _ random: inout SeededRandom
  ) -> String? {
    let characters = Array(han.unicodeScalars)
    let readings = Set(
      Pinyin.divisions(of: han).flatMap { division in
        let family = division.surname.unicodeScalars.count
        return place < family
          ? division.families
          : division.given.indices.contains(place - family)
            ? division.given[place - family] : []
      })
    let all = Set(
      rows.flatMap { Pinyin.readings(of: $0.han).first.map { $0.family + $0.given } ?? [] })
    return all.sorted().shuffled(using: &random).first { other in
      !readings.contains(other) && characters.indices.contains(place)
        && (other.first == syllable.first || other.suffix(2) == syllable.suffix(2))
    }
  }
}

internal import KGModel
internal import KGSPARQL

/// Uses the index of words to find the literals for which a condition on a name can hold, so that not every
/// name must be tested.
///
/// The index has words in their folded form (``NameTable``), so it may find too many literals; the condition
/// is still tested for each.
struct NameSearch {
  /// The variable of the name.
  let variable: Variable
  /// The FTS5 query.
  let match: String

  /// A part of a text and how it must match a word of the index.
  private enum Piece: Hashable {
    case word(String)
    case beginning(String)
    case ending(String)
    case inside(String)
  }

  /// - Parameters:
  ///   - vocabulary: Returns every word of the index; `nil` when there are too many.
  /// - Returns: `nil` when no condition is about a name, or the index does not help with it.
  init?(_ group: PatternGroup, vocabulary: () throws -> [String]?) throws {
    for condition in group.conditions {
      guard let (variable, text, isStart) = Self.search(condition),
        group.patterns.contains(where: { pattern in
          pattern.object.variable == variable
            && NameTable.predicates.contains { pattern.predicate.term == .iri($0) }
        }), let pieces = Self.pieces(text, isStart: isStart)
      else { continue }
      var terms: [String] = []
      for piece in pieces {
        guard let term = try Self.term(piece, vocabulary) else { continue }
        terms.append(term)
      }
      guard !terms.isEmpty else { continue }
      self.variable = variable
      match = terms.joined(separator: " AND ")
      return
    }
    return nil
  }

  /// The variable, the text that its value contains, and whether it begins with it.
  private static func search(
    _ condition: Expression
  ) -> (variable: Variable, text: String, isStart: Bool)? {
    guard case .call(let function, let arguments) = condition, arguments.count == 2,
      function == .contains || function == .strStarts,
      let variable = arguments[0].namedVariable, case .term(.literal(let literal)) = arguments[1],
      literal.datatype == XSD.string
    else { return nil }
    return (variable, literal.lexicalForm, function == .strStarts)
  }

  /// - Returns: `nil` for texts whose folded form depends on the adjacent characters.
  private static func pieces(_ text: String, isStart: Bool) -> [Piece]? {
    guard text.unicodeScalars.allSatisfy({ $0.isASCII || $0.isHan }) else { return nil }
    let key = foldedKey(text)
    guard key.unicodeScalars.count > 1 || key.unicodeScalars.contains(where: \.isHan) else {
      return nil
    }
    let isLetter = { (scalar: Unicode.Scalar?) in
      scalar.map { $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "'" }
        ?? false
    }
    // Where the text begins or ends within a word, the rest of that word is unknown.
    let opensAtStart = !isStart && isLetter(text.unicodeScalars.first)
    let opensAtEnd = isLetter(text.unicodeScalars.last)
    let words = NameTable.words(key)
    return words.enumerated().map { index, word in
      if word.unicodeScalars.contains(where: \.isHan) { return .word(word) }
      let (isFirst, isLast) = (index == 0, index == words.count - 1)
      switch (isFirst && opensAtStart, isLast && opensAtEnd) {
      case (true, true): return .inside(word)
      case (true, false): return .ending(word)
      case (false, true): return .beginning(word)
      case (false, false): return .word(word)
      }
    }
  }

  /// With more alternatives than these, the index is not faster than testing all names.
  private static let maximumWords = 500

  /// - Returns: `nil` when the index does not help.
  private static func term(_ piece: Piece, _ vocabulary: () throws -> [String]?) throws -> String? {
    let isWanted: (String) -> Bool
    switch piece {
    case .word(let word): return "\"\(word)\""
    case .beginning(let word): return "\"\(word)\" *"
    case .ending(let ending): isWanted = { $0.utf8.reversed().starts(with: ending.utf8.reversed()) }
    case .inside(let part): isWanted = { $0.utf8.contains(part.utf8) }
    }
    guard let words = try vocabulary()?.filter(isWanted), words.count <= maximumWords else {
      return nil
    }
    // No word matches: search for a word that cannot occur.
    if words.isEmpty { return "\"\u{1}\"" }
    return "(" + words.map { "\"\($0)\"" }.joined(separator: " OR ") + ")"
  }
}

extension Expression {
  /// The variable of a name, as it is or in `LCASE`. `UCASE` can turn one letter into two, and `STR` also
  /// accepts IRIs, which are not in the index.
  fileprivate var namedVariable: Variable? {
    switch self {
    case .variable(let variable): variable
    case .call(.lcase, let arguments): arguments.first?.namedVariable
    default: nil
    }
  }
}

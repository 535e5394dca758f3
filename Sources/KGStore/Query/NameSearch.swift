internal import GRDB
internal import KGModel
internal import KGSPARQL

/// Finds the names that a condition can hold for in the full-text index, so that not every name has to be tested.
///
/// The index contains words in their folded form (``NameTable``). It finds too many names, so the condition is
/// still tested on each.
struct NameSearch {
  /// The variable of the name.
  let variable: Variable
  /// The full-text query.
  let match: String

  /// What a part of a text demands of a word in the index.
  private enum Piece: Hashable {
    case word(String)
    case beginning(String)
    case ending(String)
    case inside(String)
  }

  /// - Parameters:
  ///   - vocabulary: Returns every word of the index; `nil` when there are too many.
  /// - Returns: `nil` when no condition is about a name, or the index does not help.
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

  /// - Returns: `nil` for texts whose folded form depends on the characters around them.
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
    // A text may begin or end within a word.
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

  /// With more words, the index saves nothing.
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
    // No word contains it: a word that never occurs.
    if words.isEmpty { return "\"\u{1}\"" }
    return "(" + words.map { "\"\($0)\"" }.joined(separator: " OR ") + ")"
  }
}

extension Expression {
  /// The variable of a name, also under LCASE. Under UCASE one letter can become two, and under STR the value
  /// could be an IRI: the index contains neither.
  fileprivate var namedVariable: Variable? {
    switch self {
    case .variable(let variable): variable
    case .call(.lcase, let arguments): arguments.first?.namedVariable
    default: nil
    }
  }
}

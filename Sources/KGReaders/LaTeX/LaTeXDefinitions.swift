internal import Foundation
internal import KGText

/// The commands and environments that a document defines.
struct LaTeXDefinitions {
  struct Macro {
    let parameterCount: Int
    /// The value of the first parameter when no option is given; `nil` when it is not optional.
    let option: [LaTeXToken]?
    let body: [LaTeXToken]
  }

  var commands: [String: Macro] = [:]
  /// The replacements of `\begin{name}` and `\end{name}`.
  var environments: [String: (begin: Macro, end: [LaTeXToken])] = [:]

  static let definingCommands: Set<String> = [
    "newcommand", "renewcommand", "providecommand", "DeclareRobustCommand", "def", "gdef", "edef",
    "newenvironment", "renewenvironment", "NewDocumentCommand", "RenewDocumentCommand", "let",
    "DeclareMathOperator",
  ]

  /// Reads the definition after one of ``definingCommands``.
  mutating func read(_ command: String, _ reader: inout LaTeXTokenReader) {
    switch command {
    case "def", "gdef", "edef": readDef(&reader)
    case "let":
      _ = reader.argument()
      if reader.peek?.kind == .character("=") { _ = reader.next() }
      _ = reader.argument()
    case "newenvironment", "renewenvironment": readEnvironment(&reader)
    case "NewDocumentCommand", "RenewDocumentCommand":
      guard let name = Self.name(reader.argument()) else { return }
      let signature = reader.argument().filter {
        if case .character = $0.kind { true } else { false }
      }
      commands[name] = Macro(parameterCount: signature.count, option: nil, body: reader.argument())
    default:
      guard let name = Self.name(reader.argument()) else { return }
      let (count, option) = Self.parameters(&reader)
      commands[name] = Macro(parameterCount: count, option: option, body: reader.argument())
    }
  }

  private mutating func readDef(_ reader: inout LaTeXTokenReader) {
    guard case .command(let name)? = reader.next()?.kind else { return }
    var count = 0
    while let token = reader.peek, token.kind != .beginGroup {
      if case .parameter(let number) = token.kind { count = max(count, number) }
      if token.kind == .paragraphBreak { return }
      _ = reader.next()
    }
    commands[name] = Macro(parameterCount: count, option: nil, body: reader.argument())
  }

  private mutating func readEnvironment(_ reader: inout LaTeXTokenReader) {
    let name = LaTeXTokenReader.text(reader.argument())
    let (count, option) = Self.parameters(&reader)
    let begin = reader.argument()
    environments[name] = (
      Macro(parameterCount: count, option: option, body: begin), reader.argument()
    )
  }

  private static func parameters(
    _ reader: inout LaTeXTokenReader
  ) -> (count: Int, option: [LaTeXToken]?) {
    let count = reader.option().map(LaTeXTokenReader.text).flatMap { Int($0) } ?? 0
    return (count, count > 0 ? reader.option() : nil)
  }

  private static func name(_ tokens: [LaTeXToken]) -> String? {
    tokens.lazy.compactMap { token -> String? in
      if case .command(let name) = token.kind { name } else { nil }
    }.first
  }

  /// The body with its arguments; the text of the body itself has the place of the call. Empty when it
  /// would have more than `limit` tokens.
  static func expand(
    _ body: [LaTeXToken], _ arguments: [[LaTeXToken]], at call: Range<Int>, limit: Int
  ) -> [LaTeXToken] {
    func argument(_ token: LaTeXToken) -> [LaTeXToken]? {
      guard case .parameter(let number) = token.kind else { return nil }
      return number <= arguments.count ? arguments[number - 1] : []
    }
    let count = body.reduce(0) { $0 + (argument($1)?.count ?? 1) }
    guard count <= limit else { return [] }
    return body.flatMap { argument($0) ?? [$0.moved(to: call)] }
  }
}

/// Reads tokens in order, with their arguments and options.
struct LaTeXTokenReader {
  private let tokens: [LaTeXToken]
  private(set) var place = 0
  /// Up to here no bracket closes an option: a source of brackets that do not close is searched once.
  private var unclosedUntil = 0

  init(_ tokens: [LaTeXToken]) { self.tokens = tokens }

  /// The next token, which stays; `nil` at the end.
  var peek: LaTeXToken? { place < tokens.count ? tokens[place] : nil }

  /// The next token; `nil` at the end.
  mutating func next() -> LaTeXToken? {
    guard place < tokens.count else { return nil }
    place += 1
    return tokens[place - 1]
  }

  /// The next argument: a group, or a single token. Empty at the end.
  mutating func argument() -> [LaTeXToken] {
    skipSpaces()
    guard let first = peek else { return [] }
    guard first.kind == .beginGroup else {
      place += 1
      return [first]
    }
    return group()
  }

  /// The next argument as ``argument()`` reads it; empty, and skipped in no part, when it is a group of more
  /// tokens.
  mutating func shortArgument(atMost count: Int) -> [LaTeXToken] {
    skipSpaces()
    guard peek?.kind == .beginGroup else { return argument() }
    var depth = 0
    for token in tokens[place...].prefix(count + 2) {
      if token.kind == .beginGroup { depth += 1 }
      if token.kind == .endGroup { depth -= 1 }
      if depth == 0 { return argument() }
    }
    return []
  }

  /// A bracket that is not closed within so many tokens is text.
  private static let maximumOptionLength = 4000

  /// The option in brackets that follows; `nil` when none does.
  mutating func option() -> [LaTeXToken]? {
    let start = place
    skipSpaces()
    guard peek?.kind == .character("[") else {
      place = start
      return nil
    }
    guard place >= unclosedUntil, let end = endOfOption(from: place + 1) else {
      place = start
      return nil
    }
    defer { place = end + 1 }
    return Array(tokens[place + 1..<end])
  }

  /// The bracket that closes an option; `nil` when none does before a blank line, which an option does not
  /// contain.
  private mutating func endOfOption(from start: Int) -> Int? {
    let limit = min(tokens.count, start + Self.maximumOptionLength)
    var depth = 0
    var hasBracket = false
    for index in start..<max(start, limit) {
      switch tokens[index].kind {
      case .beginGroup: depth += 1
      case .endGroup: depth -= 1
      case .character("]"):
        if depth <= 0 { return index }
        hasBracket = true
      case .paragraphBreak where depth <= 0: return nil
      default: break
      }
    }
    if !hasBracket { unclosedUntil = limit }
    return nil
  }

  /// The groups in braces that follow, at most `count` of them.
  ///
  /// - Parameter adjacent: Whether groups after the first have to follow without a space.
  mutating func groups(atMost count: Int = 9, adjacent: Bool = false) -> [[LaTeXToken]] {
    var groups: [[LaTeXToken]] = []
    while groups.count < count {
      let start = place
      while !adjacent || groups.isEmpty, let kind = peek?.kind, kind == .space { place += 1 }
      guard peek?.kind == .beginGroup else {
        place = start
        return groups
      }
      groups.append(group())
    }
    return groups
  }

  private mutating func group() -> [LaTeXToken] {
    place += 1
    let first = place
    var depth = 1
    while place < tokens.count {
      switch tokens[place].kind {
      case .beginGroup: depth += 1
      case .endGroup: depth -= 1
      default: break
      }
      place += 1
      if depth == 0 { return Array(tokens[first..<place - 1]) }
    }
    return Array(tokens[first...])
  }

  /// A row of more tokens is not looked through.
  private static let maximumRowLength = 2000

  /// The only cell with text in the rest of the row of a table; `nil` when another has text.
  var onlyCellOfRow: [LaTeXToken]? {
    var cells: [[LaTeXToken]] = [[]]
    var depth = 0
    for token in tokens[place...].prefix(Self.maximumRowLength) {
      switch token.kind {
      case .beginGroup: depth += 1
      case .endGroup: depth -= 1
      default: break
      }
      let isEnd = ["\\", "tabularnewline", "cr", "end"].contains { token.kind == .command($0) }
      if depth < 0 || depth == 0 && isEnd { break }
      if depth == 0, token.kind == .alignment {
        cells.append([])
      } else {
        cells[cells.count - 1].append(token)
      }
    }
    let filled = cells.filter { cell in cell.contains { $0.kind != .space } }
    return filled.count == 1 ? filled[0] : nil
  }

  /// Whether a group in braces follows, directly or after an option.
  mutating func isBeforeGroup() -> Bool {
    let start = place
    defer { place = start }
    _ = option()
    skipSpaces()
    return peek?.kind == .beginGroup
  }

  /// Skips the value that is assigned to a parameter of TeX: `\hangindent=2em`, `\parskip = \smallskipamount`.
  mutating func skipAssignedValue() {
    let start = place
    skipSpaces()
    guard peek?.kind == .character("=") else {
      place = start
      return
    }
    place += 1
    skipSpaces()
    if case .command? = peek?.kind {
      place += 1
      return
    }
    var letters = 0
    while case .character(let scalar)? = peek?.kind {
      if scalar.isLetter { letters += 1 }
      // A number, and a unit of two letters.
      guard scalar.isLetter && letters <= 2 || letters == 0 && scalar.isOne(of: "0123456789.,-+")
      else { break }
      place += 1
    }
  }

  mutating func skipSpaces() {
    while let kind = peek?.kind, kind == .space { place += 1 }
  }

  /// The characters of tokens, without commands.
  static func text(_ tokens: [LaTeXToken]) -> String {
    var text = String.UnicodeScalarView()
    for token in tokens {
      switch token.kind {
      case .character(let scalar): text.append(scalar)
      case .space: text.append(" ")
      case .command("_"): text.append("_")
      case .command("%"): text.append("%")
      case .command("&"), .alignment: text.append("&")
      case .command("#"), .parameter: text.append("#")
      default: break
      }
    }
    return String(text).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

internal import Foundation
internal import KGModel

/// The built-in functions over values (SPARQL 1.1, section 17.4). `nil` is an error.
enum Functions {
  static func call(_ name: String, _ arguments: [Term]) -> Term? {
    guard let first = arguments.first else { return name == "CONCAT" ? .string("") : nil }
    switch name {
    case "STR":
      return first.iri.map { .string($0.value) } ?? first.literal.map { .string($0.lexicalForm) }
    case "LANG": return first.literal.map { .string($0.languageTag ?? "") }
    case "DATATYPE": return first.literal.map { .iri($0.datatype) }
    case "IRI", "URI": return first.iri.map(Term.iri) ?? text(first).map { .iri($0) }
    case "ISIRI", "ISURI": return .boolean(first.iri != nil)
    case "ISLITERAL": return .boolean(first.isLiteral)
    case "ISBLANK":
      if case .blankNode = first { return .boolean(true) } else { return .boolean(false) }
    case "ISNUMERIC": return .boolean(Numeric(first) != nil)
    case "ABS", "CEIL", "FLOOR", "ROUND": return Numeric(first).map { round($0, name).term }
    case "YEAR": return datePart(first, 0)
    case "MONTH": return datePart(first, 1)
    case "DAY": return datePart(first, 2)
    case "STRLEN": return text(first).map { .integer($0.unicodeScalars.count) }
    case "UCASE": return changed(first) { $0.uppercased() }
    case "LCASE": return changed(first) { $0.lowercased() }
    case "CONCAT": return concat(arguments)
    case "SUBSTR": return substring(arguments)
    case "REGEX", "REPLACE": return regex(name, arguments)
    default: return arguments.count == 2 ? call(name, first, arguments[1]) : nil
    }
  }

  private static func call(_ name: String, _ first: Term, _ second: Term) -> Term? {
    if name == "SAMETERM" { return .boolean(first == second) }
    if name == "STRDT" {
      return second.iri.flatMap { type in text(first).map { .literal(Literal($0, datatype: type)) }
      }
    }
    guard let left = text(first), let right = text(second) else { return nil }
    switch name {
    case "STRLANG": return .literal(Literal(left, languageTag: right))
    case "LANGMATCHES":
      let (tag, range) = (left.lowercased(), right.lowercased())
      return .boolean(range == "*" ? !tag.isEmpty : tag == range || tag.hasPrefix(range + "-"))
    default: break
    }
    if let a = first.literal?.languageTag, let b = second.literal?.languageTag, a != b {
      return nil
    }
    let found = left.range(of: right, options: .literal)
    switch name {
    case "CONTAINS": return .boolean(right.isEmpty || found != nil)
    case "STRSTARTS": return .boolean(left.unicodeScalars.starts(with: right.unicodeScalars))
    case "STRENDS":
      return .boolean(left.unicodeScalars.reversed().starts(with: right.unicodeScalars.reversed()))
    case "STRBEFORE":
      if right.isEmpty { return like(first, "") }
      return found.map { like(first, String(left[..<$0.lowerBound])) } ?? .string("")
    case "STRAFTER":
      if right.isEmpty { return first }
      return found.map { like(first, String(left[$0.upperBound...])) } ?? .string("")
    default: return nil
    }
  }

  /// The text of a plain or language-tagged literal.
  private static func text(_ term: Term) -> String? {
    guard let literal = term.literal, [XSD.string, RDF.langString].contains(literal.datatype) else {
      return nil
    }
    return literal.lexicalForm
  }

  /// Another text in the language of a literal.
  private static func like(_ term: Term, _ text: String) -> Term {
    term.literal?.languageTag.map { .literal(Literal(text, languageTag: $0)) } ?? .string(text)
  }

  private static func changed(_ term: Term, _ change: (String) -> String) -> Term? {
    text(term).map { like(term, change($0)) }
  }

  private static func concat(_ terms: [Term]) -> Term? {
    let texts = terms.compactMap(text)
    guard texts.count == terms.count else { return nil }
    let tags = Set(terms.map { $0.literal?.languageTag })
    if tags.count == 1, let tag = tags.first ?? nil {
      return .literal(Literal(texts.joined(), languageTag: tag))
    }
    return .string(texts.joined())
  }

  /// Characters are counted from 1; bounds are rounded as XPath's `fn:substring` says.
  private static func substring(_ arguments: [Term]) -> Term? {
    guard let text = text(arguments[0]), let start = Numeric(arguments[1])?.value.rounded() else {
      return nil
    }
    let length = arguments.count > 2 ? Numeric(arguments[2])?.value.rounded() : .infinity
    guard let length, !start.isNaN, !length.isNaN else { return nil }
    var result = String.UnicodeScalarView()
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let position = Double(index + 1)
      if position >= start, position < start + length { result.append(scalar) }
    }
    return like(arguments[0], String(result))
  }

  private static func regex(_ name: String, _ arguments: [Term]) -> Term? {
    let texts = arguments.compactMap(text)
    guard texts.count == arguments.count else { return nil }
    let flags = texts.count > (name == "REGEX" ? 2 : 3) ? texts[name == "REGEX" ? 2 : 3] : ""
    var options: NSRegularExpression.Options = []
    if flags.contains("i") { options.insert(.caseInsensitive) }
    if flags.contains("s") { options.insert(.dotMatchesLineSeparators) }
    if flags.contains("m") { options.insert(.anchorsMatchLines) }
    if flags.contains("x") { options.insert(.allowCommentsAndWhitespace) }
    // A pattern that is none is an error of the expression.
    guard let pattern = try? NSRegularExpression(pattern: texts[1], options: options) else {
      return nil
    }
    let whole = NSRange(texts[0].startIndex..., in: texts[0])
    if name == "REGEX" { return .boolean(pattern.firstMatch(in: texts[0], range: whole) != nil) }
    return like(
      arguments[0],
      pattern.stringByReplacingMatches(in: texts[0], range: whole, withTemplate: texts[2]))
  }

  private static func round(_ number: Numeric, _ name: String) -> Numeric {
    switch name {
    case "ABS": Numeric(abs(number.value), number.kind)
    case "CEIL": Numeric(number.value.rounded(.up), number.kind)
    case "FLOOR": Numeric(number.value.rounded(.down), number.kind)
    default: Numeric((number.value + 0.5).rounded(.down), number.kind)
    }
  }

  private static func datePart(_ term: Term, _ index: Int) -> Term? {
    guard let literal = term.literal,
      [XSD.date, XSD.dateTime, XSD.gYear, XSD.gYearMonth].contains(literal.datatype)
    else { return nil }
    let parts = literal.lexicalForm.prefix(10).split(separator: "-").map { Int($0) }
    return index < parts.count ? parts[index].map(Term.integer) : nil
  }
}

/// Casts to the XSD types (SPARQL 1.1, section 17.5).
enum Casts {
  private static let types: Set<IRI> = [
    XSD.string, XSD.boolean, XSD.integer, XSD.decimal, XSD.float, XSD.double, XSD.dateTime,
    XSD.date,
  ]

  static func isKnown(_ type: IRI) -> Bool { types.contains(type) }

  static func cast(_ term: Term, to type: IRI) -> Term? {
    if type == XSD.string { return Functions.call("STR", [term]) }
    guard let literal = term.literal else { return nil }
    if literal.datatype == type { return term }
    let form = literal.lexicalForm
    switch type {
    case XSD.boolean:
      if let number = Numeric(term) { return .boolean(number.value != 0 && !number.value.isNaN) }
      return ["true", "1"].contains(form)
        ? .boolean(true) : ["false", "0"].contains(form) ? .boolean(false) : nil
    case XSD.integer, XSD.decimal, XSD.float, XSD.double:
      let number =
        literal.datatype == XSD.boolean
        ? Numeric(form == "true" || form == "1" ? 1 : 0)
        : Numeric(term) ?? Numeric(.literal(Literal(form, datatype: type)))
      guard let number else { return nil }
      switch type {
      case XSD.integer:
        return number.value.isFinite && abs(number.value) < 9e18
          ? .integer(number.integer ?? Int(number.value)) : nil
      case XSD.decimal: return number.value.isFinite ? Numeric(number.value, .decimal).term : nil
      case XSD.float: return Numeric(number.value, .float).term
      default: return Numeric(number.value, .double).term
      }
    default: return literal.datatype == XSD.string ? .literal(Literal(form, datatype: type)) : nil
    }
  }
}

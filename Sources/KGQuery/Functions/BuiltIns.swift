internal import Foundation
internal import KGModel
internal import KGRDF
internal import KGSPARQL

/// The built-in functions over values (SPARQL 1.1 Query Language, section 17.4). ``ExpressionEvaluator`` has
/// those that depend on variables or errors.
///
/// `nil` is an error of the expression.
enum BuiltIns {
  static func call(
    _ function: BuiltInFunction, _ arguments: [Term], _ context: FunctionContext
  ) -> Term? {
    switch function {
    case .now: return context.now
    case .rand: return Numeric.double(.random(in: 0..<1)).term
    case .uuid: return .iri("urn:uuid:" + UUID().uuidString.lowercased())
    case .strUUID: return .string(UUID().uuidString.lowercased())
    case .concat: return StringFunctions.concatenated(arguments)
    case .bnode:
      guard let first = arguments.first else { return .blankNode(context.blankNode()) }
      return simpleText(first).map { .blankNode(context.blankNode(label: $0)) }
    default: break
    }
    guard let first = arguments.first else { return nil }
    switch function {
    case .str: return string(of: first).map(Term.string)
    case .lang: return first.literal.map { .string($0.languageTag ?? "") }
    case .datatype: return first.literal.map { .iri($0.datatype) }
    case .iri, .uri: return iri(first, context)
    case .isIRI, .isURI: return .boolean(first.iri != nil)
    case .isLiteral: return .boolean(first.isLiteral)
    case .isBlank:
      if case .blankNode = first { return .boolean(true) } else { return .boolean(false) }
    case .isNumeric: return .boolean(Numeric(first) != nil)
    case .abs: return Numeric(first)?.magnitude?.term
    case .ceil: return Numeric(first)?.rounded(.up).term
    case .floor: return Numeric(first)?.rounded(.down).term
    case .round: return Numeric(first)?.rounded(.halfUp).term
    case .year, .month, .day, .hours, .minutes, .seconds, .timezone, .tz:
      return MomentFunctions.part(function, of: first)
    case .md5, .sha1, .sha256, .sha384, .sha512:
      return simpleText(first).map { .string(Hashes.digest(function, of: $0)) }
    case .regex, .replace: return RegularExpressions.call(function, arguments, context)
    case .sameTerm: return .boolean(first == arguments[1])
    case .strDatatype:
      guard let text = simpleText(first), let type = arguments[1].iri else { return nil }
      return .literal(Literal(text, datatype: type))
    case .strLang:
      guard let text = simpleText(first), let tag = simpleText(arguments[1]),
        isLanguageTag(tag)
      else { return nil }
      return .literal(Literal(text, languageTag: tag))
    case .langMatches:
      guard let tag = simpleText(first), let range = simpleText(arguments[1]) else { return nil }
      return .boolean(matches(tag: tag, range: range))
    default: return StringFunctions.call(function, arguments)
    }
  }

  /// Whether a text is a language tag: letters, then groups of letters and digits (Turtle, LANGTAG).
  private static func isLanguageTag(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.enumerated().allSatisfy { index, part in
      !part.isEmpty
        && part.allSatisfy { byte in
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || index > 0 && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }
  }

  /// The value of STR; `nil` for a blank node.
  static func string(of term: Term) -> String? { term.iri?.value ?? term.literal?.lexicalForm }

  /// The text of an `xsd:string`; `nil` for other terms.
  static func simpleText(_ term: Term) -> String? {
    guard let literal = term.literal, literal.datatype == XSD.string else { return nil }
    return literal.lexicalForm
  }

  private static func iri(_ term: Term, _ context: FunctionContext) -> Term? {
    if term.iri != nil { return term }
    return simpleText(term).map { .iri(resolved($0, context.base)) }
  }

  private static func resolved(_ text: String, _ base: String?) -> String {
    let reference = IRIReference(text)
    guard let base, reference.scheme == nil else { return text }
    return reference.resolved(against: IRIReference(base))
  }

  /// Basic filtering of RFC 4647, section 3.3.1.
  private static func matches(tag: String, range: String) -> Bool {
    let (tag, range) = (tag.lowercased(), range.lowercased())
    if range == "*" { return !tag.isEmpty }
    return tag == range || tag.hasPrefix(range + "-")
  }
}

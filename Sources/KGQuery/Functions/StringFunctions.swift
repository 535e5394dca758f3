internal import Foundation
internal import KGModel
internal import KGSPARQL

/// Functions on strings (SPARQL 1.1 Query Language, section 17.4.3): texts are sequences of code points, and
/// results have the language of the first argument.
enum StringFunctions {
  static func call(_ function: BuiltInFunction, _ arguments: [Term]) -> Term? {
    guard let literal = arguments.first.flatMap(stringLiteral) else { return nil }
    let text = literal.lexicalForm
    switch function {
    case .strLength: return .integer(text.unicodeScalars.count)
    case .ucase: return like(literal, text.uppercased())
    case .lcase: return like(literal, text.lowercased())
    case .encodeForURI: return .string(encodedForURI(text))
    case .substring: return substring(literal, arguments)
    case .contains, .strStarts, .strEnds, .strBefore, .strAfter:
      guard arguments.count == 2, let other = stringLiteral(arguments[1]),
        areCompatible(literal, other)
      else { return nil }
      return search(function, literal, Array(other.lexicalForm.utf8))
    default: return nil
    }
  }

  /// The literal of a string with or without a language tag; `nil` for other terms.
  static func stringLiteral(_ term: Term) -> Literal? {
    guard let literal = term.literal,
      literal.datatype == XSD.string || literal.languageTag != nil
    else { return nil }
    return literal
  }

  /// A string with the language tag of another one, if it has one.
  static func like(_ literal: Literal, _ text: String) -> Term {
    .literal(
      literal.languageTag.map { Literal(text, languageTag: $0) } ?? Literal(text))
  }

  /// Whether two strings are argument compatible (section 17.4.3.1.2).
  private static func areCompatible(_ first: Literal, _ second: Literal) -> Bool {
    second.languageTag == nil
      || first.languageTag?.lowercased() == second.languageTag?.lowercased()
  }

  private static func search(
    _ function: BuiltInFunction, _ literal: Literal, _ wanted: [UInt8]
  ) -> Term? {
    // A match of valid UTF-8 texts always begins and ends at code points.
    let text = Array(literal.lexicalForm.utf8)
    switch function {
    case .strStarts: return .boolean(text.starts(with: wanted))
    case .strEnds: return .boolean(text.reversed().starts(with: wanted.reversed()))
    default: break
    }
    let place = firstPlace(of: wanted, in: text)
    switch function {
    case .contains: return .boolean(place != nil)
    case .strBefore:
      guard let place else { return .string("") }
      return like(literal, String(decoding: text[..<place], as: UTF8.self))
    default:
      guard let place else { return .string("") }
      return like(literal, String(decoding: text[(place + wanted.count)...], as: UTF8.self))
    }
  }

  private static func firstPlace(of wanted: [UInt8], in text: [UInt8]) -> Int? {
    guard let first = wanted.first else { return 0 }
    guard wanted.count <= text.count else { return nil }
    return (0...(text.count - wanted.count)).first {
      text[$0] == first && text[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }

  /// Characters from a position on, which counts from 1; fractions are rounded (XPath and XQuery Functions and
  /// Operators, section 5.4.3).
  private static func substring(_ literal: Literal, _ arguments: [Term]) -> Term? {
    guard let start = Numeric(arguments[1])?.rounded(.halfUp).double else { return nil }
    var end = Double.infinity
    if arguments.count > 2 {
      guard let length = Numeric(arguments[2])?.rounded(.halfUp).double else { return nil }
      end = start + length
    }
    let scalars = literal.lexicalForm.unicodeScalars
    guard start < end, end > 1 else { return like(literal, "") }
    let first = max(start, 1) - 1
    guard first < Double(scalars.count) else { return like(literal, "") }
    let rest = scalars.dropFirst(Int(first))
    let count = min(end - 1 - first, Double(rest.count))
    return like(literal, String(String.UnicodeScalarView(rest.prefix(Int(count)))))
  }

  /// The result has the language tag that all arguments share.
  static func concatenated(_ arguments: [Term]) -> Term? {
    let literals = arguments.compactMap(stringLiteral)
    guard literals.count == arguments.count else { return nil }
    let text = literals.map(\.lexicalForm).joined()
    guard let first = literals.first, let tag = first.languageTag,
      literals.allSatisfy({ $0.languageTag?.lowercased() == tag.lowercased() })
    else { return .string(text) }
    return like(first, text)
  }

  /// Percent-encodes the UTF-8 bytes of all characters except the unreserved ones (RFC 3986, section 2.3).
  private static func encodedForURI(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "~"):
        result.append(byte)
      default: result += ("%" + String(byte, radix: 16, uppercase: true).leftPadded).utf8
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension String {
  /// With a leading zero if it is only one digit.
  fileprivate var leftPadded: String { utf8.count < 2 ? "0" + self : self }
}

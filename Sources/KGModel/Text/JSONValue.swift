/// A JSON value whose objects keep the order of their keys, so that equal values have equal texts.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  /// An array whose elements are made one by one while they are written, because it may be very long.
  case values(count: Int, @Sendable (Int) -> JSONValue)
  case object([(String, JSONValue)])

  /// Two values are equal when their texts are.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    left.encoded == right.encoded
  }
  /// Hashes the text.
  public func hash(into hasher: inout Hasher) { hasher.combine(encoded) }

  /// An array of `value(element)` for each element, computed while it is written.
  public static func list<Elements: RandomAccessCollection<Element> & Sendable, Element: Sendable>(
    _ elements: Elements, _ value: @escaping @Sendable (Element) -> JSONValue
  ) -> JSONValue where Elements.Index == Int {
    .values(count: elements.count) { value(elements[$0]) }
  }

  /// The value as JSON text on one line (RFC 8259). Characters beyond ASCII are not escaped; a number that
  /// is not finite is written as `null`.
  public var encoded: String {
    var text = ""
    encode(into: &text, nil)
    return text
  }

  /// Passes the JSON text to `sink` in pieces of about 1 MB, as it is made.
  public func write(_ sink: (_ piece: String) -> Void) {
    var text = ""
    withoutActuallyEscaping(sink) { encode(into: &text, $0) }
    if !text.isEmpty { sink(text) }
  }

  private static let pieceSize = 1 << 20  // bytes

  private func encode(into text: inout String, _ sink: ((String) -> Void)?) {
    switch self {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += value.isFinite ? String(value) : "null"
    case .string(let value): Self.encode(value, into: &text)
    case .array(let values):
      Self.values(count: values.count) { values[$0] }.encode(into: &text, sink)
    case .values(let count, let value):
      text += "["
      for index in 0..<count {
        if index > 0 { text += ", " }
        value(index).encode(into: &text, sink)
        if let sink, text.utf8.count >= Self.pieceSize {
          sink(text)
          text = ""
        }
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, (key, value)) in members.enumerated() {
        if index > 0 { text += ", " }
        Self.encode(key, into: &text)
        text += ": "
        value.encode(into: &text, sink)
      }
      text += "}"
    }
  }

  /// Appends a string in quotation marks, escaped as needed.
  package static func encode(_ string: String, into text: inout String) {
    text += "\""
    // Most strings need no escapes. A lead byte of 0xC2 or 0xE2 may begin a control character or a line
    // separator.
    let isPlain = string.utf8.allSatisfy { byte in
      byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F && byte != 0xC2 && byte != 0xE2
    }
    if isPlain {
      text += string
      text += "\""
      return
    }
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        text += "\\u" + hexadecimal(scalar.value, digits: 4)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

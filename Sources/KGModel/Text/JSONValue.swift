/// A JSON value whose objects keep the order of their keys, so that the same value gives the same bytes.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  /// An array whose values are made one by one as they are written: there may be a hundred thousand.
  case values(count: Int, @Sendable (Int) -> JSONValue)
  case object([(String, JSONValue)])

  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    left.encoded == right.encoded
  }
  public func hash(into hasher: inout Hasher) { hasher.combine(encoded) }

  /// An array of what `value` makes of each element, as late as it is written.
  public static func list<Elements: RandomAccessCollection<Element> & Sendable, Element: Sendable>(
    _ elements: Elements, _ value: @escaping @Sendable (Element) -> JSONValue
  ) -> JSONValue where Elements.Index == Int {
    .values(count: elements.count) { value(elements[$0]) }
  }

  /// The value as JSON text on one line (RFC 8259); characters beyond ASCII stay as they are.
  public var encoded: String {
    var text = ""
    encode(into: &text, nil)
    return text
  }

  /// Hands the JSON text over in pieces, as it is made.
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

  /// A text in quotation marks, with escapes where it needs them.
  package static func encode(_ string: String, into text: inout String) {
    text += "\""
    // Most texts need none. What begins with 0xC2 or 0xE2 may be a control character or a line separator.
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
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

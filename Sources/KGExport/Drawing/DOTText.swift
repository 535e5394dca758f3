import Foundation

/// Escapes text for a DOT file. Names come from documents of unknown authors, so everything that DOT, XML
/// or a terminal could take for more than text is escaped or dropped here and nowhere else.
enum DOTText {
  /// A quoted identifier; line breaks and control characters have no place in it.
  static func quoted(_ text: String) -> String {
    "\"" + replacing(["\n": " ", "\"": "\\\"", "\\": "\\\\"], in: printable(text)) + "\""
  }

  /// A quoted text for people. An ampersand becomes an entity, because Graphviz reads entities.
  static func quotedLabel(_ text: String) -> String {
    let escapes = ["\n": "\\n", "&": "&amp;", "\"": "\\\"", "\\": "\\\\"]
    return "\"" + replacing(escapes, in: printable(text)) + "\""
  }

  /// The link, with the characters that are not allowed in a URL as percent codes; `nil` unless it
  /// leads to the web, so that no picture links to `javascript:` or a local file.
  static func link(_ link: String) -> String? {
    let scheme = link.prefix { $0 != ":" }.lowercased()
    guard ["http", "https"].contains(scheme), link.dropFirst(scheme.count).hasPrefix("://") else {
      return nil
    }
    return link.unicodeScalars.map { scalar in
      let isForbidden = forbiddenInLinks.contains(scalar) || !scalar.isPrintable
      return isForbidden ? percentCode(scalar) : String(scalar)
    }.joined()
  }

  /// The text without control characters, without those that turn the direction of writing, and
  /// without what XML does not allow; a tab becomes a space, every kind of line break a line feed.
  static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": result.append("\n")
      case "\t": result.append(" ")
      default: if scalar.isPrintable { result.append(scalar) }
      }
    }
    return String(result)
  }

  /// By scalars: a combining mark after a quotation mark is one `Character` with it.
  private static func replacing(_ escapes: [String: String], in text: String) -> String {
    text.unicodeScalars.map { escapes[String($0)] ?? String($0) }.joined()
  }

  private static func percentCode(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf8.map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" + digits : digits)
    }.joined()
  }

  private static let forbiddenInLinks: Set<Unicode.Scalar> = [
    "\"", "'", "<", ">", "\\", "^", "`", "{", "|", "}", " ",
  ]
}

extension Unicode.Scalar {
  fileprivate var isPrintable: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F: false  // control characters
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: false  // direction of writing
    case 0x2028, 0x2029, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}

/// One `key=value` of a DOT statement.
struct DOTAttribute: CustomStringConvertible {
  let description: String

  /// A value from this program, such as a colour.
  init(_ key: String, _ value: String) {
    description = "\(key)=\(DOTText.quoted(value))"
  }

  init(_ key: String, _ value: Double) {
    let tenths = Int((value * 10).rounded())
    description = "\(key)=\(tenths / 10).\(tenths % 10)"
  }

  init(_ key: String, label: String) {
    description = "\(key)=\(DOTText.quotedLabel(label))"
  }
}

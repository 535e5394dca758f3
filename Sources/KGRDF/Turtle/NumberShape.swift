/// The kind of number that Turtle reads from an unquoted lexical form.
///
///     NumberShape("-1.50".utf8)  // .decimal
///     NumberShape("1.".utf8)     // nil: an integer followed by a dot
enum NumberShape {
  case integer, decimal, double

  init?(_ bytes: some Collection<UInt8>) {
    var rest = bytes[...]
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let whole = Self.skipDigits(&rest)
    if rest.isEmpty, whole > 0 {
      self = .integer
      return
    }
    var fraction: Int?
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = Self.skipDigits(&rest)
    }
    guard whole > 0 || (fraction ?? 0) > 0 else { return nil }
    if rest.isEmpty {
      guard fraction != 0 else { return nil }
      self = .decimal
      return
    }
    guard rest.removeFirst() | 0x20 == UInt8(ascii: "e") else { return nil }
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    guard Self.skipDigits(&rest) > 0, rest.isEmpty else { return nil }
    self = .double
  }

  private static func skipDigits<Text: Collection<UInt8>>(_ text: inout Text) -> Int
  where Text.SubSequence == Text {
    let rest = text.drop(while: \.isASCIIDigit)
    defer { text = rest }
    return text.count - rest.count
  }
}

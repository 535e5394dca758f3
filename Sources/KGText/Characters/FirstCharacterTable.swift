/// Values by the first character of a word. A fast filter: most characters of a text begin no word
/// of a table.
package struct FirstCharacterTable<Value: Sendable>: Sendable {
  private let ascii: [Value?]
  private let others: [Unicode.Scalar: Value]

  package init(_ values: [Unicode.Scalar: Value]) {
    ascii = (0..<128).map { values[Unicode.Scalar(UInt8($0))] }
    others = values.filter { !$0.key.isASCII }
  }

  /// The value for a first character; `nil` when no word begins with it.
  package subscript(first: Unicode.Scalar) -> Value? {
    first.isASCII ? ascii[Int(first.value)] : others[first]
  }
}

/// What is known of words that begin with a character: most characters of a text are asked about in vain.
package struct FirstCharacters<Value: Sendable>: Sendable {
  private let ascii: [Value?]
  private let others: [Unicode.Scalar: Value]

  package init(_ values: [Unicode.Scalar: Value]) {
    ascii = (0..<128).map { values[Unicode.Scalar(UInt8($0))] }
    others = values.filter { !$0.key.isASCII }
  }

  package subscript(first: Unicode.Scalar) -> Value? {
    first.isASCII ? ascii[Int(first.value)] : others[first]
  }
}

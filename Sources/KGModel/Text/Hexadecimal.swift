/// A number in lower-case hexadecimal digits, padded with zeros to a width.
///
///     hexadecimal(0x1F, digits: 4)  // "001f"
package func hexadecimal(_ value: some BinaryInteger, digits width: Int) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

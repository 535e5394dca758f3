internal import Foundation

/// Whether two texts are the same: `==` of `String` takes canonically equivalent ones for equal, terms must not.
package func isSameText(_ left: String, _ right: String) -> Bool {
  left.utf8.count == right.utf8.count && compareBytes(left, right) == 0
}

/// Less than 0 when a text comes before another in the order of code points, more than 0 when after.
package func compareBytes(_ left: String, _ right: String) -> Int {
  let difference = left.utf8.withContiguousStorageIfAvailable { left in
    right.utf8.withContiguousStorageIfAvailable { right -> Int in
      guard let a = left.baseAddress, let b = right.baseAddress else {
        return left.count - right.count
      }
      let difference = memcmp(a, b, min(left.count, right.count))
      return difference == 0 ? left.count - right.count : Int(difference)
    }
  }
  if let difference = difference ?? nil { return difference }
  // Texts that lie in pieces.
  if left.utf8.elementsEqual(right.utf8) { return 0 }
  return left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
}

/// Hashes the bytes of a text, so that equal hashes go with ``isSameText(_:_:)``.
func hashText(_ text: String, into hasher: inout Hasher) {
  var text = text
  text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
}

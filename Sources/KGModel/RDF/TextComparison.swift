internal import Foundation

/// Whether two texts have the same bytes. `==` of `String` treats canonically equivalent texts as equal;
/// RDF terms must not be compared so.
package func isSameText(_ left: String, _ right: String) -> Bool {
  left.utf8.count == right.utf8.count && compareBytes(left, right) == 0
}

/// Compares two texts in the order of their code points: negative when `left` comes first, 0 when they
/// are the same, positive when `right` comes first.
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
  // Texts whose storage is not contiguous.
  if left.utf8.elementsEqual(right.utf8) { return 0 }
  return left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
}

/// Hashes the bytes of a text, so that equal hashes go with ``isSameText(_:_:)``.
func hashText(_ text: String, into hasher: inout Hasher) {
  var text = text
  text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
}

/// Whether two words differ by one inserted, missing, replaced or transposed letter at most.
package func isNear(_ left: String, _ right: String) -> Bool {
  let (left, right) = (Array(left.lowercased()), Array(right.lowercased()))
  guard abs(left.count - right.count) <= 1, min(left.count, right.count) >= 2 else { return false }
  let head = zip(left, right).prefix { $0 == $1 }.count
  let tail = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
  let longer = max(left.count, right.count)
  if head + tail >= longer - 1 { return true }
  return left.count == right.count && head + tail == longer - 2
    && left[head] == right[head + 1] && left[head + 1] == right[head]
}

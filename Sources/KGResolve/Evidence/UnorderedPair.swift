/// Two numbers of people, names or groups, whose order says nothing: the smaller is the left one.
struct UnorderedPair: Hashable {
  let left: Int32
  let right: Int32

  init(_ one: Int, _ other: Int) {
    left = Int32(min(one, other))
    right = Int32(max(one, other))
  }
}

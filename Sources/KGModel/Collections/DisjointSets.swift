/// Disjoint sets, joined pair by pair (union–find with path halving). Each set is known by its least element.
package struct DisjointSets<Element: Hashable & Comparable> {
  private var parents: [Element: Element] = [:]

  /// No sets: each element is alone.
  package init() {}

  /// Joins the sets of two elements, which are alone until they are joined.
  package mutating func join(_ one: Element, _ other: Element) {
    let (left, right) = (least(of: one), least(of: other))
    parents[max(left, right)] = min(left, right)
    parents[min(left, right)] = min(left, right)
  }

  /// The least element of the set of an element: itself when it was never joined.
  package mutating func least(of element: Element) -> Element {
    var element = element
    while let parent = parents[element], parent != element {
      let next = parents[parent] ?? parent
      parents[element] = next
      element = next
    }
    return element
  }

  /// The sets of all elements that were joined, each in ascending order, in the order of their least elements.
  package var sets: [[Element]] {
    var copy = self
    return Dictionary(grouping: parents.keys.sorted()) { copy.least(of: $0) }
      .sorted { $0.key < $1.key }.map(\.value)
  }
}

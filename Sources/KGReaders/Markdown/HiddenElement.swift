/// The element of HTML within Markdown that is open and hides what follows, also over blank lines, at which
/// Markdown ends a block of HTML.
struct HiddenElement {
  private var name: String?
  private var depth = 0

  /// Whether an element is open that hides its content.
  var isOpen: Bool { name != nil }

  /// Takes in a tag.
  mutating func read(_ tag: HTMLTag) {
    if let name {
      guard tag.name == name, !tag.isSelfClosing else { return }
      depth += tag.isClosing ? -1 : 1
      if depth == 0 { self.name = nil }
    } else if !tag.isClosing, !tag.isSelfClosing, !HTMLVisibility.isVoid(tag.name),
      Self.hides(tag)
    {
      (name, depth) = (tag.name, 1)
    }
  }

  /// Takes in the tags of a block of HTML.
  ///
  /// - Returns: Where the part begins that the element that was open before does not hide.
  mutating func read(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var shownFrom = isOpen ? range.upperBound : range.lowerBound
    let wasOpen = isOpen
    var place = range.lowerBound
    while let tag = HTMLTag.first(in: bytes, from: place, to: range.upperBound) {
      read(tag)
      place = tag.range.upperBound
      if wasOpen, !isOpen, shownFrom == range.upperBound { shownFrom = place }
    }
    return shownFrom
  }

  private static func hides(_ tag: HTMLTag) -> Bool {
    if HTMLVisibility.isHidden(tag.attributes) { return true }
    if case .hidden = HTMLElement(tag.name) { return true }
    return false
  }
}

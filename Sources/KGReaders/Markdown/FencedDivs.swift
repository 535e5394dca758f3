/// The fenced divs of pandoc and Quarto, from `:::: {layout="[10,90]"}` to `::::`. Their fences are not
/// text; the divs of a layout are the cells of a row.
struct FencedDivs {
  /// A place at which a row of cells, or one of its cells, begins or ends.
  struct Event: Equatable {
    enum Kind { case beginRow, beginCell, endRow }
    let kind: Kind
    let place: Int
  }

  /// In the order of their places.
  private(set) var events: [Event] = []
  /// The bytes of the fences, and of divs that are not shown.
  private(set) var blanks: [Range<Int>] = []

  private struct Div {
    let attributes: String
    let start: Int
    let isCell: Bool
    var cells: [Int] = []
    var isRow = false
    /// Whether it holds only text in paragraphs, so that it can be a row of cells.
    var isPlain = true
  }
  private var open: [Div] = []

  /// A longer layout is a page, not an entry.
  private static let maximumRowLength = 2000  // bytes

  init(_ bytes: [UInt8], from start: Int) {
    guard bytes.contains(UInt8(ascii: ":")) else { return }
    var place = start
    var fence: UInt8?
    while place < bytes.count {
      let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      read(bytes[place..<end], &fence)
      place = end + 1
    }
    events.sort { $0.place < $1.place }
  }

  private mutating func read(_ line: ArraySlice<UInt8>, _ fence: inout UInt8?) {
    let text = line.drop { $0 == 0x20 }
    if let sign = text.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~"),
      text.count >= 3, text.prefix(3).allSatisfy({ $0 == sign })
    {
      fence = fence == nil ? sign : fence == sign ? nil : fence
    }
    guard fence == nil else { return }
    let colons = text.prefix { $0 == UInt8(ascii: ":") }
    guard colons.count >= 3 else { return noteContent(text) }
    let isEdge: (UInt8) -> Bool = { $0 <= 0x20 || $0 == UInt8(ascii: ":") }
    var rest = text.dropFirst(colons.count).drop(while: isEdge)
    while let last = rest.last, isEdge(last) { rest.removeLast() }
    let attributes = String(decoding: rest, as: UTF8.self)
    if attributes.isEmpty {
      close(line)
    } else if attributes.hasPrefix("{") || !attributes.contains(" ") {
      begin(attributes, line)
    } else {
      return
    }
    blanks.append(line.startIndex..<line.endIndex)
  }

  private mutating func begin(_ attributes: String, _ line: ArraySlice<UInt8>) {
    let parent = open.last
    let isCell = parent?.isRow ?? false
    if isCell { open[open.count - 1].cells.append(line.startIndex) }
    var div = Div(attributes: attributes, start: line.startIndex, isCell: isCell)
    div.isRow = !isCell && Self.isLayout(attributes)
    open.append(div)
  }

  private static func isLayout(_ attributes: String) -> Bool {
    attributes.contains("layout") || attributes.contains(".columns") || attributes == "columns"
      || attributes.contains(".row")
  }

  private mutating func close(_ line: ArraySlice<UInt8>) {
    guard let div = open.popLast() else { return }
    if Self.isHidden(div.attributes) {
      // What is within is part of it: no byte is blanked once for each div around it.
      while let last = blanks.last, last.lowerBound >= div.start { blanks.removeLast() }
      blanks.append(div.start..<line.endIndex)
    }
    if !div.isPlain, !open.isEmpty { open[open.count - 1].isPlain = false }
    guard div.isRow, div.isPlain, div.cells.count > 1,
      line.startIndex - div.start <= Self.maximumRowLength
    else { return }
    events.append(Event(kind: .beginRow, place: div.start))
    events += div.cells.map { Event(kind: .beginCell, place: $0) }
    events.append(Event(kind: .endRow, place: line.startIndex))
  }

  private static func isHidden(_ attributes: String) -> Bool {
    attributes.contains(".content-hidden") || attributes.contains(".hidden")
  }

  /// Notes whether a line is a heading, an item or a row of a table, which a cell cannot hold.
  private mutating func noteContent(_ text: ArraySlice<UInt8>) {
    guard !open.isEmpty, let first = text.first else { return }
    let isMarker = "-*+".utf8.contains(first) && text.dropFirst().first == 0x20
    if isMarker || first == UInt8(ascii: "#") || first == UInt8(ascii: "|") {
      open[open.count - 1].isPlain = false
    }
  }
}

/// Writes rows of whole numbers, which come in the order of their key, as the finished pages of a
/// `WITHOUT ROWID` table: an index b-tree, every page full to a margin, from the leaves up.
///
/// In such a tree the row between two pages stands in the page above and in neither of them. So a row
/// that no longer fits is held back until the next one comes: only then is it known that a page will
/// follow, and the row may go up. When none comes, the last row of the full page goes up instead.
///
/// Pages are numbered from 1 in the order in which they are written; ``DatabasePages`` puts them into a
/// database file. The top page is handed over apart, because its place is given.
///
/// - SeeAlso: <https://www.sqlite.org/fileformat2.html#b_tree_pages>
final class IndexTreeWriter {
  private let write: (UnsafeRawBufferPointer) throws -> Void
  /// The first of ``levels``.
  private let leaf: TreePage
  private var levels: [TreePage]
  private(set) var pageCount = 0

  /// - Parameters:
  ///   - leafMargin: Bytes to leave free on each leaf. A row that comes to a full page later makes SQLite
  ///     write its neighbours and a new page, too.
  ///   - write: Takes each page when it is finished.
  init(leafMargin: Int = 0, write: @escaping (UnsafeRawBufferPointer) throws -> Void) {
    self.write = write
    leaf = TreePage(isLeaf: true, margin: leafMargin)
    levels = [leaf]
  }

  /// Adds the next row, as its record.
  func add(_ record: UnsafeBufferPointer<UInt8>) throws {
    if !leaf.hasHeldBack, leaf.append(child: 0, record) { return }
    try add(level: 0, child: 0, record)
  }

  private func add(level: Int, child: UInt32, _ record: UnsafeBufferPointer<UInt8>) throws {
    if levels.count == level { levels.append(TreePage(isLeaf: false, margin: 0)) }
    let page = levels[level]
    if page.hasHeldBack { try finishPage(level) }
    if !page.append(child: child, record) { page.holdBack(child: child, record) }
  }

  /// Writes a page that another will follow, and moves the row between them up.
  private func finishPage(_ level: Int) throws {
    let page = levels[level]
    let (child, record) = page.takeHeldBack()
    page.setLastChild(child)
    try write(page.bytes)
    pageCount += 1
    page.clear()
    let number = UInt32(pageCount)
    try record.withUnsafeBufferPointer { try add(level: level + 1, child: number, $0) }
  }

  /// Writes what is left; to be called after the last row.
  ///
  /// - Returns: The top page, which has not been written.
  func finish() throws -> [UInt8] {
    var level = 0
    var lastChild: UInt32 = 0
    while true {
      let page = levels[level]
      if page.hasHeldBack {
        // No row came after the one held back, so the one before it goes up.
        let (child, record) = page.takeHeldBack()
        let (lastChild, last) = page.removeLast()
        last.withUnsafeBufferPointer { page.holdBack(child: lastChild, $0) }
        try finishPage(level)
        _ = record.withUnsafeBufferPointer { page.append(child: child, $0) }
      }
      page.setLastChild(lastChild)
      if level == levels.count - 1 { return Array(page.bytes) }
      try write(page.bytes)
      pageCount += 1
      lastChild = UInt32(pageCount)
      level += 1
    }
  }
}

/// A page of an index b-tree while it is filled: pointers to cells grow from the front, cells from the
/// back.
private final class TreePage {
  static let byteCount = DatabasePages.pageByteCount
  private let page = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: 16)
  private let isLeaf: Bool
  private let margin: Int
  private var count = 0
  private var contentStart = byteCount
  private var lastCellByteCount = 0
  private var heldBack: (child: UInt32, record: [UInt8])?

  private var headerByteCount: Int { isLeaf ? 8 : 12 }

  init(isLeaf: Bool, margin: Int) {
    self.isLeaf = isLeaf
    self.margin = margin
    clear()
  }

  deinit {
    page.deallocate()
  }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: page, count: Self.byteCount) }

  func clear() {
    page.initializeMemory(as: UInt8.self, repeating: 0, count: Self.byteCount)
    page.storeBytes(of: isLeaf ? 0x0A : 0x02, as: UInt8.self)
    count = 0
    contentStart = Self.byteCount
    storeCounts()
  }

  private func storeCounts() {
    page.storeBytes(of: UInt16(count).bigEndian, toByteOffset: 3, as: UInt16.self)
    page.storeBytes(of: UInt16(contentStart).bigEndian, toByteOffset: 5, as: UInt16.self)
  }

  /// - Returns: `false` when the cell does not fit.
  @inline(__always)
  func append(child: UInt32, _ record: UnsafeBufferPointer<UInt8>) -> Bool {
    // The length of a record is below 128, so it takes one byte.
    let cellByteCount = record.count + (isLeaf ? 1 : 5)
    let pointersEnd = headerByteCount + (count + 1) * 2
    guard pointersEnd + cellByteCount + margin <= contentStart else { return false }
    contentStart -= cellByteCount
    var place = contentStart
    if !isLeaf {
      page.storeBytes(of: child.bigEndian, toByteOffset: place, as: UInt32.self)
      place += 4
    }
    page.storeBytes(of: UInt8(record.count), toByteOffset: place, as: UInt8.self)
    if let start = record.baseAddress {
      (page + place + 1).copyMemory(from: start, byteCount: record.count)
    }
    page.storeBytes(
      of: UInt16(contentStart).bigEndian, toByteOffset: pointersEnd - 2, as: UInt16.self)
    count += 1
    lastCellByteCount = cellByteCount
    storeCounts()
    return true
  }

  /// Takes the cell that was added last.
  func removeLast() -> (child: UInt32, record: [UInt8]) {
    let place = contentStart + (isLeaf ? 0 : 4)
    let child =
      isLeaf
      ? 0
      : UInt32(bigEndian: page.loadUnaligned(fromByteOffset: contentStart, as: UInt32.self))
    let length = Int(page.load(fromByteOffset: place, as: UInt8.self))
    let record = Array(
      UnsafeRawBufferPointer(start: page + place + 1, count: length))
    count -= 1
    page.storeBytes(of: UInt16(0), toByteOffset: headerByteCount + count * 2, as: UInt16.self)
    (page + contentStart).initializeMemory(as: UInt8.self, repeating: 0, count: lastCellByteCount)
    contentStart += lastCellByteCount
    storeCounts()
    return (child, record)
  }

  var hasHeldBack: Bool { heldBack != nil }

  func holdBack(child: UInt32, _ record: UnsafeBufferPointer<UInt8>) {
    heldBack = (child, Array(record))
  }

  func takeHeldBack() -> (child: UInt32, record: [UInt8]) {
    defer { heldBack = nil }
    return heldBack ?? (0, [])
  }

  /// The page after the last cell's, in a page that is no leaf.
  func setLastChild(_ child: UInt32) {
    guard !isLeaf else { return }
    page.storeBytes(of: child.bigEndian, toByteOffset: 8, as: UInt32.self)
  }
}

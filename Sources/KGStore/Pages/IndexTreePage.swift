/// A page of an index b-tree while it is being filled: cell pointers grow from the start of the page, cells
/// from its end.
final class IndexTreePage {
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
    // Records are shorter than 128 bytes, so their length takes one byte.
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

  /// Removes the cell that was added last.
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

  /// Sets the rightmost child of a page that is not a leaf.
  func setLastChild(_ child: UInt32) {
    guard !isLeaf else { return }
    page.storeBytes(of: child.bigEndian, toByteOffset: 8, as: UInt32.self)
  }
}

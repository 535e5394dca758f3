internal import Foundation

/// A finished b-tree: its pages, which have no numbers in the database yet, and its root page.
struct FinishedTree {
  let pages: ScratchFile
  let top: [UInt8]
}

/// Access to a database file by pages: adds finished trees to empty tables.
///
/// SQLite must not have a transaction open on the file; its next one detects that the file has changed.
struct DatabasePages {
  static let pageByteCount = 4096
  /// The page at byte 2^30, which SQLite uses for locks and never for data.
  private static let lockPage = (1 << 30) / pageByteCount + 1

  private let descriptor: Int32

  /// - Parameter descriptor: The file, open for reading and writing.
  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Appends the pages of trees, and writes their root pages over those of the tables.
  func append(_ trees: [(root: Int, tree: FinishedTree)]) throws {
    var header = try page(1)
    var last = Int(Self.number(header, at: 28))
    for (root, tree) in trees {
      let base = last
      try tree.pages.forEachPiece(byteCount: Self.pageByteCount * 128) { piece in
        for start in stride(from: 0, to: piece.count, by: Self.pageByteCount) {
          Self.shiftChildren(&piece, at: start, base: base)
        }
        last = try append(piece, after: last)
      }
      var top = tree.top
      Self.shiftChildren(&top, at: 0, base: base)
      try ScratchFile.writeAll(top, to: descriptor, at: (root - 1) * Self.pageByteCount)
    }
    let change = Self.number(header, at: 24) &+ 1
    for (value, place) in [(UInt32(last), 28), (change, 24), (change, 92)] {
      Self.store(value, &header, at: place)
    }
    try ScratchFile.writeAll(header, to: descriptor, at: 0)
  }

  private func page(_ number: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: Self.pageByteCount) { page, count in
      count = try ScratchFile.readAll(
        descriptor, UnsafeMutableRawBufferPointer(page), at: (number - 1) * Self.pageByteCount)
    }
  }

  /// Writes pages after the last one, skipping the lock page.
  ///
  /// - Returns: The number of the last page written.
  private func append(_ pages: [UInt8], after last: Int) throws -> Int {
    let count = pages.count / Self.pageByteCount
    let before = last < Self.lockPage ? min(count, Self.lockPage - 1 - last) : count
    let split = before * Self.pageByteCount
    try ScratchFile.writeAll(
      Array(pages[..<split]), to: descriptor, at: last * Self.pageByteCount)
    guard before < count else { return last + count }
    try ScratchFile.writeAll(
      Array(pages[split...]), to: descriptor, at: Self.lockPage * Self.pageByteCount)
    return last + count + 1
  }

  /// The number in the file of a page of a tree whose first page follows page `base`.
  private static func number(ofTreePage page: UInt32, base: Int) -> UInt32 {
    let place = base + Int(page)
    return UInt32(base < lockPage && place >= lockPage ? place + 1 : place)
  }

  /// Replaces the numbers of a page's children with their numbers in this file.
  private static func shiftChildren(_ bytes: inout [UInt8], at start: Int, base: Int) {
    guard bytes[start] == 0x02 else { return }
    let count = Int(bytes[start + 3]) << 8 | Int(bytes[start + 4])
    shift(&bytes, at: start + 8, base)
    for index in 0..<count {
      let pointer = start + 12 + index * 2
      shift(&bytes, at: start + (Int(bytes[pointer]) << 8 | Int(bytes[pointer + 1])), base)
    }
  }

  private static func shift(_ bytes: inout [UInt8], at place: Int, _ base: Int) {
    store(Self.number(ofTreePage: number(bytes, at: place), base: base), &bytes, at: place)
  }

  private static func number(_ bytes: [UInt8], at place: Int) -> UInt32 {
    bytes[place..<(place + 4)].reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func store(_ value: UInt32, _ bytes: inout [UInt8], at place: Int) {
    for index in 0..<4 {
      bytes[place + index] = UInt8(truncatingIfNeeded: value >> UInt32((3 - index) * 8))
    }
  }
}

internal import Foundation

/// Allocates bytes that keep their address until the arena is freed.
package final class ByteArena {
  private var blocks: [Block] = []
  private var used = 0
  /// The size of all blocks, in bytes.
  package private(set) var byteCount = 0
  private let blockSize: Int

  /// - Parameter blockSize: In bytes; how much is allocated at a time.
  package init(blockSize: Int = 1 << 16) {
    self.blockSize = blockSize
  }

  deinit {
    for block in blocks { block.deallocate() }
  }

  /// Uninitialized memory for this many bytes.
  package func allocate(_ count: Int) -> UnsafeMutablePointer<UInt8> {
    if blocks.isEmpty || blocks[blocks.count - 1].bytes.count - used < count {
      // Block sizes grow, so that a few terms take little memory and many terms few allocations.
      let size = max(count, min(blockSize << min(blocks.count, 8), 1 << 22))
      blocks.append(Block(size))
      byteCount += size
      used = 0
    }
    let block = blocks[blocks.count - 1].bytes.assumingMemoryBound(to: UInt8.self)
    defer { used += count }
    // An empty block has no address. Any address will do, because nothing is read from it.
    return block.baseAddress.map { $0 + used } ?? UnsafeMutablePointer(bitPattern: 16)
      ?? .allocate(capacity: 1)
  }

  /// Copies a term into the arena.
  package func copy(_ text: TermText) -> TermText {
    let copy = allocate(text.count)
    copy.update(from: text.start, count: text.count)
    return TermText(start: UnsafePointer(copy), count: text.count)
  }
}

/// Large blocks are mapped directly, so that freeing them returns the memory to the system at once; the
/// allocator may keep blocks that are freed in the middle of its heap.
private struct Block {
  let bytes: UnsafeMutableRawBufferPointer
  private let isMapped: Bool

  private static let mappedSize = 1 << 20

  init(_ size: Int) {
    let address =
      size < Self.mappedSize
      ? MAP_FAILED : mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
    isMapped = address != MAP_FAILED
    bytes =
      isMapped
      ? UnsafeMutableRawBufferPointer(start: address, count: size)
      : .allocate(byteCount: size, alignment: 16)
  }

  func deallocate() {
    if isMapped { munmap(bytes.baseAddress, bytes.count) } else { bytes.deallocate() }
  }
}

/// A term as the bytes of its canonical N-Triples form. Each term has one spelling, so two terms are equal
/// exactly when their bytes are.
///
/// The value does not own the bytes: its maker keeps them alive and unchanged as long as it is used.
package struct TermText {
  /// The first byte.
  package let start: UnsafePointer<UInt8>
  /// In bytes.
  package let count: Int

  package init(start: UnsafePointer<UInt8>, count: Int) {
    self.start = start
    self.count = count
  }

  /// The term of all bytes of a buffer.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self = bytes.baseAddress.map { TermText(start: $0, count: bytes.count) } ?? .empty
  }

  /// The canonical form as UTF-8.
  package var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
}

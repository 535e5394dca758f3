/// Bytes that stay where they were put until the arena goes.
package final class ByteArena {
  private var blocks: [UnsafeMutableRawBufferPointer] = []
  private var used = 0
  /// What all blocks take, in bytes.
  package private(set) var byteCount = 0
  private let blockSize: Int

  package init(blockSize: Int = 1 << 16) {
    self.blockSize = blockSize
  }

  deinit {
    for block in blocks { block.deallocate() }
  }

  /// Room for this many bytes.
  package func allocate(_ count: Int) -> UnsafeMutablePointer<UInt8> {
    if blocks.isEmpty || blocks[blocks.count - 1].count - used < count {
      // Many terms make large blocks, a few make a small one.
      let size = max(count, min(blockSize << min(blocks.count, 8), 1 << 22))
      blocks.append(.allocate(byteCount: size, alignment: 16))
      byteCount += size
      used = 0
    }
    let block = blocks[blocks.count - 1].assumingMemoryBound(to: UInt8.self)
    defer { used += count }
    // An empty block has no address; nothing is read from one that is as small.
    return block.baseAddress.map { $0 + used } ?? UnsafeMutablePointer(bitPattern: 16)
      ?? .allocate(capacity: 1)
  }

  package func copy(_ text: TermText) -> TermText {
    let copy = allocate(text.count)
    copy.update(from: text.start, count: text.count)
    return TermText(start: UnsafePointer(copy), count: text.count)
  }
}

/// A term as the bytes of its canonical N-Triples form: one spelling a term, so that terms are equal
/// when their bytes are.
package struct TermText {
  package let start: UnsafePointer<UInt8>
  package let count: Int

  package init(start: UnsafePointer<UInt8>, count: Int) {
    self.start = start
    self.count = count
  }

  package var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
}

/// Bytes in memory of their own, at a fixed address.
package final class OwnedBytes {
  /// Valid as long as this object lives.
  package let bytes: UnsafeBufferPointer<UInt8>
  private let memory: UnsafeMutableBufferPointer<UInt8>

  /// - Parameter fill: Writes bytes into the buffer and returns how many.
  package init(capacity: Int, fill: (UnsafeMutableBufferPointer<UInt8>) throws -> Int) rethrows {
    memory = .allocate(capacity: max(capacity, 1))
    bytes = UnsafeBufferPointer(rebasing: memory[..<(try fill(memory))])
  }

  package convenience init(_ bytes: some Collection<UInt8>) {
    self.init(capacity: bytes.count) { $0.update(fromContentsOf: bytes) }
  }

  deinit {
    memory.deallocate()
  }
}

// Safe: the memory is written during initialization only, is not shared with any other object, and is freed
// when the last reference is released.
extension OwnedBytes: @unchecked Sendable {}

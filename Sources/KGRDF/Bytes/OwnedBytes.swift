/// Bytes in memory of their own, at an address that does not change.
package final class OwnedBytes {
  package let bytes: UnsafeBufferPointer<UInt8>
  private let memory: UnsafeMutableBufferPointer<UInt8>

  /// - Parameter fill: Puts bytes into the room and says how many.
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

extension OwnedBytes: @unchecked Sendable {}

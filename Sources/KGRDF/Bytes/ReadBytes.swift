/// Puts the next bytes of a document at the start of a buffer and says how many; none is the end.
///
/// A document is read through this, so that it can come from a file, a pipe or a decompressor, and need
/// not fit in memory.
public typealias ReadBytes = (UnsafeMutableRawBufferPointer) throws -> Int

/// Reads bytes at hand.
public func reading(_ bytes: [UInt8]) -> ReadBytes {
  var rest = bytes[...]
  return { buffer in
    let count = min(buffer.count, rest.count)
    buffer.copyBytes(from: rest.prefix(count))
    rest = rest.dropFirst(count)
    return count
  }
}

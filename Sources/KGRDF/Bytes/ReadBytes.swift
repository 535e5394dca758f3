/// Reads the next bytes of a document into the start of a buffer and returns how many; 0 at the end.
///
/// Documents are read through such a function, so that they can come from a file, a pipe or a decompressor
/// and need not fit in memory.
public typealias ReadBytes = (UnsafeMutableRawBufferPointer) throws -> Int

/// Reads bytes that are in memory.
///
/// - Returns: A reader for one pass over the bytes.
public func reading(_ bytes: [UInt8]) -> ReadBytes {
  var rest = bytes[...]
  return { buffer in
    let count = min(buffer.count, rest.count)
    buffer.copyBytes(from: rest.prefix(count))
    rest = rest.dropFirst(count)
    return count
  }
}

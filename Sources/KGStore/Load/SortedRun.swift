/// Rows of three numbers in ascending order, in a file: the part of a load that does not fit in memory. Each
/// number is stored as its difference from the row before, in about five bytes per row.
final class SortedRun {
  typealias Row = (Int64, Int64, Int64)

  private let file: ScratchFile
  private var last: Row = (0, 0, 0)
  private var buffer: [UInt8] = []
  /// The number of rows not yet read.
  private var count = 0
  /// How far the file has been read into the buffer, and how far the buffer has been decoded.
  private var (fileOffset, offset) = (0, 0)

  private static let bufferByteCount = 1 << 18

  init(folder: String) throws {
    file = try ScratchFile(folder: folder)
  }

  // MARK: Writing

  func append(_ row: Row) throws {
    VariableLength.append(signed: row.0 &- last.0, to: &buffer)
    VariableLength.append(signed: row.1 &- last.1, to: &buffer)
    VariableLength.append(signed: row.2 &- last.2, to: &buffer)
    last = row
    count += 1
    if buffer.count >= Self.bufferByteCount { try write() }
  }

  private func write() throws {
    try buffer.withUnsafeBytes { try file.append($0) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Prepares the run for reading; to be called after the last row.
  func finish() throws {
    try write()
    last = (0, 0, 0)
  }

  // MARK: Reading

  /// The row that `step` has read last. A run is read once, from the first row to the last.
  private(set) var current: Row = (0, 0, 0)

  /// Reads the next row into `current`.
  ///
  /// - Returns: `false` after the last.
  func step() throws -> Bool {
    guard count > 0 else { return false }
    count -= 1
    if buffer.count - offset < 3 * VariableLength.maximumByteCount { try read() }
    buffer.withUnsafeBytes { bytes in
      var reader = VariableLength.Reader(UnsafeRawBufferPointer(rebasing: bytes[offset...]))
      current.0 &+= reader.nextSigned()
      current.1 &+= reader.nextSigned()
      current.2 &+= reader.nextSigned()
      offset += reader.position
    }
    return true
  }

  private func read() throws {
    buffer.removeFirst(offset)
    offset = 0
    let more = try file.read(byteCount: Self.bufferByteCount, at: fileOffset)
    fileOffset += more.count
    buffer += more
  }
}

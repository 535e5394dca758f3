internal import Foundation

/// A temporary file without a name. It is deleted when it is closed or the process ends in any way.
final class ScratchFile {
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  private static let bufferByteCount = 1 << 20

  /// - Parameter folder: A folder on the file system whose space is to be used.
  /// - Throws: ``StoreError`` when the file cannot be created.
  init(folder: String) throws {
    var template = Array((folder + "/.kg-XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw StoreError(errno: errno, path: folder) }
    unlink(template)
    buffer.reserveCapacity(Self.bufferByteCount)
  }

  deinit {
    close(descriptor)
  }

  func append(_ bytes: UnsafeRawBufferPointer) throws {
    buffer += bytes
    if buffer.count >= Self.bufferByteCount { try flush() }
  }

  private func flush() throws {
    try Self.writeAll(buffer, to: descriptor, at: nil)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Reads bytes from an offset on; fewer at the end of the file.
  func read(byteCount: Int, at offset: Int) throws -> [UInt8] {
    if !buffer.isEmpty { try flush() }
    return try [UInt8](unsafeUninitializedCapacity: byteCount) { bytes, count in
      count = try Self.readAll(descriptor, UnsafeMutableRawBufferPointer(bytes), at: offset)
    }
  }

  /// Reads the file in pieces of a size; the last may be shorter.
  func forEachPiece(byteCount: Int, _ body: (inout [UInt8]) throws -> Void) throws {
    var offset = 0
    while true {
      var piece = try read(byteCount: byteCount, at: offset)
      guard !piece.isEmpty else { return }
      offset += piece.count
      try body(&piece)
    }
  }

  // MARK: Complete reads and writes

  static func writeAll(_ bytes: [UInt8], to descriptor: Int32, at offset: Int?) throws {
    try bytes.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
        let written =
          offset.map { pwrite(descriptor, rest.baseAddress, rest.count, off_t($0 + done)) }
          ?? write(descriptor, rest.baseAddress, rest.count)
        if written < 0, errno != EINTR { throw StoreError(errno: errno, path: "a temporary file") }
        done += max(0, written)
      }
    }
  }

  static func readAll(
    _ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws -> Int {
    var done = 0
    while done < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      let count = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
      if count == 0 { break }
      if count < 0, errno != EINTR { throw StoreError(errno: errno, path: "a temporary file") }
      done += max(0, count)
    }
    return done
  }
}

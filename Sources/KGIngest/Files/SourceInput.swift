internal import Foundation
internal import KGReaders

/// Reads the bytes of a source: from a file, from standard input, or through a decompressor.
///
/// Compression with gzip or Zstandard is recognised by the first bytes; the program of that name
/// unpacks them in a process of its own, in parallel, where a hostile archive cannot harm this process.
package final class SourceInput {
  private let name: String
  private let file: FileHandle
  private var decompressor: Decompressor?
  /// Bytes that ``head(_:)`` has read and ``read(_:)`` has not returned yet.
  private var pending: [UInt8] = []
  /// The size of the file on disk, in bytes, compressed if it is; `nil` for a pipe.
  package let byteCountOnDisk: Int?

  /// Opens a source.
  ///
  /// - Throws: ``UnreadablePath`` when it is not a readable file, or its decompressor cannot be run.
  package init(_ source: SourceFile) throws {
    name = source.path
    if source == .standardInput {
      file = .standardInput
      byteCountOnDisk = nil
    } else {
      let path = FilePath(source.absolutePath)
      guard path.isReadable else { throw UnreadablePath.noPermission(name) }
      let status = path.status
      let type = status.map { $0.st_mode & S_IFMT }
      // The file can be a pipe: `<(…)` of a shell.
      guard let status, [S_IFREG, S_IFIFO, S_IFCHR].contains(type) else {
        throw UnreadablePath.notAFile(name)
      }
      guard let file = path.open() else { throw UnreadablePath.noPermission(name) }
      self.file = file
      byteCountOnDisk = type == S_IFREG ? Int(status.st_size) : nil
    }
    let magic = try head(4)
    if let program = Decompressor.program(for: magic) {
      decompressor = try Decompressor(program, file, alreadyRead: pending, name)
      pending = []
    }
  }

  /// Whether the bytes come from a decompressor.
  package var isCompressed: Bool { decompressor != nil }

  /// The first bytes, which ``read(_:)`` still returns later; fewer when the source is shorter.
  package func head(_ count: Int) throws -> [UInt8] {
    while pending.count < count {
      var more = [UInt8](repeating: 0, count: count - pending.count)
      let added = try more.withUnsafeMutableBytes(readNext)
      if added == 0 { break }
      pending += more.prefix(added)
    }
    return Array(pending.prefix(count))
  }

  /// Copies the next bytes to the start of a buffer and returns their number; 0 at the end.
  ///
  /// - Throws: ``UnreadablePath`` when reading fails or the archive is damaged.
  package func read(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard pending.isEmpty else {
      let count = min(buffer.count, pending.count)
      buffer.copyBytes(from: pending.prefix(count))
      pending.removeFirst(count)
      return count
    }
    return try readNext(buffer)
  }

  private func readNext(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard let decompressor else { return try Self.read(file, buffer, name) }
    let count = try Self.read(decompressor.output, buffer, name)
    if count == 0 { try decompressor.checkEnd() }
    return count
  }

  /// All bytes that have not been read, up to a limit.
  package func readAll(limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    if !isCompressed, let size = byteCountOnDisk { bytes.reserveCapacity(min(size, limit)) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while bytes.count < limit {
      let count = try buffer.withUnsafeMutableBytes(read)
      if count == 0 { break }
      bytes += buffer.prefix(min(count, limit - bytes.count))
    }
    return bytes
  }

  private static func read(
    _ file: FileHandle, _ buffer: UnsafeMutableRawBufferPointer, _ name: String
  ) throws -> Int {
    do { return try file.read(into: buffer) } catch {
      throw UnreadablePath.failed(name, reason: error.description)
    }
  }
}

internal import Foundation

/// The bytes of a source as they are read: from a file, standard input, or through a decompressor.
///
/// What is compressed with gzip or Zstandard is told by its first bytes and unpacked by the program of that
/// name, in a process of its own: it works beside ours, and a hostile archive stays outside.
public final class SourceInput {
  private let name: String
  private let file: FileHandle
  private var decompressor: Decompressor?
  /// Bytes that were looked at and not yet taken.
  private var ahead: [UInt8] = []
  /// The size of the file as it lies on the disk; `nil` for a pipe.
  public let byteCountOnDisk: Int?

  /// - Throws: ``UnreadablePath``.
  public init(_ source: SourceFile) throws {
    name = source.path
    if source == .standardInput {
      file = .standardInput
      byteCountOnDisk = nil
    } else {
      let path = FilePath(source.absolutePath)
      guard path.isReadable else { throw UnreadablePath.noPermission(name) }
      let status = path.status
      let type = status.map { $0.st_mode & S_IFMT }
      // A pipe has a name in a shell's <(…).
      guard let status, [S_IFREG, S_IFIFO, S_IFCHR].contains(type) else {
        throw UnreadablePath.notAFile(name)
      }
      guard let file = path.open() else { throw UnreadablePath.noPermission(name) }
      self.file = file
      byteCountOnDisk = type == S_IFREG ? Int(status.st_size) : nil
    }
    let magic = try head(4)
    if let program = Decompressor.program(for: magic) {
      decompressor = try Decompressor(program, file, already: ahead, name)
      ahead = []
    }
  }

  public var isCompressed: Bool { decompressor != nil }

  /// The first bytes, which stay to be read.
  public func head(_ count: Int) throws -> [UInt8] {
    while ahead.count < count {
      var more = [UInt8](repeating: 0, count: count - ahead.count)
      let added = try more.withUnsafeMutableBytes(readOn)
      if added == 0 { break }
      ahead += more.prefix(added)
    }
    return Array(ahead.prefix(count))
  }

  /// Puts the next bytes at the start of a buffer; none is the end.
  ///
  /// - Throws: ``UnreadablePath`` when the disk or the archive fails.
  public func read(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard ahead.isEmpty else {
      let count = min(buffer.count, ahead.count)
      buffer.copyBytes(from: ahead.prefix(count))
      ahead.removeFirst(count)
      return count
    }
    return try readOn(buffer)
  }

  private func readOn(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard let decompressor else { return try Self.read(file, buffer, name) }
    let count = try Self.read(decompressor.output, buffer, name)
    if count == 0 { try decompressor.checkEnd() }
    return count
  }

  /// All bytes, up to a limit.
  public func readAll(limit: Int) throws -> [UInt8] {
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
    while true {
      let count = Foundation.read(file.fileDescriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR {
        throw UnreadablePath.failed(name, reason: String(cString: strerror(errno)))
      }
    }
  }
}

internal import KGRDF

/// Counts and hashes the bytes of a document while they are read.
final class DocumentMeter {
  private let source: ReadBytes
  private var hash = ContentHash()
  private(set) var byteCount = 0

  init(_ source: @escaping ReadBytes) {
    self.source = source
  }

  func read(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try source(buffer)
    hash.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    byteCount += count
    return count
  }

  var fingerprint: String { hash.digits }
}

import Foundation

/// Where a result goes: standard output, or a file that takes the place of an older one when it is whole.
final class OutputFile: @unchecked Sendable {
  private let path: String
  /// What is written until it is whole; `nil` for standard output.
  private let temporary: (path: String, handle: FileHandle)?

  /// - Parameter path: The file; `nil` or `-` for standard output.
  init(_ path: String?) throws {
    guard let path, path != "-" else {
      self.path = "-"
      temporary = nil
      return
    }
    self.path = path
    let name = path + ".\(ProcessInfo.processInfo.processIdentifier).part"
    guard FileManager.default.createFile(atPath: name, contents: nil),
      let handle = FileHandle(forWritingAtPath: name)
    else { throw Failure(.cannotCreate, "\(path): cannot be written; check its folder") }
    temporary = (name, handle)
  }

  deinit {
    // Nothing is there any more when all went well.
    if let temporary { unlink(temporary.path) }
  }

  func write(_ bytes: [UInt8]) throws {
    guard let temporary else { return Output.bytes(bytes) }
    do {
      try temporary.handle.write(contentsOf: bytes)
    } catch {
      throw Failure(.inputOutput, "\(path): cannot be written: \(error.localizedDescription)")
    }
  }

  func finish() throws {
    guard let temporary else { return }
    guard rename(temporary.path, path) == 0 else {
      throw Failure(
        .cannotCreate, "\(path): cannot be written: \(String(cString: strerror(errno)))")
    }
  }
}

import Foundation
import KnowledgeGraph

/// Where a result goes: standard output, or a file. A regular file is written under another name and takes the place
/// of an older one when it is whole; a device or a pipe is written as it is.
final class OutputFile {
  private let path: FilePath
  /// `nil` for standard output.
  private let file: FileDescriptor?
  /// What is written until it is whole; `nil` where nothing is replaced.
  private let temporary: FilePath?

  /// - Parameter path: The file; `nil` or `-` for standard output.
  /// - Throws: ``Failure`` when there cannot be such a file.
  init(_ path: String?) throws {
    guard let path, path != "-" else {
      self.path = FilePath("-")
      file = nil
      temporary = nil
      return
    }
    self.path = FilePath(path)
    let isReplaced = try Self.isReplaced(self.path)
    let part = FilePath(path + ".\(ProcessInfo.processInfo.processIdentifier).part")
    temporary = isReplaced ? part : nil
    let number = (temporary ?? self.path).withSystemPath {
      open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    }
    guard number >= 0 else { throw Self.failure(.cannotCreate, self.path, SystemError()) }
    file = FileDescriptor(number: number)
  }

  deinit {
    // It is not there any more when all went well.
    temporary?.withSystemPath { _ = unlink($0) }
  }

  /// - Throws: ``Failure`` when the disk is full, and the like.
  func write(_ bytes: [UInt8]) throws {
    guard let file else { return Output.bytes(bytes) }
    do {
      try file.write(bytes)
    } catch {
      throw Self.failure(.inputOutput, path, error)
    }
  }

  /// To be called when all is written: the file is there only after this.
  func finish() throws {
    guard let file else { return }
    do {
      try file.close()
    } catch {
      throw Self.failure(.inputOutput, path, error)
    }
    guard let temporary else { return }
    let status = temporary.withSystemPath { old in path.withSystemPath { rename(old, $0) } }
    guard status == 0 else { throw Self.failure(.cannotCreate, path, SystemError()) }
  }

  /// Whether a file of this name is absent or regular. A device or a pipe is written as it is, and so is what a
  /// symbolic link leads to: the link stays.
  private static func isReplaced(_ path: FilePath) throws -> Bool {
    var status = stat()
    guard path.withSystemPath({ lstat($0, &status) }) == 0 else { return true }
    if status.st_mode & S_IFMT == S_IFLNK {
      guard path.withSystemPath({ stat($0, &status) }) == 0 else { return false }
      if status.st_mode & S_IFMT != S_IFDIR { return false }
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw Failure(.cannotCreate, "\(path.name): is a folder; name a file in it")
    }
    return status.st_mode & S_IFMT == S_IFREG
  }

  private static func failure(_ code: Failure.Code, _ path: FilePath, _ error: SystemError)
    -> Failure
  {
    Failure(code, "\(path.name): cannot be written: \(error)")
  }
}

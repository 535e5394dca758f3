internal import Foundation
internal import KGReaders

/// A program that unpacks a file while it is read.
final class Decompressor {
  private let child: ChildProcess
  private let program: String
  private let name: String
  var output: FileHandle { child.output }

  /// The program for the first four bytes of a file; `nil` where they are not those of a compressed one.
  static func program(for magic: [UInt8]) -> String? {
    if magic.starts(with: [0x1F, 0x8B]) { return "gzip" }
    return magic.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) ? "zstd" : nil
  }

  /// - Parameters:
  ///   - already: The bytes of the file that have been read.
  ///   - name: The file's name in errors.
  /// - Throws: ``UnreadablePath`` when the program cannot be started.
  init(_ program: String, _ file: FileHandle, already: [UInt8], _ name: String) throws {
    self.program = program
    self.name = name
    // A pipe cannot be read again from its start: what was read of it is fed to the program first.
    let isFile = lseek(file.fileDescriptor, 0, SEEK_SET) == 0
    do {
      child = try ChildProcess(
        command: "exec \(program) -dc", input: isFile ? .file(file) : .pipe)
    } catch {
      throw UnreadablePath.failed(name, reason: "'\(program)' cannot be run: \(error)")
    }
    if !isFile { child.feed(already, then: file) }
  }

  /// - Throws: ``UnreadablePath`` when the archive was not whole.
  func checkEnd() throws {
    let ending = child.wait()
    if ending.isSuccess { return }
    throw UnreadablePath.failed(
      name,
      reason: ending.isMissingProgram
        ? "unpacking needs the program '\(program)'; install it"
        : ending.firstErrorLine ?? "'\(program)' failed")
  }
}

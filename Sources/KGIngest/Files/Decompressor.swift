internal import Foundation
internal import KGReaders

/// A program that decompresses a file while it is read.
final class Decompressor {
  private let child: ChildProcess
  private let program: String
  private let name: String
  /// The decompressed bytes.
  var output: FileHandle { child.output }

  /// The program for a file with these first four bytes; `nil` when it is not compressed.
  static func program(for magic: [UInt8]) -> String? {
    if magic.starts(with: [0x1F, 0x8B]) { return "gzip" }
    return magic.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) ? "zstd" : nil
  }

  /// Starts the program.
  ///
  /// - Parameters:
  ///   - alreadyRead: The bytes of the file that have been read.
  ///   - name: The file's name in errors.
  /// - Throws: ``UnreadablePath`` when the program cannot be started.
  init(_ program: String, _ file: FileHandle, alreadyRead: [UInt8], _ name: String) throws {
    self.program = program
    self.name = name
    // A pipe cannot be read from its start again: the bytes read so far are passed to the program first.
    let isFile = lseek(file.fileDescriptor, 0, SEEK_SET) == 0
    do {
      child = try ChildProcess(
        command: "exec \(program) -dc", input: isFile ? .file(file) : .pipe)
    } catch {
      throw UnreadablePath.failed(name, reason: "'\(program)' cannot be run: \(error)")
    }
    if !isFile { child.feed(alreadyRead, then: file) }
  }

  /// Checks that the program succeeded, once all of its output has been read.
  ///
  /// - Throws: ``UnreadablePath`` when the program is missing, or the file is damaged or incomplete.
  func checkEnd() throws {
    let ending = child.wait()
    if ending.isSuccess { return }
    if let error = ending.inputError {
      throw UnreadablePath.failed(name, reason: error.description)
    }
    throw UnreadablePath.failed(
      name,
      reason: ending.isMissingProgram
        ? "unpacking needs the program '\(program)'; install it"
        : ending.firstErrorLine ?? "'\(program)' failed")
  }
}

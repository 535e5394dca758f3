internal import Foundation
internal import KGModel

/// Why no temporary files can be written.
public struct UnusableTemporaryFolder: Error, Hashable, Sendable, CustomStringConvertible {
  /// The folder for temporary files: `$TMPDIR`, or `/tmp` without it.
  public let path: String
  /// The error of the system.
  public let reason: String

  /// The folder, what is wrong, and what to do.
  public var description: String {
    "\(path): temporary files cannot be written here: \(reason); "
      + "set TMPDIR to a folder that exists, is writable and has free space"
  }
}

/// A temporary folder for the files of another program, readable by its owner alone.
package enum ScratchFolder {
  /// Calls a function with the absolute path of a new folder, and removes the folder with all that is in it.
  ///
  /// - Parameter purpose: A part of the folder's name: `kg-pdf-…`.
  /// - Throws: ``UnusableTemporaryFolder`` when the folder cannot be made; what `body` throws.
  package static func with<Result>(
    _ purpose: String, _ body: (_ path: String) throws -> Result
  ) throws -> Result {
    let parent = try parent()
    var path = Array("\(parent)/kg-\(purpose)-XXXXXX".utf8CString)
    guard mkdtemp(&path) != nil else {
      throw UnusableTemporaryFolder(path: parent, reason: SystemError().description)
    }
    let folder = text(of: path)
    defer { try? FileManager.default.removeItem(atPath: folder) }  // else the system removes it
    return try body(folder)
  }

  /// Writes a file into the folder.
  package static func write(_ bytes: [UInt8], to path: String) throws(UnusableTemporaryFolder) {
    let file = fopen(path, "wb")
    var isWritten = file != nil
    var error = SystemError()
    if let file {
      isWritten = fwrite(bytes, 1, bytes.count, file) == bytes.count
      error = SystemError()
      // Some file systems report a full disk only now.
      if fclose(file) != 0, isWritten { (isWritten, error) = (false, SystemError()) }
    }
    if !isWritten { throw unusable(path, error) }
  }

  /// Makes a folder in the folder.
  package static func makeFolder(_ path: String) throws(UnusableTemporaryFolder) {
    if mkdir(path, 0o700) != 0 { throw unusable(path, SystemError()) }
  }

  /// - Parameter path: What cannot be written in a folder of ``with(_:_:)``.
  private static func unusable(_ path: String, _ error: SystemError) -> UnusableTemporaryFolder {
    let folder = PathText(path).folder
    return UnusableTemporaryFolder(path: PathText(folder).folder, reason: error.description)
  }

  /// The folder for temporary files from the root, as programs in other folders have to name it.
  private static func parent() throws(UnusableTemporaryFolder) -> String {
    let named = getenv("TMPDIR").flatMap { $0.pointee == 0 ? nil : $0 }
    let name =
      named.map { Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1)) }
      ?? Array("/tmp".utf8CString)
    let shown = text(of: name)
    guard let path = realpath(name, nil) else {
      throw UnusableTemporaryFolder(path: shown, reason: SystemError().description)
    }
    defer { free(path) }
    guard let text = String(validatingCString: path) else {
      throw UnusableTemporaryFolder(path: shown, reason: "its name is not UTF-8")
    }
    return text
  }

  /// - Parameter path: With the zero at its end.
  private static func text(of path: [CChar]) -> String {
    String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

import Foundation
import Testing

/// Runs the built command in a folder of its own, which is gone when the test is over.
final class CommandLine {
  struct Result {
    let code: Int32
    let output: String
    let error: String
  }

  let folder: String
  static let command = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("kg")

  init() throws {
    folder = NSTemporaryDirectory() + "kg-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)  // nothing depends on it
  }

  @discardableResult
  func kg(_ arguments: String..., input: String = "") throws -> Result {
    try run(arguments, input: input)
  }

  /// Runs a line of the shell, in which `$KG` is the command: for arguments that are not UTF-8, and for terminals.
  func shell(_ text: String) throws -> Result {
    try run(["-c", text], program: URL(fileURLWithPath: "/bin/sh"))
  }

  /// - Parameters:
  ///   - environment: What is added to the little that the command needs.
  ///   - device: What standard output goes to instead of a file.
  func run(
    _ arguments: [String], program: URL = CommandLine.command, input: String = "",
    environment: [String: String] = [:], device: String? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = [
      "PATH": "/usr/bin:/bin", "KG_DB": "kg.sqlite", "KG": Self.command.path,
    ].merging(environment) { $1 }
    let paths = (output: folder + "/.out", error: folder + "/.err")
    for path in [paths.output, paths.error] {
      _ = FileManager.default.createFile(atPath: path, contents: nil)
    }
    process.standardOutput = FileHandle(forWritingAtPath: device ?? paths.output)
    process.standardError = FileHandle(forWritingAtPath: paths.error)
    let pipe = Pipe()
    process.standardInput = pipe
    try process.run()
    pipe.fileHandleForWriting.write(Data(input.utf8))
    try pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus,
      output: try String(contentsOfFile: paths.output, encoding: .utf8),
      error: try String(contentsOfFile: paths.error, encoding: .utf8))
  }

  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  func write(_ name: String, _ text: String) throws { try write(name, text.utf8) }
}

extension CommandLine {
  /// Two made-up people with a paper in common.
  func withSample() throws -> CommandLine {
    try write(
      "ada.md",
      """
      # Ada Quill

      ## Experience

      - Research Scientist, Institute of Examples, 2018 – present

      ## Publications

      - Ada Quill, Bo Qian. On the Notes of Engines. ICCV, 2021.
      """)
    #expect(try kg("ingest", "ada.md").code == 0)
    return self
  }
}

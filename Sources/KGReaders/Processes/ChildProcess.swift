package import Foundation
internal import Synchronization

/// A program in a process of its own, with limits on time and memory: a hostile file cannot harm this
/// process, and the licence of the program does not extend to it.
///
///     let child = try ChildProcess(command: "exec gzip -dc", input: .file(archive))
///     let text = child.output.readDataToEndOfFile()
///     let ending = child.wait()   // ending.status == 0
package final class ChildProcess {
  /// What the program may use; `nil` is no limit.
  package struct Limits: Sendable {
    /// Seconds of processor time; the process may run a few seconds longer while it waits.
    package var seconds: Int?
    var memoryMegabytes: Int?
    /// The size of any file that it writes, in bytes.
    package var fileByteCount: Int?

    package init(seconds: Int? = nil, memoryMegabytes: Int? = nil, fileByteCount: Int? = nil) {
      self.seconds = seconds
      self.memoryMegabytes = memoryMegabytes
      self.fileByteCount = fileByteCount
    }

    /// Seconds that a program may wait for its disk or its reader beyond its processor time.
    private static let waitingSeconds = 5

    /// The arguments of a shell that sets the limits and runs a command.
    ///
    /// `timeout` of coreutils runs it in a process group of its own and ends all of the group, itself included, which
    /// a signal to the shell of a pipeline would not.
    fileprivate func arguments(running command: String, _ arguments: [String]) -> [String] {
      let limits = [
        seconds.map { "ulimit -t \($0)" }, memoryMegabytes.map { "ulimit -v \($0 << 10)" },
        fileByteCount.map { "ulimit -f \($0 / 512)" },  // blocks of 512 bytes
      ].compactMap { $0 }
      guard let seconds else {
        return ["-c", (limits + [command]).joined(separator: "; "), "sh"] + arguments
      }
      let wait = seconds + Self.waitingSeconds
      let run = "exec timeout -s KILL \(wait) sh -c \"$0\" sh \"$@\""
      return ["-c", (limits + [run]).joined(separator: "; "), command] + arguments
    }
  }

  /// Where the program's input comes from.
  package enum Input {
    /// The input is empty.
    case none
    /// The input is an open file.
    case file(FileHandle)
    /// The input is what ``feed(_:then:)`` writes.
    case pipe
  }

  /// How the program ended.
  package struct Ending: Sendable {
    /// The exit code; not meaningful when a signal ended the program.
    package let status: Int32
    /// Whether a signal ended it, as a limit does.
    let isKilled: Bool
    /// What it printed to standard error, up to 8 KB.
    let errorText: String
    /// Why its input from ``ChildProcess/feed(_:then:)`` could not be read to the end; `nil` when it could.
    package let inputError: SystemError?

    /// Whether it exited with code 0, and had all of its input.
    package var isSuccess: Bool { status == 0 && !isKilled && inputError == nil }
    /// Whether the shell did not find the program.
    package var isMissingProgram: Bool { status == 127 && !isKilled }
    /// The first line of ``errorText``; `nil` when it printed none.
    package var firstErrorLine: String? {
      errorText.split(whereSeparator: \.isNewline).first.map(String.init)
    }
  }

  /// What the program prints, to be read to its end before ``wait()``.
  package let output: FileHandle
  private let process = Process()
  private let inputPipe: Pipe?
  private let errors: ErrorCollector
  private let inputError = Locked<SystemError>()

  /// Starts a command of the shell.
  ///
  /// - Parameters:
  ///   - command: A line of `sh`; `"$1"` is the first of the arguments.
  ///   - folder: The working directory; `nil` is the root, so paths have to be absolute.
  /// - Throws: The error of Foundation when no process can be started.
  package init(
    command: String, arguments: [String] = [], input: Input = .none, in folder: URL? = nil,
    limits: Limits = Limits()
  ) throws {
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = limits.arguments(running: command, arguments)
    // The current folder may have a name that Foundation cannot pass on.
    process.currentDirectoryURL = folder ?? URL(fileURLWithPath: "/")
    let (printed, complaints) = (Pipe(), Pipe())
    process.standardOutput = printed
    process.standardError = complaints
    output = printed.fileHandleForReading
    switch input {
    case .none:
      process.standardInput = FileHandle.nullDevice
      inputPipe = nil
    case .file(let file):
      process.standardInput = file
      inputPipe = nil
    case .pipe:
      let pipe = Pipe()
      process.standardInput = pipe
      inputPipe = pipe
    }
    errors = ErrorCollector(complaints.fileHandleForReading)
    try process.run()
    errors.start()
  }

  deinit { stop() }

  /// Ends the program, if it still runs, with all programs of a pipeline: Foundation gives the shell a process group
  /// of its own. By SIGKILL, because a program that was started from a thread of Dispatch has SIGTERM blocked.
  package func stop() {
    if process.isRunning { kill(-process.processIdentifier, SIGKILL) }
  }

  /// Waits until the program has ended; its output has been read by then.
  package func wait() -> Ending {
    process.waitUntilExit()
    return Ending(
      status: process.terminationStatus,
      // A shell reports the signal that ended its command as 128 and its number.
      isKilled: process.terminationReason == .uncaughtSignal || process.terminationStatus > 128,
      errorText: errors.text(), inputError: inputError.value)
  }

  /// Writes to the program's input on a separate thread: first some bytes, then the rest of a file. When reading the
  /// file fails, the input ends, and ``wait()`` reports the error.
  package func feed(_ first: [UInt8], then file: FileHandle) {
    guard let target = inputPipe?.fileHandleForWriting else { return }
    let thread = Thread { [inputError] in
      // A program that ends early must not end this one.
      var signals = sigset_t()
      sigemptyset(&signals)
      sigaddset(&signals, SIGPIPE)
      pthread_sigmask(SIG_BLOCK, &signals, nil)
      do {
        try Self.copy(first, file, to: target)
      } catch let error as SystemError {
        inputError.value = error
      } catch {
        // A program that has ended reports the reason itself; the failed write is not it.
      }
      try? target.close()  // the program sees the end of its input
    }
    thread.start()
  }

  /// - Throws: ``SystemError`` when the file cannot be read; the error of Foundation when the target cannot be written.
  private static func copy(_ first: [UInt8], _ file: FileHandle, to target: FileHandle) throws {
    try target.write(contentsOf: first)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
      if count == 0 { return }
      try target.write(contentsOf: buffer.prefix(count))
    }
  }
}

/// A value that threads share; `nil` at first.
private final class Locked<Value: Sendable>: Sendable {
  private let stored = Mutex<Value?>(nil)

  var value: Value? {
    get { stored.withLock { $0 } }
    set { stored.withLock { $0 = newValue } }
  }
}

/// Reads standard error of a program while it runs: a full pipe would stop the program.
private final class ErrorCollector: Sendable {
  private let file: FileHandle
  private let kept = Mutex<[UInt8]>([])
  private let end = DispatchSemaphore(value: 0)

  private static let maximumByteCount = 8 << 10

  init(_ file: FileHandle) { self.file = file }

  func start() {
    Thread { [self] in
      while let piece = try? file.read(upToCount: 1 << 12), !piece.isEmpty {
        kept.withLock { $0 += piece.prefix(max(0, Self.maximumByteCount - $0.count)) }
      }
      end.signal()
    }.start()
  }

  /// The text that was printed, up to the limit; waits until the program has ended.
  func text() -> String {
    end.wait()
    end.signal()
    return kept.withLock { String(decoding: $0, as: UTF8.self) }
  }
}

import Foundation
import Synchronization
import Testing

@testable import KGReaders

@Suite("Reading a file descriptor")
struct FileHandleReadingTests {
  private static func read(_ file: FileHandle) throws -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 16)
    let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
    return Array(buffer.prefix(count))
  }

  @Test("A signal that interrupts the call does not end it")
  func signal() throws {
    // A handler without SA_RESTART: the call returns with EINTR.
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in }
    sigaction(SIGUSR2, &action, nil)
    let pipe = Pipe()
    let (file, reading) = (pipe.fileHandleForReading, Reading())
    Thread {
      reading.thread.withLock { $0 = pthread_self() }
      let bytes = try? Self.read(file)
      reading.bytes.withLock { $0 = bytes }
      reading.end.signal()
    }.start()
    for _ in 0..<100 where reading.bytes.withLock({ $0 == nil }) {
      if let thread = reading.thread.withLock({ $0 }) { pthread_kill(thread, SIGUSR2) }
      usleep(1000)
    }
    pipe.fileHandleForWriting.write(Data("x".utf8))
    reading.end.wait()
    #expect(reading.bytes.withLock { $0 } == Array("x".utf8))
  }

  private final class Reading: Sendable {
    let thread = Mutex<pthread_t?>(nil)
    let bytes = Mutex<[UInt8]?>(nil)
    let end = DispatchSemaphore(value: 0)
  }

  @Test("The end is 0 bytes; a folder is an error with its number")
  func endAndError() throws {
    let empty = try #require(FileHandle(forReadingAtPath: "/dev/null"))
    #expect(try Self.read(empty) == [])
    let folder = FileHandle(fileDescriptor: open("/", O_RDONLY), closeOnDealloc: true)
    let error = #expect(throws: SystemError.self) { try Self.read(folder) }
    #expect(error?.code == EISDIR)
    #expect(error?.description == "Is a directory")
  }
}

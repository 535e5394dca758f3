import Foundation
import KGText
import Testing

@testable import KGReaders

@Suite("Child processes")
struct ChildProcessTests {
  private func output(of child: ChildProcess) -> String {
    String(decoding: child.output.readDataToEndOfFile(), as: UTF8.self)
  }

  @Test("What a program prints can be read; its arguments are not parsed by the shell")
  func output() throws {
    let child = try ChildProcess(command: "printf '%s' \"$1\"", arguments: ["a; exit 3 'b"])
    #expect(output(of: child) == "a; exit 3 'b")
    #expect(child.wait().isSuccess)
  }

  @Test("An exit code and the first line of errors come back")
  func failure() throws {
    let child = try ChildProcess(command: "echo one >&2; echo two >&2; exit 3")
    let ending = child.wait()
    #expect(ending.status == 3 && !ending.isSuccess && !ending.isKilled)
    #expect(ending.firstErrorLine == "one")
  }

  @Test("More errors than a pipe holds do not stop the program")
  func manyErrors() throws {
    let child = try ChildProcess(command: "head -c 1000000 /dev/zero >&2; echo done")
    #expect(output(of: child) == "done\n")
    #expect(child.wait().errorText.utf8.count < 10_000)
  }

  @Test("A program that does not exist is reported as missing")
  func missing() throws {
    let child = try ChildProcess(command: "exec a-program-that-does-not-exist")
    #expect(child.wait().isMissingProgram)
  }

  @Test("A program over its limit of processor time is killed")
  func limit() throws {
    let child = try ChildProcess(
      command: "while :; do :; done", limits: .init(seconds: 1))
    #expect(child.wait().isKilled)
  }

  @Test("A program that waits too long is ended with all of its pipeline")
  func wallClock() throws {
    let start = ContinuousClock.now
    let child = try ChildProcess(
      command: "sleep 60 | cat; echo ended", limits: .init(seconds: 1))
    // The output ends when the last program that could write to it has ended.
    #expect(output(of: child) == "")
    #expect(child.wait().isKilled)
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test("A program that is stopped ends with all of its pipeline", arguments: [nil, 30])
  func stop(seconds: Int?) throws {
    let start = ContinuousClock.now
    let child = try ChildProcess(
      command: "echo started; sleep 60 | cat", limits: .init(seconds: seconds))
    #expect(try child.output.read(upToCount: 8) == Data("started\n".utf8))
    child.stop()
    #expect(output(of: child) == "")
    #expect(child.wait().isKilled)
    #expect(ContinuousClock.now - start < .seconds(30))
    child.stop()
  }

  @Test("A pipeline prints what its last program prints, and ends as that ends")
  func pipeline() throws {
    let child = try ChildProcess(
      command: "printf 'b\\na\\n' | sort | cat", limits: .init(seconds: 10))
    #expect(output(of: child) == "a\nb\n")
    #expect(child.wait().isSuccess)
    let failing = try ChildProcess(command: "echo x | (cat >&2; exit 4)")
    let ending = failing.wait()
    #expect(ending.status == 4 && ending.firstErrorLine == "x")
  }

  @Test("The first program of a pipeline ends when nothing reads what it prints")
  func closedPipeline() throws {
    let child = try ChildProcess(command: "yes | head -n 1", limits: .init(seconds: 10))
    #expect(output(of: child) == "y\n")
    let ending = child.wait()
    #expect(ending.isSuccess && ending.errorText == "")
  }

  @Test("A program that ends before it has read its input ends nothing else")
  func earlyEnd() throws {
    let zeros = try #require(FileHandle(forReadingAtPath: "/dev/zero"))
    let child = try ChildProcess(command: "head -c 3", input: .pipe)
    child.feed(Array("abcdef".utf8), then: zeros)
    #expect(output(of: child) == "abc")
    #expect(child.wait().isSuccess)
  }

  @Test("A file whose reading fails is an error, also where the program succeeds")
  func unreadableInput() throws {
    let descriptor = open("/", O_RDONLY)  // a folder can be opened, and not read
    let folder = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    let child = try ChildProcess(command: "cat", input: .pipe)
    child.feed(Array("one".utf8), then: folder)
    #expect(output(of: child) == "one")
    let ending = child.wait()
    #expect(ending.status == 0 && !ending.isSuccess)
    #expect(ending.inputError?.code == EISDIR)
  }

  @Test("A file is fed also where no bytes of it have been read")
  func feedWithoutStart() throws {
    let source = Pipe()
    source.fileHandleForWriting.write(Data("all".utf8))
    try source.fileHandleForWriting.close()
    let child = try ChildProcess(command: "cat", input: .pipe)
    child.feed([], then: source.fileHandleForReading)
    #expect(output(of: child) == "all")
  }

  @Test("Bytes and then the rest of a file are fed through a pipe")
  func feed() throws {
    let source = Pipe()
    source.fileHandleForWriting.write(Data("two".utf8))
    try source.fileHandleForWriting.close()
    let child = try ChildProcess(command: "cat", input: .pipe)
    child.feed(Array("one ".utf8), then: source.fileHandleForReading)
    #expect(output(of: child) == "one two")
    #expect(child.wait().isSuccess)
  }
}

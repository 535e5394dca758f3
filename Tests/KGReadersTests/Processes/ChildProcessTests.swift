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

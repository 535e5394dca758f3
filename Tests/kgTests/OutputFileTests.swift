import Foundation
import Testing

@Suite("The file that -o names")
struct OutputFileTests {
  private static let export = #""$KG" export --format nt"#

  @Test("A symbolic link stays, and the file that it leads to is written")
  func link() throws {
    let line = try CommandLine().withSample()
    let result = try line.shell(
      "mkdir d; echo old >d/x; ln -s d/x link; \(Self.export) -o link && readlink link && cat d/x")
    #expect(result.code == 0, "\(result.error)")
    #expect(try result.output == "d/x\n" + line.kg("export", "--format", "nt").output)
  }

  @Test("A link that leads to nothing yet makes the file that it names")
  func danglingLink() throws {
    let line = try CommandLine().withSample()
    let result = try line.shell(
      "ln -s new link; \(Self.export) -o link && readlink link && cat new")
    #expect(try result.output == "new\n" + line.kg("export", "--format", "nt").output)
  }

  @Test("A link to a folder is refused, and so is one that leads in a circle")
  func refusedLinks() throws {
    let line = try CommandLine().withSample()
    let folder = try line.shell("mkdir d; ln -s d link; \(Self.export) -o link")
    #expect(folder.code == 73)
    #expect(folder.error == "error: link: is a folder; name a file in it\n")
    let circle = try line.shell("ln -s b a; ln -s a b; \(Self.export) -o a")
    #expect(circle.code == 73)
    #expect(circle.error.contains("a: cannot be written: Too many levels of symbolic links"))
  }

  @Test("A file is replaced as a whole: no part of the old one and no temporary file stay")
  func replaced() throws {
    let line = try CommandLine().withSample()
    let result = try line.shell(
      "yes old | head -n 10000 >x; \(Self.export) -o x && cat x && rm x && ls -A | grep part")
    #expect(try result.output == line.kg("export", "--format", "nt").output)
    #expect(result.code == 1, "there is a temporary file")
  }
}

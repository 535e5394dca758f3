internal import Foundation

/// Runs `pdftohtml` of poppler on a PDF: the text with its places, fonts and links, as XML.
///
/// The program runs in a process of its own with limits on time and memory: a hostile file cannot harm
/// this process, and the program's licence does not extend to this library. `pdftotext`, of the same
/// package, does not report fonts and links, by which names and headings are recognised.
enum PDFProgram {
  private static let name = "pdftohtml"
  /// Seconds of processor time.
  private static let maximumSeconds = 30
  private static let maximumMegabytes = 1024
  /// Pages that are read; a CV has fewer.
  private static let maximumPageCount = 500
  private static let maximumOutputByteCount = 96 << 20

  /// The text of a PDF as XML.
  ///
  /// - Throws: ``UnreadablePDF`` when the program is not installed, fails, or exceeds a limit, or when no
  ///   temporary file can be written.
  static func xml(of bytes: [UInt8]) throws(UnreadablePDF) -> [UInt8] {
    do {
      return try ScratchFolder.with("pdf") { folder in
        let path = folder + "/document.pdf"
        try ScratchFolder.write(bytes, to: path)
        return try run(on: path, in: URL(fileURLWithPath: folder, isDirectory: true))
      }
    } catch let error as UnreadablePDF {
      throw error
    } catch let error as UnusableTemporaryFolder {
      throw .noTemporaryFile(error)
    } catch {
      throw .programFailed(reason: "\(error)")
    }
  }

  private static func run(on path: String, in folder: URL) throws -> [UInt8] {
    let child = try ChildProcess(
      command:
        "exec \(name) -xml -i -q -stdout -enc UTF-8 -l \(maximumPageCount) \"$1\"",
      arguments: [path], in: folder,
      limits: .init(seconds: maximumSeconds, memoryMegabytes: maximumMegabytes))
    var text: [UInt8] = []
    while true {
      let piece = child.output.availableData
      if piece.isEmpty { break }
      text += piece
      if text.count > maximumOutputByteCount { throw UnreadablePDF.tooMuchText }
    }
    try check(child.wait())
    return text
  }

  private static func check(_ ending: ChildProcess.Ending) throws(UnreadablePDF) {
    if ending.isKilled { throw .tooMuchWork }
    let folded = ending.errorText.lowercased()
    if folded.contains("password") || folded.contains("not allowed") { throw .encrypted }
    if ending.isMissingProgram { throw .noProgram(name) }
    if !ending.isSuccess {
      throw .damaged(reason: ending.firstErrorLine ?? "it has no pages")
    }
  }
}

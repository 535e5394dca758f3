internal import Foundation

/// Runs `pdftohtml` of poppler over a PDF: the text with its places, fonts and links, as XML.
///
/// The program works in a process of its own with limits on time and memory, which keeps a hostile file out of ours (and
/// its licence out of this library). `pdftotext`, of the same package, would not tell fonts and links, by which names and
/// headings are set off.
enum PDFProgram {
  private static let name = "pdftohtml"
  /// Seconds of processor time, and of the clock.
  private static let maximumSeconds = 30
  private static let maximumMegabytes = 1024
  /// Pages; a CV has fewer, and a book is none.
  private static let maximumPageCount = 500
  private static let maximumOutputByteCount = 96 << 20

  /// - Throws: ``UnreadablePDF`` when the program is not there, or gives no text.
  static func xml(of bytes: [UInt8]) throws(UnreadablePDF) -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "kg-pdf-" + UUID().uuidString)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }  // the system clears what stays
      let file = folder.appendingPathComponent("document.pdf")
      try Data(bytes).write(to: file)
      return try run(on: file.path, in: folder)
    } catch let error as UnreadablePDF {
      throw error
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

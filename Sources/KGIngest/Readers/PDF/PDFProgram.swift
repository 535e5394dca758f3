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

  /// - Throws: ``UnreadableSource`` when the program is not there, or gives no text.
  static func xml(of bytes: [UInt8]) throws(UnreadableSource) -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "kg-pdf-" + UUID().uuidString)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }  // the system clears what stays
      let file = folder.appendingPathComponent("document.pdf")
      try Data(bytes).write(to: file)
      return try run(on: file.path, in: folder)
    } catch let error as UnreadableSource {
      throw error
    } catch {
      throw .pdf(.programFailed(reason: "\(error)"))
    }
  }

  private static func run(on path: String, in folder: URL) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.currentDirectoryURL = folder
    process.arguments = [
      "-c",
      """
      ulimit -t \(maximumSeconds); ulimit -v \(maximumMegabytes << 10)
      exec \(name) -xml -i -q -stdout -enc UTF-8 -l \(maximumPageCount) "$1"
      """, "sh", path,
    ]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let watch = DispatchWorkItem { if process.isRunning { process.terminate() } }
    DispatchQueue.global().asyncAfter(
      deadline: .now() + .seconds(maximumSeconds + 5), execute: watch)
    defer { watch.cancel() }
    var text: [UInt8] = []
    while true {
      let piece = output.fileHandleForReading.availableData
      if piece.isEmpty { break }
      text += piece
      if text.count > maximumOutputByteCount {
        process.terminate()
        throw UnreadableSource.pdf(.tooMuchText)
      }
    }
    let words = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try check(process, words)
    return text
  }

  private static func check(_ process: Process, _ words: String) throws(UnreadableSource) {
    if process.terminationReason == .uncaughtSignal || process.terminationStatus > 128 {
      throw .pdf(.tooMuchWork)
    }
    let folded = words.lowercased()
    if folded.contains("password") || folded.contains("not allowed") { throw .pdf(.encrypted) }
    switch process.terminationStatus {
    case 0: return
    case 127: throw .pdf(.noProgram(name))
    default:
      let line = words.split(whereSeparator: \.isNewline).first.map(String.init)
      throw .pdf(.damaged(reason: line ?? "it has no pages"))
    }
  }
}

/// Why a PDF gives no text.
public enum UnreadablePDF: Error, Hashable, Sendable, CustomStringConvertible {
  case noProgram(String)
  case encrypted
  case damaged(reason: String)
  /// Pages that are pictures.
  case noText
  /// It took longer, or more memory, than a document may.
  case tooMuchWork
  case tooMuchText
  case programFailed(reason: String)

  public var description: String {
    switch self {
    case .noProgram(let name):
      "to read a PDF takes the program '\(name)'; install it (Debian: poppler-utils, and poppler-data for Chinese)"
    case .encrypted: "the PDF is locked with a password; save it without one (qpdf --decrypt)"
    case .damaged(let reason): "the PDF is damaged: \(reason)"
    case .noText:
      "the PDF holds no text, perhaps pictures of it; recognise its letters first (ocrmypdf)"
    case .tooMuchWork: "the PDF takes more time or memory than a document may"
    case .tooMuchText: "the PDF holds more text than a profile has"
    case .programFailed(let reason): "the PDF cannot be read: \(reason)"
    }
  }
}

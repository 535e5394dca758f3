import ArgumentParser
import Foundation
import KGIngest
import KGProfiles

/// Measures extraction: documents are read into memory once and extracted again and again, on one thread.
///
///     kg-bench extract profiles/ cv.pdf
struct ExtractionFigures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Measure how fast documents are extracted.",
    discussion: """
      kg-bench extract profiles/ cv.pdf

      The times of sites include reading their files, those of PDFs the program
      that reads them. Prints one table.
      """)

  @Argument(help: "Files and folders.") var paths: [String]
  @Option(help: "How long to go on, in seconds.") var seconds: Double = 5
  @Option(help: "table or json.") var format: StoreFigures.Format = .table

  func run() throws {
    let files = try paths.flatMap { try SourceFinder.files(at: $0) }
    let documents = try files.map { file in
      file.isSiteOrArchive ? Document.site(file) : .bytes(try SourceFinder.read(file))
    }
    // The first run loads the lexicon and the authority tables.
    for document in documents { try document.extract() }
    var times: [Double] = []
    let start = Date()
    while Date().timeIntervalSince(start) < seconds {
      for document in documents {
        let began = Date()
        try document.extract()
        times.append(Date().timeIntervalSince(began))
      }
    }
    times.sort()
    var report = Report()
    report.add(
      "documents_per_second", "documents a second and core",
      Double(times.count) / times.reduce(0, +), "1/s")
    report.add("document_median_ms", "a document, median", times[times.count / 2] * 1000, "ms")
    report.add(
      "document_p99_ms", "a document, 99th percentile", times[times.count * 99 / 100] * 1000, "ms")
    report.add("peak_mb", "peak memory", Report.peakMegabytes, "MB")
    print(format == .json ? report.json : report.table)
  }

  private enum Document {
    case bytes([UInt8])
    case site(SourceFile)

    func extract() throws {
      switch self {
      case .bytes(let bytes): _ = try ProfileExtractor.extract(bytes)
      case .site(let file): _ = try ProfileExtractor.extract(file)
      }
    }
  }
}

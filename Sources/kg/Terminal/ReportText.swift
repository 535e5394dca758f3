import KnowledgeGraph

/// The lines that `kg ingest` prints for a source.
enum ReportText {
  static func lines(_ report: IngestReport, verbose: Bool) -> [String] {
    guard let summary = report.summary else {
      let count = report.outcome.statementCount
      return [
        "\(report.path): \(report.kind), \(count) \(count == 1 ? "statement" : "statements")"
          + suffix(report)
      ] + forgotten(report)
    }
    let found = ProfileSummary.kinds.compactMap { kind in
      summary.counts[kind].map { "\($0) \($0 == 1 ? singular(kind) : kind)" }
    }
    let owner = summary.owner ?? "unnamed owner"
    var lines =
      [
        "\(report.path): \(report.kind), \(owner), "
          + (found.isEmpty ? "nothing found" : found.joined(separator: ", "))
          + suffix(report)
      ] + forgotten(report)
    lines += summary.unreadableFiles.map {
      "  not read: \(report.path)/\($0.path): \($0.reason)"
    }
    let unparsed = summary.unparsedLines
    if verbose {
      lines += unparsed.map { "  \(report.path):\($0.place): \($0.reason): \($0.words)" }
    } else if !unparsed.isEmpty {
      let places = unparsed.prefix(3).map { "\(report.path):\($0.place)" }.joined(separator: ", ")
      lines.append(
        "  not understood: \(places)\(unparsed.count > 3 ? " and \(unparsed.count - 3) more" : "")")
    }
    return lines
  }

  private static func singular(_ kind: String) -> String { String(kind.dropLast()) }

  private static func forgotten(_ report: IngestReport) -> [String] {
    let count = report.outcome.forgottenCount
    return count == 0
      ? []
      : [
        "  left out: \(count) \(count == 1 ? "person" : "people") whom this graph was told to forget"
      ]
  }

  private static func suffix(_ report: IngestReport) -> String {
    report.outcome.isUnchanged ? " (unchanged)" : ""
  }
}

import ArgumentParser
import KnowledgeGraph

/// What `kg export` writes, and how the names of such files end.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case dot, svg, png, pdf, nt, nq, ttl, trig

  var picture: PictureFormat? { PictureFormat(rawValue: rawValue) }
  var rdf: RDFFormat? { RDFFormat(rawValue: rawValue) }

  /// The format of an output file, so that no file is something else than its name says.
  ///
  /// - Parameters:
  ///   - option: What `--format` says.
  ///   - output: The file's name; `nil` or `-` for standard output.
  /// - Returns: `nil` when neither of them says a format.
  /// - Throws: ``Failure`` when the name ends as another format, or without `option` as no format at all.
  static func chosen(_ option: ExportFormat?, output: String?) throws -> ExportFormat? {
    guard let output, output != "-", let ending = ending(of: output) else { return option }
    let named = ExportFormat(rawValue: ending)
    guard let option else {
      if let named { return named }
      throw refusal(output, "'.\(ending)' is not a format that kg writes")
    }
    let isOther = named.map { $0 != option } ?? otherFormats.contains(ending)
    if isOther { throw refusal(output, "--format \(option) does not fit '.\(ending)'") }
    return option
  }

  /// Well-known endings of files that kg does not write.
  private static let otherFormats: Set<String> = [
    "gz", "zst", "bz2", "xz", "zip", "tar", "tgz",
    "csv", "tsv", "json", "jsonl", "ndjson", "xml", "html", "htm", "md", "txt", "parquet", "sqlite",
    "graphml", "gexf", "gml", "jsonld", "rdf", "owl", "n3", "jpg", "jpeg", "gif", "webp", "eps",
    "ps",
  ]

  /// The ending of a name in lower case, `nil` when it has none; that of `graph.ttl.gz` is `gz`.
  private static func ending(of path: String) -> String? {
    guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: "."),
      dot > name.startIndex, name.index(after: dot) < name.endIndex
    else { return nil }
    return name[name.index(after: dot)...].lowercased()
  }

  private static func refusal(_ output: String, _ reason: String) -> Failure {
    let endings = allCases.map { "." + $0.rawValue }.joined(separator: " ")
    return Failure(
      .usage, "\(FilePath(output).name): \(reason); name a file that ends in \(endings)")
  }
}

import ArgumentParser
import KnowledgeGraph

/// The formats that `kg export` writes; the raw value is also the ending of the file.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case dot, svg, png, pdf, nt, nq, ttl, trig

  var picture: PictureFormat? { PictureFormat(rawValue: rawValue) }
  var rdf: RDFFormat? { RDFFormat(rawValue: rawValue) }

  /// The format of an output file. Refuses names that end in another format.
  ///
  /// - Parameters:
  ///   - option: What `--format` says.
  ///   - output: The file's name; `nil` or `-` for standard output.
  /// - Returns: `nil` when neither of them states a format.
  /// - Throws: ``Failure`` when the name ends in another format, or, without `option`, in an unknown one.
  static func chosen(_ option: ExportFormat?, output: String?) throws -> ExportFormat? {
    guard let output, output != "-", let ending = PathText(output).ending else { return option }
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

  private static func refusal(_ output: String, _ reason: String) -> Failure {
    let endings = allCases.map { "." + $0.rawValue }.joined(separator: " ")
    return Failure(
      .usage, "\(FilePath(output).name): \(reason); name a file that ends in \(endings)")
  }
}

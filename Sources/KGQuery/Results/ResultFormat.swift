/// The formats of results.
public enum ResultFormat: String, CaseIterable, Sendable {
  /// For people, with aligned columns.
  case table
  /// SPARQL 1.1 Query Results JSON, XML, CSV and TSV, for solutions and booleans.
  case json, xml, csv, tsv
  /// N-Triples, Turtle and TriG, for the graphs of CONSTRUCT and DESCRIBE.
  case nt, ttl, trig

  /// Whether it expresses triples and not rows.
  public var isForGraphs: Bool {
    switch self {
    case .table, .json, .xml, .csv, .tsv: false
    case .nt, .ttl, .trig: true
    }
  }
}

/// The forms in which results are written.
public enum ResultFormat: String, CaseIterable, Sendable {
  /// For people.
  case table
  /// The formats of the recommendations SPARQL 1.1 Query Results JSON, XML, CSV and TSV.
  case json, xml, csv, tsv
  /// N-Triples, Turtle and TriG, for the graphs of CONSTRUCT and DESCRIBE.
  case nt, ttl, trig

  /// Whether it can tell triples, and not rows.
  public var isForGraphs: Bool { self == .nt || self == .ttl || self == .trig }
}

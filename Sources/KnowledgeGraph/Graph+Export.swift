public import KGExport
internal import KGModel
internal import KGRDF
internal import KGStore
internal import KGQuery

extension Graph {
  /// A picture of the network around a person.
  ///
  /// - Throws: ``UnansweredQuestion`` when nobody bears the name, ``RenderError``, or ``StoreError``.
  public func picture(around name: String, depth: Int, format: PictureFormat) throws -> [UInt8] {
    let person = try find(name, .person)
    let drawing = try EgoNetwork(source: store).drawing(around: person.node, depth: depth)
    let text = DOTWriter().text(of: drawing)
    return format == .dot
      ? [UInt8](text.utf8) : try GraphvizRenderer().render(dot: text, as: format)
  }

  /// Every statement as N-Triples, sorted: the same statements give the same bytes.
  public func ntriples() throws -> String {
    let lines = try store.statements().map { NTriplesWriter.line($0) + "\n" }
    return lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined()
  }
}

public import KGExport
internal import KGModel
public import KGRDF
internal import KGStore
internal import KGQuery

extension Graph {
  /// A picture of the network around a person: coauthors up to a distance, and the person's organizations.
  ///
  /// - Parameters:
  ///   - name: A name or an IRI.
  ///   - depth: Steps from coauthor to coauthor; 0 shows the organizations only.
  /// - Returns: The bytes of the file, the same for the same graph. A person without coauthors is drawn alone.
  /// - Throws: ``UnansweredQuestion`` when no person has the name, ``RenderError``, or ``StoreError``.
  public func picture(around name: String, depth: Int, format: PictureFormat) throws -> [UInt8] {
    let person = try find(name, .person)
    let drawing = try EgoNetwork(source: store).drawing(around: person.node, depth: depth)
    let text = DOTWriter().text(of: drawing)
    return format == .dot
      ? [UInt8](text.utf8) : try GraphvizRenderer().render(dot: text, as: format)
  }

  /// Writes every statement as it was said, sorted; see ``GraphStore/write(_:isResolved:to:)``. Named graphs are left out of
  /// N-Triples and Turtle. An empty graph gives an empty document.
  ///
  /// - Parameters:
  ///   - isResolved: Whether nodes that were decided to be one are written as one.
  ///   - write: Called with one piece of the document after the other.
  /// - Throws: ``StoreError``, and what `write` throws.
  public func write(
    _ format: RDFFormat, isResolved: Bool = false,
    to write: @escaping (_ text: [UInt8]) throws -> Void
  ) throws {
    try store.write(format, isResolved: isResolved, to: write)
  }
}

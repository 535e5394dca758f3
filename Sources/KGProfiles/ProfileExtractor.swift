internal import KGLexicon
internal import KGModel
public import KGReaders
package import KGText

/// Reads one document into what it says about its owner: pure, the same bytes give the same record.
public enum ProfileExtractor {
  /// A read document: its kind and record, and what it takes to quote it.
  public struct Extraction: Sendable {
    public let kind: String
    public let record: ProfileRecord
    package let document: Document
    package let places: SourcePlaces

    /// The document as its reader saw it: a block a line, with its kind and place.
    public var blockText: String { document.outlineText(places) }
  }

  /// - Parameters:
  ///   - owner: the owner's name, where the caller knows it and the document does not say it.
  ///   - includesPersonalData: Whether the record tells e-mail addresses, telephone numbers, gender, age and the like.
  /// - Throws: ``UnreadableSource`` when the bytes are no text.
  public static func extract(
    _ bytes: [UInt8], owner: String? = nil, includesPersonalData: Bool = false
  ) throws(UnreadableSource) -> Extraction {
    let document = try DocumentReader.read(bytes, keepsPersonalData: includesPersonalData)
    let record =
      switch document.kind {
      case .data: DataProfile(document.data, includesPersonalData: includesPersonalData).record
      case .bibtex: BibTeXPapers.record(of: bytes)
      default: PageProfile.record(of: document, owner: owner)
      }
    return Extraction(
      kind: document.kind.rawValue, record: record, document: document,
      places: document.places ?? SourcePlaces(bytes))
  }

  /// The profile that a site tells of.
  package static func extract(
    _ site: Site, owner: String? = nil, includesPersonalData: Bool = false
  ) -> Extraction {
    let document = Document(kind: .site, blocks: [])
    let profile = SiteProfile(site, owner: owner, includesPersonalData: includesPersonalData)
    return Extraction(
      kind: document.kind.rawValue, record: profile.record, document: document, places: site.places)
  }
}

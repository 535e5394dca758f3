internal import KGLexicon
internal import KGModel
public import KGReaders
package import KGText

/// Reads what one document or site states about its owner.
///
/// Extraction uses no database, clock or network: the same bytes give the same record.
public enum ProfileExtractor {
  /// What was read from one document: its kind, its record, and the source that receipts quote.
  public struct Extraction: Sendable {
    /// How the document is written: `markdown`, `html`, `text`, `latex`, `pdf`, `org`, `rst`, `jemdoc`,
    /// `typst`, `data` (JSON or YAML), `bibtex` or `site`.
    public let kind: String
    package let record: ProfileRecord
    /// What the reader made of the document; without blocks for a site.
    package let document: Document
    /// Lines, pages and files by byte offset.
    package let places: SourcePlaces
    /// The files of a site that could not be read.
    package var unreadableFiles: [ProfileSummary.UnreadableFile] = []

    /// The blocks that the reader found, one a line, each with its kind and its place in the
    /// source; empty for a site.
    public var blockText: String { document.outlineText(places) }
  }

  /// Reads one document; its kind is detected from its content.
  ///
  /// - Parameters:
  ///   - name: The name of the file, which decides where the content fits several kinds.
  ///   - owner: The owner's name, used only where the document does not state one.
  ///   - includesPersonalData: Whether the record keeps e-mail addresses, telephone numbers,
  ///     gender, age and birth dates; without it they are blanked before any rule sees the text.
  ///   - progress: Called for each entry of a list of works, which can be long, with the number of bytes
  ///     that have been read.
  /// - Returns: A record whose lists are empty, and whose owner has no name, where nothing was
  ///   found.
  /// - Throws: ``UnreadableSource`` when the bytes are empty, binary, not UTF-8, too large or have too
  ///   many parts, or when a PDF cannot be read.
  public static func extract(
    _ bytes: [UInt8], name: String? = nil, owner: String? = nil,
    includesPersonalData: Bool = false, progress: (_ byteCount: Int) -> Void = { _ in }
  ) throws(UnreadableSource) -> Extraction {
    let document = try DocumentReader.read(
      bytes, name: name, keepsPersonalData: includesPersonalData)
    let record =
      switch document.kind {
      case .data:
        DataProfile.record(
          ofFile: document.data, name: name, includesPersonalData: includesPersonalData)
      case .bibtex: BibTeXPapers.record(of: bytes, progress: progress)
      default:
        LinkedInPage(document)?.record ?? PageProfile.record(of: document, owner: owner)
      }
    return Extraction(
      kind: document.kind.rawValue, record: record, document: document,
      places: document.places ?? SourcePlaces(bytes))
  }

  /// Reads the files of a Jekyll or Hugo site, or of a data export of LinkedIn, as one profile.
  ///
  /// The parameters mean the same as for a document.
  package static func extract(
    _ site: Site, owner: String? = nil, includesPersonalData: Bool = false
  ) -> Extraction {
    let document = Document(kind: .site, blocks: [])
    func extraction(
      _ record: ProfileRecord, _ unreadable: [ProfileSummary.UnreadableFile]
    ) -> Extraction {
      Extraction(
        kind: document.kind.rawValue, record: record, document: document, places: site.places,
        unreadableFiles: (site.unreadableFiles + unreadable).sorted { $0.path < $1.path })
    }
    if site.generator == .linkedIn {
      return extraction(
        LinkedInData.record(of: site, includesPersonalData: includesPersonalData), [])
    }
    let profile = SiteProfile(site, owner: owner, includesPersonalData: includesPersonalData)
    return extraction(profile.record, profile.unreadableFiles)
  }
}

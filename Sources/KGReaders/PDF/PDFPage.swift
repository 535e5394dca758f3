internal import Foundation
internal import KGText

/// A page as `pdftohtml` describes it: pieces of text with their places and fonts. Lengths are in units
/// of 2/3 point, from the top left.
struct PDFPage {
  /// A piece of a line in one font.
  struct Piece {
    var text: String
    var left: Double
    var top: Double
    var width: Double
    var height: Double
    var size: Double
    var isBold: Bool
    var isItalic: Bool
    var link: String?

    var right: Double { left + width }
    /// Pieces of one line share their lower edge, whatever their sizes.
    var bottom: Double { top + height }
  }

  var width: Double
  var height: Double
  var pieces: [Piece]

  /// The pages of the program's XML, which has one piece per line.
  static func pages(of xml: [UInt8]) -> [PDFPage] {
    var pages: [PDFPage] = []
    var fonts: [String: Font] = [:]
    for line in xml.split(separator: UInt8(ascii: "\n")) {
      let bare = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      if bare.starts(with: "<page ".utf8) {
        let values = PDFMarkup.attributes(of: bare)
        pages.append(
          PDFPage(
            width: values.number("width"), height: values.number("height"), pieces: []))
      } else if bare.starts(with: "<fontspec ".utf8) {
        let values = PDFMarkup.attributes(of: bare)
        fonts[values["id"] ?? ""] = Font(values)
      } else if bare.starts(with: "<text ".utf8), !pages.isEmpty {
        pages[pages.count - 1].pieces += pieces(bare, fonts)
      }
    }
    return pages
  }

  private struct Font {
    let size: Double
    let isBold: Bool
    let isItalic: Bool
    /// Pictograms beside telephone numbers and links.
    let isIcons: Bool

    init(_ values: [String: String]) {
      size = values.number("size")
      // Names of fonts include the style: LMRoman10-Bold, CMBX10, Times-Italic, NimbusRomNo9L-Medi.
      let name = (values["family"] ?? "").split(separator: "+").last.map(String.init) ?? ""
      let folded = name.lowercased()
      isIcons = ["awesome", "icon", "marvosym", "fontello", "material", "ionic"].contains {
        folded.contains($0)
      }
      isBold =
        ["bold", "black", "heavy", "demi", "medi"].contains { folded.contains($0) }
        || ["CMBX", "SFBX", "CMB1", "ECBX", "CMSSBX", "LMBX"].contains { name.hasPrefix($0) }
      isItalic =
        ["ital", "obliq", "slanted"].contains { folded.contains($0) } || folded.hasSuffix("-it")
        || ["CMTI", "CMSL", "SFTI", "SFSL", "ECTI", "LMTI"].contains { name.hasPrefix($0) }
    }
  }

  /// The pieces of one line of the XML, one for each run; the width is shared in proportion to their
  /// lengths.
  private static func pieces(_ line: ArraySlice<UInt8>, _ fonts: [String: Font]) -> [Piece] {
    let values = PDFMarkup.attributes(of: line)
    let font = fonts[values["font"] ?? ""]
    if font?.isIcons == true { return [] }
    let runs = PDFMarkup.runs(of: line)
    let total = runs.map { Double($0.text.unicodeScalars.count) }.reduce(0, +)
    guard total > 0 else { return [] }
    let width = values.number("width")
    var place = values.number("left")
    return runs.compactMap { run in
      let share = width * Double(run.text.unicodeScalars.count) / total
      defer { place += share }
      return withoutFill(
        Piece(
          text: run.text, left: place, top: values.number("top"), width: share,
          height: values.number("height"), size: font?.size ?? values.number("height"),
          isBold: run.isBold || font?.isBold == true,
          isItalic: run.isItalic || font?.isItalic == true, link: run.link))
    }
  }

  /// The piece without the spaces around its text with which word processors fill a line or draw one under a
  /// heading; `nil` when it consists of them. A single space between two pieces stays.
  private static func withoutFill(_ piece: Piece) -> Piece? {
    let scalars = piece.text.unicodeScalars
    let leading = scalars.prefix { $0 == " " || $0 == "\u{A0}" }.count
    guard leading < scalars.count else { return scalars.count > 1 ? nil : piece }
    let trailing = scalars.reversed().prefix { $0 == " " || $0 == "\u{A0}" }.count
    guard leading > 1 || trailing > 1 else { return piece }
    // A space is about a quarter as wide as the type is high.
    let space = min(piece.size * 0.25, piece.width / Double(scalars.count))
    var trimmed = piece
    let text = scalars.dropFirst(leading > 1 ? leading : 0).dropLast(trailing > 1 ? trailing : 0)
    trimmed.text = String(Substring(text))
    trimmed.left += leading > 1 ? Double(leading) * space : 0
    trimmed.width -= Double(scalars.count - text.count) * space
    return trimmed
  }
}

extension [String: String] {
  /// The number of an attribute; 0 when it is missing.
  fileprivate func number(_ name: String) -> Double { self[name].flatMap(Double.init) ?? 0 }
}

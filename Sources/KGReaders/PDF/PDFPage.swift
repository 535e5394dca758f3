internal import Foundation
internal import KGText

/// A page as `pdftohtml` tells it: pieces of text with their places and fonts, in points of the page times one and a
/// half, from the top left.
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

  /// The pages of the program's XML, which it writes a piece a line.
  static func pages(of xml: [UInt8]) -> [PDFPage] {
    var pages: [PDFPage] = []
    var fonts: [String: Font] = [:]
    for line in xml.split(separator: UInt8(ascii: "\n")) {
      let text = String(decoding: line, as: UTF8.self)
      let bare = text.drop { $0 == " " || $0 == "\t" }
      if bare.hasPrefix("<page ") {
        let values = attributes(bare)
        pages.append(
          PDFPage(
            width: values.number("width"), height: values.number("height"), pieces: []))
      } else if bare.hasPrefix("<fontspec ") {
        let values = attributes(bare)
        fonts[values["id"] ?? ""] = Font(values)
      } else if bare.hasPrefix("<text "), !pages.isEmpty {
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
      // Names of fonts tell their faces: LMRoman10-Bold, CMBX10, Times-Italic, NimbusRomNo9L-Medi.
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

  private static func attributes(_ tag: Substring) -> [String: String] {
    var values: [String: String] = [:]
    var rest = tag.prefix { $0 != ">" }
    while let equals = rest.firstIndex(of: "=") {
      let name = rest[..<equals].reversed().prefix { $0.isLetter }.reversed()
      let quoted = rest[rest.index(after: equals)...]
      guard quoted.first == "\"", let end = quoted.dropFirst().firstIndex(of: "\"") else { break }
      values[String(name)] = String(quoted[quoted.index(after: quoted.startIndex)..<end])
      rest = quoted[quoted.index(after: end)...]
    }
    return values
  }

  /// The pieces of one line of the XML, which links and faces within it cut; each gets its share of the width.
  private static func pieces(_ line: Substring, _ fonts: [String: Font]) -> [Piece] {
    guard let start = line.firstIndex(of: ">"), let end = line.range(of: "</text>") else {
      return []
    }
    let values = attributes(line)
    let font = fonts[values["font"] ?? ""]
    if font?.isIcons == true { return [] }
    let (left, width) = (values.number("left"), values.number("width"))
    let runs = runs(line[line.index(after: start)..<end.lowerBound])
    let total = runs.map { Double($0.text.unicodeScalars.count) }.reduce(0, +)
    guard total > 0 else { return [] }
    var place = left
    return runs.map { run in
      let share = width * Double(run.text.unicodeScalars.count) / total
      defer { place += share }
      return Piece(
        text: run.text, left: place, top: values.number("top"), width: share,
        height: values.number("height"), size: font?.size ?? values.number("height"),
        isBold: run.isBold || font?.isBold == true,
        isItalic: run.isItalic || font?.isItalic == true, link: run.link)
    }
  }

  private struct Run {
    var text: String
    var isBold: Bool
    var isItalic: Bool
    var link: String?
  }

  private static func runs(_ content: Substring) -> [Run] {
    var runs: [Run] = []
    var bold = 0
    var italic = 0
    var link: String?
    var rest = content
    while !rest.isEmpty {
      if rest.first == "<", let end = rest.firstIndex(of: ">") {
        let tag = rest[..<end]
        switch tag {
        case "<b": bold += 1
        case "</b": bold -= 1
        case "<i": italic += 1
        case "</i": italic -= 1
        case "</a": link = nil
        default:
          // Links to places in the document itself lead nowhere outside.
          let target =
            tag.hasPrefix("<a ") ? attributes(rest)["href"].map { decoded($0[...]) } : nil
          if let target, !target.hasPrefix("document.html") { link = target }
        }
        rest = rest[rest.index(after: end)...]
      } else {
        let text = rest.prefix { $0 != "<" }
        let shown = decoded(text)
        if !shown.isEmpty {
          runs.append(Run(text: shown, isBold: bold > 0, isItalic: italic > 0, link: link))
        }
        rest = rest[text.endIndex...]
      }
    }
    return runs
  }

  private static let entities: [Substring: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
  ]

  private static func decoded(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    var result = ""
    var rest = text
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      let behind = rest[rest.index(after: start)...]
      guard let end = behind.prefix(10).firstIndex(of: ";") else {
        result += "&"
        rest = behind
        continue
      }
      let name = behind[..<end]
      if let value = entities[name] {
        result += value
      } else if name.hasPrefix("#x"), let code = UInt32(name.dropFirst(2), radix: 16),
        let scalar = Unicode.Scalar(code)
      {
        result.unicodeScalars.append(scalar)
      } else if name.hasPrefix("#"), let code = UInt32(name.dropFirst()),
        let scalar = Unicode.Scalar(code)
      {
        result.unicodeScalars.append(scalar)
      }
      rest = behind[behind.index(after: end)...]
    }
    return result + rest
  }
}

extension [String: String] {
  fileprivate func number(_ name: String) -> Double { self[name].flatMap(Double.init) ?? 0 }
}

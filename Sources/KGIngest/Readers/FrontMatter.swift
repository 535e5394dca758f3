internal import Yams

/// The YAML between two `---` lines at the head of a page.
struct FrontMatter {
  /// Text values by key; lists and maps are left out.
  let values: [String: Span]
  /// Where the body begins, in bytes.
  let end: Int

  init(_ bytes: [UInt8]) {
    let lines = LineIndex(bytes)
    guard let last = Self.closingLine(bytes, lines) else {
      values = [:]
      end = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      return
    }
    end = last + 1 > lines.count ? bytes.count : lines.start(ofLine: last + 1)
    let start = lines.start(ofLine: 2)
    let yaml = String(decoding: bytes[start..<lines.start(ofLine: last)], as: UTF8.self)
    // A page with broken front matter is still a page.
    guard let mapping = (try? Yams.compose(yaml: yaml))?.mapping else {
      values = [:]
      return
    }
    var values: [String: Span] = [:]
    for (key, value) in mapping {
      guard let key = key.string, let scalar = value.scalar, let mark = scalar.mark else {
        continue
      }
      let lineStart = lines.start(ofLine: mark.line + 1)
      let line = bytes[lineStart...].prefix { $0 != UInt8(ascii: "\n") }
      var text = SourceTextBuilder()
      let needle = Array(scalar.string.utf8)
      if let offset = Self.find(needle, in: line) { text.append(scalar.string, at: offset) }
      values[key] = text.isEmpty ? nil : text.build().whole
    }
    self.values = values
  }

  private static func closingLine(_ bytes: [UInt8], _ lines: LineIndex) -> Int? {
    func isFence(_ line: Int) -> Bool {
      let start = lines.start(ofLine: line)
      let text = bytes[start...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
      return text.elementsEqual("---".utf8) || (line == 1 && text.elementsEqual("\u{FEFF}---".utf8))
    }
    guard lines.count > 2, isFence(1) else { return nil }
    return (2...lines.count).first(where: isFence)
  }

  private static func find(_ needle: [UInt8], in line: ArraySlice<UInt8>) -> Int? {
    guard !needle.isEmpty, line.count >= needle.count else { return nil }
    return (line.startIndex...(line.endIndex - needle.count)).first {
      line[$0..<$0 + needle.count].elementsEqual(needle)
    }
  }
}

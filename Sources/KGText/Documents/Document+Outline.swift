extension Document {
  /// One line per block: its line in the source, its kind, and its text with visible marks.
  package func outlineText(_ places: SourcePlaces) -> String {
    let head = metadata.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.string)" }
    func label(_ text: SourceText) -> String {
      let start = text.byte(of: 0)
      return places.place(of: start..<start).label
    }
    return
      (head
      + blocks.map { "\(label($0.text))\t\($0.kind.label)\t\($0.markedText)" }
      + images.map { "\(label($0.text))\timg\t\($0.collapsed)" }).joined(separator: "\n")
  }
}

extension Block.Kind {
  fileprivate var label: String {
    switch self {
    case .heading(let level): "h\(level)"
    case .paragraph: "p"
    case .listItem(let depth, let ordered): (ordered ? "ol" : "ul") + String(depth)
    case .tableRow: "row"
    case .rule: "rule"
    }
  }
}

extension Block {
  /// The text with `**`, `_` and brackets for its marks, and visible symbols for line ends and tabs.
  fileprivate var markedText: String {
    var signs: [Int: String] = [:]
    for mark in text.marks {
      let (open, close) =
        switch mark.kind {
        case .strong: ("**", "**")
        case .emphasis: ("_", "_")
        case .underline: ("<u>", "</u>")
        case .code: ("`", "`")
        case .link(let target): ("[", "](\(target))")
        }
      signs[mark.range.lowerBound, default: ""] += open
      signs[mark.range.upperBound, default: ""] = close + (signs[mark.range.upperBound] ?? "")
    }
    var result = ""
    for (index, scalar) in text.scalars.enumerated() {
      result += signs[index] ?? ""
      switch scalar {
      case "\n": result += "⏎"
      case "\t": result += "⇥"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + (signs[text.scalars.count] ?? "")
  }
}

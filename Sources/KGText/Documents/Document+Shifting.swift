extension Document {
  /// The document as part of a larger source in which `distance` bytes come before it.
  package func shifted(by distance: Int) -> Document {
    guard distance > 0 else { return self }
    return Document(
      kind: kind, metadata: metadata.mapValues { $0.shifted(by: distance) },
      blocks: blocks.map { Block($0.kind, $0.text.shifted(by: distance)) },
      images: images.map { $0.shifted(by: distance) },
      personal: personal.map { ($0.property, $0.span.shifted(by: distance)) },
      data: data.shifted(by: distance),
      references: references.map { $0.shifted(by: distance) }, places: places)
  }
}

extension DataNode {
  /// The same value with the places of its texts moved by `distance` bytes.
  package func shifted(by distance: Int) -> DataNode {
    guard distance > 0 else { return self }
    switch self {
    case .text(let span): return .text(span.shifted(by: distance))
    case .list(let items): return .list(items.map { $0.shifted(by: distance) })
    case .map(let entries, let places):
      return .map(
        entries.map { ($0.key, $0.value.shifted(by: distance)) },
        places: places.map { $0.shifted(by: distance) })
    case .empty: return .empty
    }
  }
}

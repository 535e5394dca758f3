/// What a token of a reference belongs to. A field that may be repeated or follow another of its kind has a
/// label of its own for its first token.
enum ReferenceLabel: String, CaseIterable {
  case firstOfAuthor = "author.first"
  case author
  case firstOfTitle = "title.first"
  case title
  case firstOfVenue = "venue.first"
  case venue
  case year
  case other

  /// The field; `nil` for tokens of none.
  var field: ReferenceField? {
    switch self {
    case .firstOfAuthor, .author: .author
    case .firstOfTitle, .title: .title
    case .firstOfVenue, .venue: .venue
    case .year: .year
    case .other: nil
    }
  }

  /// Whether a run of tokens of the field begins here.
  var isFirst: Bool {
    switch self {
    case .firstOfAuthor, .firstOfTitle, .firstOfVenue, .year: true
    case .author, .title, .venue, .other: false
    }
  }

  init(_ field: ReferenceField, isFirst: Bool) {
    self =
      switch field {
      case .author: isFirst ? .firstOfAuthor : .author
      case .title: isFirst ? .firstOfTitle : .title
      case .venue: isFirst ? .firstOfVenue : .venue
      case .year: .year
      }
  }
}

/// The fields that are read from a reference.
package enum ReferenceField: String, CaseIterable, Sendable, Decodable {
  case author, title, venue, year
}

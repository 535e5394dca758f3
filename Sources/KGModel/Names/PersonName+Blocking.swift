extension PersonName {
  /// Short texts of which names of one person nearly always have one in common, and few others do: candidates for
  /// comparison are found by them.
  package var blockingKeys: Set<String> {
    var keys: Set<String> = []
    for reading in readings {
      // “J. Michael Quill” is also “Michael Quill”.
      var initials = Set(reading.given.prefix(2).compactMap { $0.text.first })
      if let first = reading.given.first { initials.formUnion(Nicknames.initials(of: first.text)) }
      for family in Set(reading.family + [reading.family.joined()]) {
        let family = NameWords.transcribed(family)
        for initial in initials { keys.insert("\(family) \(initial)") }
        if initials.isEmpty { keys.insert(family) }
      }
      let given = reading.given.map(\.text).joined()
      if given.count > 1, let first = reading.family.first?.first {
        keys.insert("\(first) \(given)")
      }
    }
    if let native {
      keys.insert(native)
      keys.formUnion(RomanizedName(native).blockingKeys)
    }
    for nickname in nicknames {
      guard let initial = foldedKey(nickname).first else { continue }
      for reading in readings { keys.insert("\(reading.family.joined()) \(initial)") }
    }
    return keys
  }
}

extension RomanizedName {
  /// The keys of its spellings by pinyin.
  var blockingKeys: Set<String> {
    var keys: Set<String> = []
    for division in divisions {
      let initials = Set((division.given.first ?? []).compactMap(\.first))
      for family in division.families {
        for initial in initials { keys.insert("\(family) \(initial)") }
      }
    }
    return keys
  }
}

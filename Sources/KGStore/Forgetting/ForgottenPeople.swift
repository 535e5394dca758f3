internal import CMessageDigest
internal import KGModel
internal import KGRDF

/// The table `forgotten`: whom the store was told to forget, as hashes that only the key of this file makes.
///
/// A hash is the HMAC-SHA256 (RFC 2104) of the IRI of a node, or of the fingerprint of a document about the person. Without
/// guessing the IRI nobody reads a name from it.
struct ForgottenPeople {
  private let database: Database
  private let key: [UInt8]

  /// `nil` when nobody was forgotten.
  init?(_ database: Database) throws {
    guard let key = try Self.key(database) else { return nil }
    guard key.count == Self.keyLength else {
      throw SQLiteError(.corrupt, "the key of forgotten people is damaged")
    }
    self.database = database
    self.key = key
  }

  /// Makes the key of the file where it has none.
  static func starting(_ database: Database) throws -> ForgottenPeople? {
    if try key(database) == nil {
      let key = (0..<keyLength).map { _ in UInt8.random(in: .min ... .max) }
      try database.execute(
        "INSERT INTO forgotten (hash, kind) VALUES (?, 'key')", [digits(of: key)])
    }
    return try ForgottenPeople(database)
  }

  /// Bytes: the length of a hash.
  private static let keyLength = 32

  private static func key(_ database: Database) throws -> [UInt8]? {
    try database.text("SELECT hash FROM forgotten WHERE kind = 'key'").map { digits in
      let digits = Array(digits.utf8)
      return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
        UInt8(String(decoding: digits[$0...($0 + 1)], as: UTF8.self), radix: 16)
      }
    }
  }

  func contains(node: IRI) throws -> Bool { try contains("node", node.value) }

  func contains(fingerprint: String) throws -> Bool { try contains("document", fingerprint) }

  func add(node: IRI) throws { try add("node", node.value) }

  func add(fingerprint: String) throws { try add("document", fingerprint) }

  private func contains(_ kind: String, _ text: String) throws -> Bool {
    try database.integer(
      "SELECT 1 FROM forgotten WHERE kind = ? AND hash = ?", [kind, hash(of: text)]) != nil
  }

  private func add(_ kind: String, _ text: String) throws {
    try database.execute(
      "INSERT OR IGNORE INTO forgotten (hash, kind) VALUES (?, ?)", [hash(of: text), kind])
  }

  private func hash(of text: String) -> String {
    /// Bytes of a block of SHA-256.
    let blockLength = 64
    let padded = key + Array(repeating: 0, count: blockLength - key.count)
    let inner = Self.sha256(padded.map { $0 ^ 0x36 } + Array(text.utf8))
    return Self.digits(of: Self.sha256(padded.map { $0 ^ 0x5C } + inner))
  }

  private static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var context = SHA2_CTX()
    SHA256Init(&context)
    SHA256Update(&context, bytes, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: keyLength) { digest, count in
      SHA256Final(digest.baseAddress, &context)
      count = keyLength
    }
  }

  private static func digits(of bytes: [UInt8]) -> String {
    bytes.map { hexadecimal(UInt64($0), digits: 2) }.joined()
  }
}

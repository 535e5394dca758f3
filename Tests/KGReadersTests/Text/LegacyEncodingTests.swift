import Testing

@testable import KGReaders

@Suite("Encodings older than Unicode")
struct LegacyEncodingTests {
  /// A short CV in an encoding, in hexadecimal.
  struct Sample: CustomTestStringConvertible, Sendable {
    let encoding: LegacyEncoding
    let digits: String

    var testDescription: String { encoding.rawValue }
    var bytes: [UInt8] {
      let values = digits.compactMap(\.hexDigitValue)
      return stride(from: 0, to: values.count - 1, by: 2).map {
        UInt8(values[$0] << 4 | values[$0 + 1])
      }
    }
  }

  static let samples = [
    Sample(
      encoding: .gb18030,
      digits: """
        c1d6c4ab0a0ad1a7c0fa0a32303132202d20323031372020bdadb3c7c0edb9a4b4f3d1a720bcc6cb
        e3bbfabfc6d1a720b2a9cabf0a0ab9a4d7f70a32303138202d20d6c1bdf12020d4c6b7abd1d0bebf
        d4ba20b8dfbcb6d1d0bebfd4b1a3acd1d0bebfb7bdcff2ceaacdbccff1cab6b1f0d3ebbbfac6f7b7
        add2eb0a
        """),
    Sample(
      encoding: .big5,
      digits: """
        aa4cbea50a0abec7befa0a32303132202d20323031372020a6bfabb0b27aa475a46abec720ad70ba
        e2bef7acecbec720b3d5a4680a0ab867befa0a32303138202d20a6dca4b52020b6b3a67cace3a873
        b07c20b8eab260ace3a873adfba141ace3a873a4e8a656acb0bc76b9b3bfebc3d1bb50bef7beb9c2
        bdc4b60a
        """),
    Sample(
      encoding: .shiftJIS,
      digits: """
        97d120966e0a0a8a7797f00a32303132944e348c8e82a982e732303137944e338c8e82dc82c5208d
        5d8fe991e58a7791e58a778940208fee95f1979d8d488a778ca48b8689c820948e8e6d89db92f60a
        0a904597f00a32303138944e82e682e82082ad82e082d98ca48b868f8a208ee594438ca48b8688f5
        82c682b582c489e6919c82cc94468eaf82f08ca48b8682b582c482a282dc82b70a
        """),
    Sample(
      encoding: .eucJP,
      digits: """
        ced320cbcf0a0ab3d8cef20a32303132c7af34b7eea4aba4e932303137c7af33b7eea4dea4c720b9
        bebeebc2e7b3d8c2e7b3d8b1a120bef0caf3cdfdb9a9b3d8b8a6b5e6b2ca20c7eebbceb2ddc4f80a
        0abfa6cef20a32303138c7afa4e8a4ea20a4afa4e2a4dbb8a6b5e6bdea20bce7c7a4b8a6b5e6b0f7
        a4c8a4b7a4c6b2e8c1fca4cec7a7bcb1a4f2b8a6b5e6a4b7a4c6a4a4a4dea4b90a
        """),
    Sample(
      encoding: .eucKR,
      digits: """
        c0d3b9ac0a0ac7d0b7c20a32303132202d203230313720b0adbcbab4ebc7d0b1b320c4c4c7bbc5cd
        b0f8c7d0b0fa20b9dabbe70a0ab0e6b7c20a32303138202d20c7f6c0e720b1b8b8a7bfacb1b8bcd2
        20c3a5c0d3bfacb1b8bff82c20bfb5bbf320c0cebdc4b0fa20b1e2b0e820b9f8bfaac0bb20bfacb1
        b8c7d5b4cfb4d90a
        """),
    Sample(
      encoding: .windows1252,
      digits: """
        4af67267204dfcdf69670a0a41757362696c64756e670a32303132202d203230313720556e697665
        72736974e474204e6f72646d61726b2c2050726f6d6f74696f6e20696e20496e666f726d6174696b
        20fc626572206d61736368696e656c6c657320dc6265727365747a656e0a
        """),
  ]

  @Test("A text is named as what it is", arguments: samples)
  func named(sample: Sample) throws {
    #expect(LegacyEncoding.candidates(for: sample.bytes) == [sample.encoding])
    let error = #expect(throws: UnreadableSource.self) { try DocumentReader.read(sample.bytes) }
    let message = try #require(error?.description)
    #expect(message.hasSuffix("convert it: iconv -f \(sample.encoding.rawValue) -t UTF-8"))
  }

  @Test("Two bytes fit several encodings; all of them are named")
  func ambiguous() {
    #expect(LegacyEncoding.candidates(for: [0xC4, 0xE3]) == [.gb18030, .big5, .eucJP, .eucKR])
  }

  @Test("Bytes that fit none are not guessed")
  func unknown() {
    #expect(LegacyEncoding.candidates(for: [0xE0, 0x20, 0xE1, 0xE2, 0x20, 0xFF, 0xFF]) == [])
  }
}

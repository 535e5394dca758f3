import KGModel
import Testing

@Suite("Names in two scripts")
struct NameTests {
  @Test(
    "A Latin name spells a Han name in either order, joined, hyphenated or in syllables",
    arguments: [
      ("Fengwei Yu", "余锋伟"), ("Yu Fengwei", "余锋伟"), ("Feng-Wei Yu", "余锋伟"),
      ("yufengwei", "余锋伟"), ("Feng Wei Yu", "余锋伟"), ("Jintu Zheng", "郑晋图"),
      ("Ke Zeng", "曾可"), ("Min Shan", "单敏"), ("Dan Ouyang", "欧阳丹"), ("Xin Tan", "覃欣"),
    ])
  func spells(latin: String, han: String) {
    #expect(Pinyin.spells(latin, han))
  }

  @Test(
    "Near names do not",
    arguments: [("Fengwen Yu", "余锋伟"), ("Feng Yu", "余锋伟"), ("Fei Wang", "王伟"), ("F. Yu", "余锋伟")])
  func doesNotSpell(latin: String, han: String) {
    #expect(!Pinyin.spells(latin, han))
  }

  @Test(
    "Initials are short for a full name with the same family name",
    arguments: [
      ("F. Yu", "Fengwei Yu", true), ("Yu, F.", "Fengwei Yu", true),
      ("F. W. Yu", "Feng Wei Yu", true),
      ("A. Hauptmann", "Alexander G. Hauptmann", true), ("G. Yu", "Fengwei Yu", false),
      ("F. Yuan", "Fengwei Yu", false), ("Fengwei Yu", "Fengwei Yu", false),
      ("Yu", "Fengwei Yu", false),
    ])
  func shortForms(short: String, full: String, isShort: Bool) {
    #expect(isShortForm(short, of: full) == isShort)
  }

  @Test("Folding removes case, diacritics, width and punctuation, and keeps Han characters")
  func folding() {
    #expect(foldedKey("  Pınar  Duygulu-Şahin ") == "pinar duygulu sahin")
    #expect(foldedKey("ＡＢＣ（２０２１）") == "abc 2021")
    #expect(foldedKey("余锋伟（博士）") == "余锋伟 博士")
    #expect(foldedKey("O'Brien") == "obrien")
    #expect(foldedKey("…") == "")
  }
}

@Suite("Authorities")
struct AuthorityTests {
  private let organizations = OrganizationAuthority.shared

  @Test(
    "An organization is known by its names in both scripts, by a part with the whole, and in brackets",
    arguments: [
      ("SenseTime 商汤科技", "sensetime"), ("北航", "beihang-university"), ("BUAA", "beihang-university"),
      ("DAMO Academy of Alibaba Group (U.S.)", "damo-academy"),
      ("Alibaba DAMO Academy", "damo-academy"),
      ("Alibaba (AMAP)", "amap"), ("Alibaba Group", "alibaba-group"),
    ])
  func match(name: String, id: String) {
    #expect(organizations.match(name)?.id == id)
  }

  @Test("A text that says more than names is none of them")
  func noMatch() {
    #expect(organizations.match("Alibaba Ice Cream") == nil)
    #expect(organizations.match("Tsinghua University and Peking University") == nil)
    #expect(organizations.match(String(repeating: "of ", count: 10_000)) == nil)
  }

  @Test("A part is below its whole at any depth")
  func parts() throws {
    let amap = try #require(organizations.match("AMAP"))
    let alibaba = try #require(organizations.match("Alibaba"))
    #expect(organizations.isPart(amap, of: alibaba))
    #expect(!organizations.isPart(alibaba, of: amap))
  }

  @Test("A venue is one under its old and its new name")
  func venues() {
    let venues = VenueAuthority.shared
    #expect(venues.venue(named: "NIPS")?.id == venues.venue(named: "NeurIPS")?.id)
    #expect(venues.venue(named: "nobody's conference") == nil)
  }
}

@Suite("Dates")
struct PartialDateTests {
  @Test("A date prints as precisely as it is known, with the datatype of its precision")
  func precision() {
    #expect(PartialDate(year: 2017)?.description == "2017")
    #expect(PartialDate(year: 2017, month: 3)?.description == "2017-03")
    #expect(PartialDate(year: 2017, month: 3, day: 9)?.description == "2017-03-09")
    #expect(PartialDate(year: 2017, month: 3)?.datatype == XSD.gYearMonth)
  }

  @Test("A month of 13, and a day without a month, are no dates")
  func impossible() {
    #expect(PartialDate(year: 2017, month: 13) == nil)
    #expect(PartialDate(year: 2017, day: 9) == nil)
  }
}

@Suite("JSON")
struct JSONValueTests {
  @Test("Objects keep their order and strings their characters")
  func encoding() {
    let value = JSONValue.object([
      ("z", .string("余\"\\\n\u{1B}")), ("a", .array([.null, .boolean(true), .integer(-1)])),
    ])
    #expect(value.encoded == #"{"z": "余\"\\\n\u001b", "a": [null, true, -1]}"#)
  }
}

import Testing

@testable import GoldScoring

extension DocumentRecord {
  /// A gold record with an entry of every kind. The people and their papers are invented.
  static let sample = DocumentRecord(
    document: "x.md",
    person: PersonEntry(
      name: "王小明", names: ["Xiaoming Wang"], homepages: ["https://x.example/"]),
    affiliations: [
      AffiliationEntry(
        organization: "SenseTime 商汤科技", unit: "研究院", role: "研究员", start: "2018-04",
        end: "2019-04"),
      AffiliationEntry(
        organization: "SenseTime 商汤科技", unit: "研究院", role: "研究副总监", start: "2020-09",
        current: true),
      AffiliationEntry(organization: "Meituan", role: "Intern", start: "2016", end: "2016"),
    ],
    education: [
      EducationEntry(
        organization: "Tsinghua University", unit: "Department of Automation", degree: "Ph.D.",
        field: "Control", start: "2008", end: "2014", advisers: ["Haoran Luo"]),
      EducationEntry(
        organization: "Tsinghua University", unit: "Department of Automation", degree: "Bachelor",
        start: "2004", end: "2008"),
    ],
    papers: [
      PaperEntry(
        title: "Calm-NAS: A Zero-Shot NAS for High-Performance Image Recognition",
        authors: ["Bo Lin", "Xiaoming Wang"], venue: "ICCV", year: 2021),
      PaperEntry(
        title: "Siblings: Revisiting the Design of Spatial Attention",
        authors: ["Xiaoming Wang", "José García"], venue: "NeurIPS", year: 2021),
      PaperEntry(
        title: "Robustness to Systematic Noise", authors: ["Yan Wang"], venue: "ICLR NAS workshop",
        year: 2020),
    ],
    patents: [
      PatentEntry(title: "目标跟踪方法、系统及电子设备", number: "CN201710124025.6", year: 2017)
    ],
    awards: [
      AwardEntry(title: "National Scholarship", year: 2012),
      AwardEntry(title: "蓝桥杯全国软件大赛, 全国二等奖", year: 2014),
    ],
    projects: [ProjectEntry(name: "Light-NAS", url: "https://github.com/example/light-nas")])

  /// The prediction that finds everything in a gold record.
  var perfectPrediction: DocumentRecord {
    var record = self
    record.papersComplete = nil
    record.affiliations = affiliations.map { changed($0, \.optional, \.accept) }
    record.education = education.map { changed($0, \.optional, \.accept) }
    record.papers = papers.map { changed($0, \.optional, \.accept) }
    record.patents = patents.map { changed($0, \.optional, \.accept) }
    record.awards = awards.map { changed($0, \.optional, \.accept) }
    record.projects = projects.map { changed($0, \.optional, \.accept) }
    return record
  }

  private func changed<Entry>(
    _ entry: Entry, _ optional: WritableKeyPath<Entry, Bool?>,
    _ accept: WritableKeyPath<Entry, AcceptedValues?>
  ) -> Entry {
    var entry = entry
    entry[keyPath: optional] = nil
    entry[keyPath: accept] = nil
    return entry
  }

  /// The record without its optional entries.
  var withoutOptionalEntries: DocumentRecord {
    var record = self
    record.affiliations.removeAll { $0.optional == true }
    record.education.removeAll { $0.optional == true }
    record.papers.removeAll { $0.optional == true }
    record.patents.removeAll { $0.optional == true }
    record.awards.removeAll { $0.optional == true }
    record.projects.removeAll { $0.optional == true }
    return record
  }
}

/// A change of the perfect prediction for the sample, and the fields whose F1 it lowers.
struct Change: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let lowers: Set<Field>
  let apply: @Sendable (inout DocumentRecord) -> Void

  init(
    _ description: String, lowers: Set<Field> = [],
    _ apply: @escaping @Sendable (inout DocumentRecord) -> Void
  ) {
    testDescription = description
    self.lowers = lowers
    self.apply = apply
  }

  var loweredFields: Set<Field> {
    var prediction = DocumentRecord.sample
    apply(&prediction)
    let total = Evaluation(of: [prediction], against: [.sample]).total
    return Set(total.usedFields.filter { total[$0].f1 < 1 })
  }
}

import Testing

@testable import GoldScoring

@Suite("Organizations")
struct OrganizationNamesTests {
  @Test(
    "Corporate suffixes, brackets and the other script make no difference",
    arguments: [
      ("Meituan", "Meituan Inc."), ("Alibaba Group (U.S.)", "Alibaba"), ("北京商汤科技有限公司", "北京商汤科技"),
      ("京东集团股份有限公司", "京东集团"), ("SenseTime 商汤科技", "商汤科技"), ("AMD (超威半导体)", "AMD"),
      ("The University of Oxford", "University of Oxford"),
    ])
  func same(gold: String, predicted: String) {
    #expect(matches(gold, predicted))
  }

  @Test("The predicted name may contain the unit")
  func withUnit() {
    #expect(
      matches("Tsinghua University", "Department of Automation, Tsinghua University", "Automation"))
    #expect(!matches("Tsinghua University", "Tsinghua University Press", "Automation"))
  }

  @Test(
    "Other organizations do not match",
    arguments: [
      ("Tsinghua University", "Peking University"), ("Meituan", ""), ("X (USA)", "Y (USA)"),
    ])
  func other(gold: String, predicted: String) {
    #expect(!matches(gold, predicted))
  }

  private func matches(_ gold: String, _ predicted: String, _ unit: String...) -> Bool {
    OrganizationNames(gold: [gold], units: unit).matches(OrganizationNames(predicted: predicted))
  }
}

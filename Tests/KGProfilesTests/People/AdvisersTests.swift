import KGLexicon
import KGModel
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Advisers")
struct AdvisersTests {
  struct Told: Sendable {
    let line: String
    let names: [String]
    /// What is left of the line for other rules.
    var rest: String?
  }

  @Test(
    "Names stand behind a label, with titles, one by one",
    arguments: [
      Told(line: "Advisor: Prof. Grace Hopper (Compiler Lab)", names: ["Grace Hopper"]),
      Told(
        line: "Supervisors: Prof. Dr. Ada Lovelace, Alan M. Turing",
        names: ["Ada Lovelace", "Alan M. Turing"]),
      Told(
        line: "Advised by Dr. Ada Lovelace and co-advised by Dr. Grace Hopper",
        names: ["Ada Lovelace", "Grace Hopper"]),
      Told(
        line: "Under the supervision of Jean le Rond d'Alembert.",
        names: ["Jean le Rond d'Alembert"]),
      Told(line: "Betreuerin: Prof. Dr. Emmy Noether", names: ["Emmy Noether"]),
      Told(line: "导师：华罗庚教授", names: ["华罗庚"]),
      Told(line: "导师：华罗庚（院士）    研究方向：数论", names: ["华罗庚"]),
      Told(line: "师从华罗庚教授和陈景润研究员", names: ["华罗庚", "陈景润"]),
      Told(line: "导师：数学系华罗庚教授", names: ["华罗庚"]),
      // A position, a name of an organization, somebody's students.
      Told(line: "博士生导师", names: []),
      Told(line: "Advisor, Google DeepMind", names: []),
      Told(line: "Supervisor of three PhD students", names: []),
    ]) func label(_ told: Told)
  {
    #expect((Advisers(SourceText(plain: told.line).whole)?.names ?? []).map(\.value) == told.names)
  }

  @Test(
    "What stands before and behind them in other lines stays for other rules",
    arguments: [
      Told(
        line: "PhD, MIT, 2012. Advisor: Grace Hopper", names: ["Grace Hopper"],
        rest: "PhD, MIT, 2012."),
      Told(
        line: "PhD (advisor: Prof. Grace Hopper), MIT, 2012", names: ["Grace Hopper"],
        rest: "PhD , MIT, 2012"),
      Told(line: "清华大学，博士，导师：华罗庚\n北京大学，硕士", names: ["华罗庚"], rest: "清华大学，博士 \n北京大学，硕士"),
    ]) func cut(_ told: Told)
  {
    let (rest, advisers) = Advisers.cut(from: SourceText(plain: told.line).whole)
    #expect(advisers.flatMap(\.names).map(\.value) == told.names)
    #expect(rest.string.split(separator: " ").joined(separator: " ") == told.rest)
  }

  @Test("A sentence without a study names the adviser of the one that goes on") func prose() throws
  {
    let page = """
      # Ada Lovelace

      I am a PhD student at the University of Cambridge. My hobby is chess, and my advisor is Prof. Grace Hopper.
      I received my master's degree from Imperial College London in 2019.
      """
    let record = try ProfileExtractor.extract(Array(page.utf8)).record
    let advisers = record.education.map { ($0.organization.value, $0.advisers.map(\.value)) }
    #expect(advisers.first { $0.0.contains("Cambridge") }?.1 == ["Grace Hopper"])
    #expect(advisers.first { $0.0.contains("Imperial") }?.1 == [])
  }
}

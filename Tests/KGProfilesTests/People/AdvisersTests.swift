import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Advisers")
struct AdvisersTests {
  struct Example: Sendable {
    let line: String
    let names: [String]
    /// What is left of the line for other rules.
    var rest: String?
  }

  @Test(
    "The names after a label are read one by one, without titles",
    arguments: [
      Example(line: "Advisor: Prof. Grace Hopper (Compiler Lab)", names: ["Grace Hopper"]),
      Example(
        line: "Supervisors: Prof. Dr. Ada Lovelace, Alan M. Turing",
        names: ["Ada Lovelace", "Alan M. Turing"]),
      Example(
        line: "Advised by Dr. Ada Lovelace and co-advised by Dr. Grace Hopper",
        names: ["Ada Lovelace", "Grace Hopper"]),
      Example(
        line: "Under the supervision of Jean le Rond d'Alembert.",
        names: ["Jean le Rond d'Alembert"]),
      Example(line: "Betreuerin: Prof. Dr. Emmy Noether", names: ["Emmy Noether"]),
      Example(line: "导师：华罗庚教授", names: ["华罗庚"]),
      Example(line: "导师：华罗庚（院士）    研究方向：数论", names: ["华罗庚"]),
      Example(line: "师从华罗庚教授和陈景润研究员", names: ["华罗庚", "陈景润"]),
      Example(line: "导师：数学系华罗庚教授", names: ["华罗庚"]),
      Example(line: "指導教員: 夕凪 小夜 教授", names: ["夕凪 小夜"]),
      Example(line: "指導教員: 埓太郎先生", names: ["埓太郎"]),
      Example(line: "지도교수: 나도담 교수", names: ["나도담"]),
      Example(
        line: "Directrices de thèse : Ada Lovelace (Institut X), Grace Hopper",
        names: ["Ada Lovelace", "Grace Hopper"]),
      Example(line: "Director de tesis: Dr. Alan M. Turing", names: ["Alan M. Turing"]),
      Example(line: "sous la direction d'Ada Lovelace", names: ["Ada Lovelace"]),
      // A role, an organization, other people’s students.
      Example(line: "博士生导师", names: []),
      Example(line: "Advisor, Google DeepMind", names: []),
      Example(line: "Supervisor of three PhD students", names: []),
    ]) func label(_ example: Example)
  {
    #expect(
      (Advisers(SourceText(plain: example.line).whole)?.names ?? []).map(\.value) == example.names)
  }

  @Test(
    "The text before the advisers, and other lines, are left for other rules",
    arguments: [
      Example(
        line: "PhD, MIT, 2012. Advisor: Grace Hopper", names: ["Grace Hopper"],
        rest: "PhD, MIT, 2012."),
      Example(
        line: "PhD (advisor: Prof. Grace Hopper), MIT, 2012", names: ["Grace Hopper"],
        rest: "PhD , MIT, 2012"),
      Example(
        line: "Postdoc at MIT, supervised by Prof. Grace Hopper from 2012 to 2014",
        names: ["Grace Hopper"],
        rest: "Postdoc at MIT from 2012 to 2014"),
      Example(
        line: "Postdoc at MIT, 2012 - 2014, supervised by Prof. Grace Hopper, 2010 - 2012",
        names: ["Grace Hopper"], rest: "Postdoc at MIT, 2012 - 2014"),
      Example(line: "清华大学，博士，导师：华罗庚\n北京大学，硕士", names: ["华罗庚"], rest: "清华大学，博士 \n北京大学，硕士"),
      Example(
        line: "Doctorat, 2012\nDirecteurs : Ada Lovelace (Institut X), Grace Hopper",
        names: ["Ada Lovelace", "Grace Hopper"], rest: "Doctorat, 2012"),
    ]) func cut(_ example: Example)
  {
    let (rest, advisers) = Advisers.cut(from: SourceText(plain: example.line).whole)
    #expect(advisers.flatMap(\.names).map(\.value) == example.names)
    #expect(rest.string.split(separator: " ").joined(separator: " ") == example.rest)
  }

  @Test("The adviser in a sentence without a degree belongs to the degree in progress") func prose()
    throws
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

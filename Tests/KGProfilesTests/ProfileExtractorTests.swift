import KGLexicon
import KGModel
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Profiles")
struct ProfileExtractorTests {
  private func record(_ text: String) throws -> ProfileRecord {
    try ProfileExtractor.extract(Array(text.utf8)).record
  }

  @Test("A Chinese CV: positions, degrees, papers in two lines, patents, awards")
  func chineseMarkdown() throws {
    let record = try record(
      """
      # 李雷

      ## 教育背景

      北京航空航天大学, 计算机学院, 软件工程, 硕士研究生 2015.9 – 2018.3

      ## 工作经历

      **SenseTime 商汤科技**, 研究院, 工具链 2018.4–至今
      研究员

      ## 论文与专利

      **Engines: A Way to Think.(ICPP2022)**

      *Meimei Han, Lei Li*

      专利: 目标跟踪方法及系统 (CN201710124025.6) 2017 年

      ## 获奖情况

      研究生国家奖学金 2017 年
      """)
    #expect(record.person.name?.value == "李雷")
    #expect(record.person.otherNames.map(\.value) == ["Lei Li"])
    let position = try #require(record.affiliations.first)
    #expect(position.organization.value == "SenseTime 商汤科技")
    #expect(position.unit?.value == "研究院, 工具链")
    #expect(position.role?.value == "研究员")
    #expect(position.interval?.value.isOpen == true)
    let education = try #require(record.education.first)
    #expect(education.degree?.value == "硕士研究生")
    #expect(education.field?.value == "软件工程")
    let paper = try #require(record.papers.first)
    #expect(paper.title.value == "Engines: A Way to Think")
    #expect(paper.authors.map(\.value) == ["Meimei Han", "Lei Li"])
    #expect(paper.venue?.value == "ICPP")
    #expect(record.patents.first?.number?.value == "CN201710124025.6")
    #expect(record.awards.first?.title.value == "研究生国家奖学金")
    #expect(record.awards.first?.year?.value == 2017)
  }

  @Test(
    "Bytes that are not text are refused with a reason",
    arguments: [
      ([], UnreadableSource.empty), (Array(" \n\n".utf8), .empty),
      ([0x50, 0x4B, 0x00, 0x04], .binary(offset: 2)),
      ([0xFF, 0xFE, 0x41, 0x00], .otherEncoding("UTF-16")),
      (
        Array("# a\n".utf8) + [0xC4, 0xE3],
        .notUTF8(offset: 4, line: 2, candidates: ["GB18030", "BIG5", "EUC-JP", "EUC-KR"])
      ),
    ] as [([UInt8], UnreadableSource)])
  func refused(bytes: [UInt8], reason: UnreadableSource) {
    #expect(throws: reason) { try ProfileExtractor.extract(bytes) }
  }

  @Test("Text of a PDF: headings in capitals, columns by gaps, several entries in a paragraph")
  func columns() throws {
    let record = try record(
      """
      PRIYA RAMAN
      Seattle, WA

      EDUCATION
      Carnegie Mellon University                   Pittsburgh, PA
      Master of Science in Machine Learning        Aug 2018 – May 2020
      Indian Institute of Technology Bombay        Mumbai, India
      B.Tech. in Computer Science                  2014 – 2018

      EXPERIENCE
      Amazon                                       Seattle, WA
      Applied Scientist II                         Jun 2020 – Present
      • Led a team of 4
      Microsoft Research                           Bangalore, India
      Research Intern                              May 2017 – Jul 2017

      PUBLICATIONS
      P. Raman, S. Gupta, J. Doe. Ranking with Small Budgets. In Proceedings of KDD 2021.
      S. Gupta, P. Raman. Efficient Sampling for Retrieval. SIGIR 2019 (Best Paper Award).
      """)
    #expect(
      record.education.map {
        "\($0.organization.value), \($0.degree?.value ?? ""), \($0.field?.value ?? "")"
      }
        == [
          "Carnegie Mellon University, Master of Science, Machine Learning",
          "Indian Institute of Technology Bombay, B.Tech., Computer Science",
        ])
    #expect(
      record.affiliations.map { "\($0.role?.value ?? ""), \($0.organization.value)" } == [
        "Applied Scientist II, Amazon", "Research Intern, Microsoft Research",
      ])
    #expect(record.papers.map(\.venue?.value) == ["KDD", "SIGIR"])
  }

  @Test(
    "A Chinese CV with spaces for columns, numbered references, advisers and inventors in the line")
  func chineseColumns() throws {
    let record = try record(
      """
      # 陈思远

      ## 教育经历

      - 2018.09 - 2023.06　清华大学　计算机系　博士　导师：王建国 教授

      ## 工作经历

      ### 腾讯 AI Lab　高级研究员　2023.07 至今
      负责预训练模型

      ## 论文

      [1] 陈思远, 王建国. 基于注意力机制的图像描述方法[J]. 计算机学报, 2021, 44(3): 512-525.
      [2] Siyuan Chen, Jianguo Wang. Dense Captioning with Sparse Words. CVPR 2022. (Oral)

      ## 专利

      1. 一种图像描述生成方法及装置, 发明人: 王建国, 陈思远, 授权号 CN112345678B, 2022
      """)
    #expect(record.education.first?.advisers.map(\.value) == ["王建国"])
    #expect(record.education.first?.unit?.value == "计算机系")
    let position = try #require(record.affiliations.first)
    #expect(position.organization.value == "腾讯 AI Lab")
    #expect(position.role?.value == "高级研究员")
    #expect(position.interval?.value.isOpen == true)
    #expect(
      record.papers.map(\.title.value) == ["基于注意力机制的图像描述方法", "Dense Captioning with Sparse Words"])
    #expect(record.papers.map(\.venue?.value) == ["计算机学报", "CVPR"])
    #expect(record.patents.first?.title.value == "一种图像描述生成方法及装置")
  }

  @Test(
    "Venues before titles, ranks after venues, “et al.” before titles, numbers before patents"
  )
  func positions() throws {
    let record = try record(
      """
      # Wenhao Xu (徐文浩)

      ## Publications

      - `NeurIPS 2023` [Large Models, Small Budgets](https://e.example/1), **Wenhao Xu**, Yi Zhou.
      - Under review: [Secret Work](https://e.example/3), **Wenhao Xu**, Yi Zhou.
      - Wei Zhao, Wenhao Xu. Graph Learning at Scale. KDD 2022: 1234-1243 (CCF A类)
      - Wenhao Xu, Wei Zhao, et al. Fast Subgraph Matching. VLDB, 2022.

      ## Patents

      - US 10,733,431 B2, "Ranking items with sparse feedback", A. Kowalska, 2020
      """)
    #expect(record.person.otherNames.map(\.value) == ["徐文浩"])
    #expect(
      record.papers.map(\.title.value) == [
        "Large Models, Small Budgets", "Secret Work", "Graph Learning at Scale",
        "Fast Subgraph Matching",
      ])
    #expect(record.papers.map(\.venue?.value) == ["NeurIPS", nil, "KDD", "VLDB"])
    #expect(record.papers.map(\.isAuthorListComplete) == [true, true, true, false])
    #expect(record.patents.first?.title.value == "Ranking items with sparse feedback")
  }
}

import Foundation
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

  @Test("A Chinese CV: posts, degrees, papers in two lines, patents, awards")
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
    let post = try #require(record.affiliations.first)
    #expect(post.organization.value == "SenseTime 商汤科技")
    #expect(post.unit?.value == "研究院, 工具链")
    #expect(post.role?.value == "研究员")
    #expect(post.interval?.value.isOpen == true)
    let study = try #require(record.education.first)
    #expect(study.degree?.value == "硕士研究生")
    #expect(study.field?.value == "软件工程")
    let paper = try #require(record.papers.first)
    #expect(paper.title.value == "Engines: A Way to Think")
    #expect(paper.authors.map(\.value) == ["Meimei Han", "Lei Li"])
    #expect(paper.venue?.value == "ICPP")
    #expect(record.patents.first?.number?.value == "CN201710124025.6")
    #expect(record.awards.first?.title.value == "研究生国家奖学金")
    #expect(record.awards.first?.year?.value == 2017)
  }

  @Test("A page that never names its owner stays unnamed")
  func unnamed() throws {
    let record = try record(
      "---\ntitle: \"About me\"\n---\nEngineer, ACME\n===\n\nI like engines.\n")
    #expect(record.person.name == nil)
  }

  @Test("A degree told in a sentence has an end and no beginning")
  func biography() throws {
    let record = try record(
      "# Ada Lovelace\n\nI earned my Bachelor of Science in Mathematics from Southeast University in 2010.\n"
    )
    let study = try #require(record.education.first)
    #expect(study.organization.value == "Southeast University")
    #expect(study.field?.value == "Mathematics")
    #expect(study.interval?.value == Interval(start: nil, end: .closed(PartialDate(year: 2010))))
  }

  @Test("Every receipt quotes what stands at its place, in every form of document")
  func receipts() throws {
    for text in [
      "# Ada Lovelace\n\n## Publications\n\n- Grace Hopper, **Ada Lovelace**. *Engines &amp; more things*. CVPR 2021.\n",
      "<html><body><h1>Ada Lovelace</h1><h2>Publications</h2><ul><li>Grace Hopper, <b>Ada Lovelace</b>. "
        + "Engines that think. CVPR 2021.</li></ul></body></html>",
      "Ada Lovelace\n\nPublications\n\n1. Grace Hopper, Ada Lovelace. Engines that think. CVPR 2021.\n",
    ] {
      let bytes = Array(text.utf8)
      let extraction = try ProfileExtractor.extract(bytes)
      #expect(extraction.record.papers.count == 1)
      let source = SourceKey(path: "ada.md")
      for statement in ProfileEmitter.statements(
        of: extraction, source: source, documentName: "ada.md")
      {
        for receipt in statement.receipts where receipt.rule.hasPrefix("publication.authors") {
          let range = try #require(receipt.byteRange)
          #expect(String(decoding: bytes[range], as: UTF8.self) == receipt.words)
        }
      }
    }
  }

  @Test("No e-mail address and no telephone number leaves a document")
  func privacy() throws {
    let text =
      "# Ada Lovelace\n\nada@example.org · (+86) 138 0000 0000 · ada.dev\n\n## Awards\n\n- Prize (ada@example.org), 2020\n"
    let extraction = try ProfileExtractor.extract(Array(text.utf8))
    let statements = ProfileEmitter.statements(
      of: extraction, source: SourceKey(path: "ada.md"), documentName: "ada.md")
    for receipt in statements.flatMap(\.receipts) {
      #expect(!receipt.words.contains("@"))
      #expect(!receipt.words.contains("138"))
    }
  }

  @Test(
    "What is no text is refused with its reason",
    arguments: [
      ([], UnreadableSource.empty), (Array(" \n\n".utf8), .empty),
      ([0x50, 0x4B, 0x00, 0x04], .binary(offset: 2)),
      ([0xFF, 0xFE, 0x41, 0x00], .otherEncoding("UTF-16")),
      (Array("# a\n".utf8) + [0xC4, 0xE3], .notUTF8(offset: 4, line: 2)),
    ] as [([UInt8], UnreadableSource)])
  func refused(bytes: [UInt8], reason: UnreadableSource) {
    #expect(throws: reason) { try ProfileExtractor.extract(bytes) }
  }

  @Test("“Curriculum Vitae” is no name; titles before one are no part of it")
  func titleOfCV() throws {
    let record = try record("# Curriculum Vitae\n\n**Dr. Maria Lindqvist**\n\n## Education\n")
    #expect(record.person.name?.value == "Maria Lindqvist")
    #expect(try self.record("# 个人简历\n\n## 教育背景\n").person.name == nil)
  }

  @Test("An owner who is not named is the one author that the lists set off, twice at least")
  func emphasizedOwner() throws {
    let twice = """
      ## Publications

      **Scaling Tiny Models with Care**
      Yuna Park, **Lea Sand**, Mira Holt
      *NeurIPS, 2023* (Spotlight)

      **Reading Tables Twice**
      **Lea Sand**\\*, Tom Ford\\*, Jonas Ek
      *ACL 2022*
      """
    let record = try record(twice)
    #expect(record.person.name?.value == "Lea Sand")
    #expect(
      record.papers.map(\.title.value) == ["Scaling Tiny Models with Care", "Reading Tables Twice"])
    #expect(record.papers.last?.authors.map(\.value) == ["Lea Sand", "Tom Ford", "Jonas Ek"])
    let once = twice.components(separatedBy: "**Reading")[0]
    #expect(try self.record(once).person.name == nil)
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

  @Test("Organization, role and time in blocks of their own")
  func cards() throws {
    let record = try record(
      """
      <html><body><h1>Jonas Ek</h1><h2>Experience</h2>
      <div><h4>Research Scientist</h4><div>IBM Research</div><div>Jan 2010 – Aug 2016 · Zurich</div></div>
      <div><h4>Professor</h4><div>ETH Zurich</div><div>Sep 2016 – Present</div></div></body></html>
      """)
    #expect(
      record.affiliations.map { "\($0.role?.value ?? ""), \($0.organization.value)" } == [
        "Research Scientist, IBM Research", "Professor, ETH Zurich",
      ])
    #expect(record.affiliations.map { $0.interval?.value.isOpen } == [false, true])
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
    let post = try #require(record.affiliations.first)
    #expect(post.organization.value == "腾讯 AI Lab")
    #expect(post.role?.value == "高级研究员")
    #expect(post.interval?.value.isOpen == true)
    #expect(
      record.papers.map(\.title.value) == ["基于注意力机制的图像描述方法", "Dense Captioning with Sparse Words"])
    #expect(record.papers.map(\.venue?.value) == ["计算机学报", "CVPR"])
    #expect(record.patents.first?.title.value == "一种图像描述生成方法及装置")
  }

  @Test("Sentences in Chinese: degrees, advisers, posts with their years")
  func chineseBiography() throws {
    let record = try record(
      """
      # 刘明

      刘明，教授。2010年毕业于中国科学技术大学，获学士学位；2015年毕业于香港科技大学，获博士学位，师从陈刚教授。\
      2015年至2017年在微软亚洲研究院任副研究员，2017年加入浙江大学。曾在清华大学举办的比赛中获奖。
      """)
    #expect(record.education.map(\.organization.value) == ["中国科学技术大学", "香港科技大学"])
    #expect(record.education.map { $0.interval?.value.start } == [nil, nil])
    #expect(record.education.map { $0.interval?.value.printedEnd?.year } == [2010, 2015])
    #expect(record.education.last?.advisers.map(\.value) == ["陈刚"])
    #expect(record.affiliations.map(\.organization.value) == ["微软亚洲研究院", "浙江大学"])
    #expect(record.affiliations.first?.role?.value == "副研究员")
    #expect(record.affiliations.last?.interval?.value.end == .unknown)
  }

  @Test("Sentences in English: the unit in front of its institution, the article left out")
  func englishBiography() throws {
    let record = try record(
      """
      # Tomas Novak

      I'm an Assistant Professor at the Department of Computer Science, University of Toronto, and a \
      faculty member at the Vector Institute. I obtained my PhD from Charles University in 2018 under the \
      supervision of Jan Dvorak.

      ## Work experience

      * Summer 2016: Research Intern
        * Google Brain, Mountain View
        * Supervisor: Ilya Petrov
      """)
    let posts = record.affiliations
    #expect(
      posts.map(\.organization.value) == [
        "Google Brain", "University of Toronto", "Vector Institute",
      ])
    #expect(posts[1].unit?.value == "Department of Computer Science")
    #expect(posts[1].isCurrent && posts[2].isCurrent)
    #expect(posts.first?.kind == .intern)
    #expect(posts.first?.advisers.map(\.value) == ["Ilya Petrov"])
    #expect(record.education.first?.advisers.map(\.value) == ["Jan Dvorak"])
  }

  @Test("A bullet with a year is no post; a city is none either")
  func noPosts() throws {
    let record = try record(
      """
      # ANNA KOWALSKA

      ## Experience

      **Data Scientist** | Spotify | Stockholm, Sweden
      *March 2021 – Present*
      - Shipped 3 models in 2022
      """)
    #expect(record.affiliations.map(\.organization.value) == ["Spotify"])
    #expect(record.affiliations.first?.unit == nil)
  }

  @Test(
    "Venues in front of titles, ranks behind venues, “et al.” before titles, numbers before patents"
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

  @Test("A column of dates beside papers is their year")
  func dateColumn() throws {
    let record = try record(
      """
      # Ada Lovelace

      ## Publications

      | | |
      |---|---|
      | 2024 | A. Lovelace, G. Hopper. “Engines That Think About Engines”. *International Conference on Machine Learning (ICML)*. |
      | Sept. 2021 | G. Hopper, A. Lovelace, **Compilers for Engines of Any Kind**, *IEEE International Conference on Cluster Computing* (CLUSTER 2021), short paper |
      | 2020 | A. Lovelace, A. Turing. “Machines at Rest and at Work”. ICML 2020 [arXiv] [code] |
      """)
    #expect(
      record.papers.map(\.title.value) == [
        "Engines That Think About Engines", "Compilers for Engines of Any Kind",
        "Machines at Rest and at Work",
      ])
    #expect(record.papers.map { $0.year?.value } == [2024, 2021, 2020])
    #expect(
      record.papers.map { $0.authors.map(\.value) } == [
        ["A. Lovelace", "G. Hopper"], ["G. Hopper", "A. Lovelace"], ["A. Lovelace", "A. Turing"],
      ])
    #expect(
      record.papers.map { $0.venue?.value } == [
        "International Conference on Machine Learning (ICML)",
        "IEEE International Conference on Cluster Computing (CLUSTER)", "ICML",
      ])
  }
}

import Testing

@testable import KGExport

@Suite struct DOTTextTests {
  @Test(
    "A label stays a label, whatever is in it",
    arguments: [
      (#"Bobby "Tables""#, #""Bobby \"Tables\"""#),
      (#"back\slash"#, #""back\\slash""#),
      (#"ends in \"#, #""ends in \\""#),
      (#"\N \G \l"#, #""\\N \\G \\l""#),
      ("two\nlines", #""two\nlines""#),
      ("two\r\nlines", #""two\nlines""#),
      ("bell\u{7} nul\u{0} escape\u{1B}[31m", #""bell nul escape[31m""#),
      ("tab\there", #""tab here""#),
      ("turned\u{202E}around", #""turnedaround""#),
      (#""]; evil -- node; //"#, #""\"]; evil -- node; //""#),
      ("<script>alert(1)</script>", #""<script>alert(1)</script>""#),
      ("AT&T &lt;b&gt;", #""AT&amp;T &amp;lt;b&amp;gt;""#),
      ("余锋伟", #""余锋伟""#),
      ("a\"\u{301}, URL=\"x", "\"a\\\"\u{301}, URL=\\\"x\""),
    ])
  func labels(text: String, quoted: String) {
    #expect(DOTText.quotedLabel(text) == quoted)
  }

  @Test("An identifier keeps its ampersands and loses its line breaks")
  func identifier() {
    #expect(DOTText.quoted("a&b\n\"c\"\\") == #""a&b \"c\"\\""#)
  }

  @Test(
    "Only links to the web are drawn",
    arguments: [
      ("https://a.example/x?y=1&z=2", "https://a.example/x?y=1&z=2"),
      ("HTTP://a.example/", "HTTP://a.example/"),
      (#"https://a.example/"><script>"#, "https://a.example/%22%3E%3Cscript%3E"),
      ("https://a.example/a b\\c\n", "https://a.example/a%20b%5Cc%0A"),
      ("https://a.example/余", "https://a.example/余"),
      ("javascript:alert(1)", nil), ("data:text/html,x", nil), ("file:///etc/passwd", nil),
      ("https:a", nil), ("//a.example", nil), ("", nil),
    ])
  func links(link: String, written: String?) {
    #expect(DOTText.link(link) == written)
  }
}

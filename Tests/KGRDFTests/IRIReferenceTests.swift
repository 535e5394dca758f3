import Testing

@testable import KGRDF

@Suite("Resolution of IRI references")
struct IRIReferenceTests {
  @Test(
    "RFC 3986, section 5.4",
    arguments: [
      ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
      ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"),
      ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"),
      ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"), ("g;x", "http://a/b/c/g;x"),
      ("g;x?y#s", "http://a/b/c/g;x?y#s"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"),
      ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../", "http://a/b/"),
      ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../", "http://a/"),
      ("../../g", "http://a/g"),
      // Abnormal examples (5.4.2).
      ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"), ("/./g", "http://a/g"),
      ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"),
      ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
      ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
      ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
      ("g?y/./x", "http://a/b/c/g?y/./x"), ("g?y/../x", "http://a/b/c/g?y/../x"),
      ("g#s/./x", "http://a/b/c/g#s/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"),
      ("http:g", "http:g"),
    ])
  func table(_ reference: String, _ expected: String) {
    let base = IRIReference("http://a/b/c/d;p?q")
    #expect(IRIReference(reference).resolved(against: base) == expected)
  }

  @Test(
    "Against other bases",
    arguments: [
      ("http://a", "g", "http://a/g"), ("http://a?q", "g", "http://a/g"),
      ("http://a", "", "http://a"),
      ("http://a/b?q#f", "", "http://a/b?q"), ("http://a//b//c", "../x", "http://a//b/x"),
      ("file:///d/f", "../../x", "file:///x"), ("urn:x:y", "#f", "urn:x:y#f"),
      ("urn:x:y", "z", "urn:z"),
      ("http://a/é/b", "余?ü#ö", "http://a/é/余?ü#ö"), ("http://a/b", "\u{301}/..", "http://a/"),
    ])
  func bases(_ base: String, _ reference: String, _ expected: String) {
    #expect(IRIReference(reference).resolved(against: IRIReference(base)) == expected)
  }

  @Test(
    "Dot segments are removed (5.2.4)",
    arguments: [
      ("/a/b/c/./../../g", "/a/g"), ("mid/content=5/../6", "mid/6"), ("", ""), ("/", "/"),
      (".", ""),
      ("..", ""), ("../../a", "a"), ("/..", "/"), ("/a/..", "/"), ("a/..", "/"), ("a/../b", "/b"),
      ("a/./b", "a/b"), ("//a//..", "//a/"), ("/a/b/.", "/a/b/"),
    ])
  func dotSegments(_ path: String, _ expected: String) {
    #expect(IRIReference.withoutDotSegments(path.utf8) == expected)
  }
}

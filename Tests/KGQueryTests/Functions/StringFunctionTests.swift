import Testing

/// SPARQL 1.1 Query Language, section 17.4.3.
@Suite("Functions on strings")
struct StringFunctionTests {
  @Test(
    "Characters are counted, not bytes; positions begin at 1",
    arguments: [
      ("STRLEN('余锋伟')", "3 integer"), ("SUBSTR('foobar', 4)", "bar"),
      ("SUBSTR('foobar', 4, 1)", "b"),
      ("SUBSTR('余锋伟', 2, 1)", "锋"), ("SUBSTR('bar', 0, 2)", "b"), ("SUBSTR('bar'@en, 2)", "ar@en"),
      ("UCASE('straße')", "STRASSE"), ("LCASE('ÉCOLE'@fr)", "école@fr"),
      ("ENCODE_FOR_URI('Los Angeles/余')", "Los%20Angeles%2F%E4%BD%99"),
    ])
  func characters(expression: String, expected: String) throws {
    #expect(try value(expression) == expected)
  }

  @Test(
    "Arguments have to be compatible",
    arguments: [
      ("STRBEFORE('abc'@en, 'b')", "a@en"), ("STRBEFORE('abc', 'b'@en)", "error"),
      ("STRBEFORE('abc'@en, 'z')", ""), ("STRAFTER('abc'@en, 'b'@en)", "c@en"),
      ("STRAFTER('abc'@en, '')", "abc@en"), ("STRSTARTS('abc'@en, 'a'@de)", "error"),
      ("CONTAINS('abc'@en, 'b')", "true boolean"), ("STRENDS(1, '1')", "error"),
      ("CONCAT('a'@en, 'b'@en)", "ab@en"), ("CONCAT('a'@en, 'b')", "ab"), ("CONCAT()", ""),
      ("CONCAT('a', 1)", "error"),
    ])
  func compatibility(expression: String, expected: String) throws {
    #expect(try value(expression) == expected)
  }

  @Test(
    "Regular expressions of XPath with their flags",
    arguments: [
      ("REGEX('Alice', '^ali', 'i')", "true boolean"), ("REGEX('a\\nb', 'a.b')", "false boolean"),
      ("REGEX('a\\nb', 'a.b', 's')", "true boolean"),
      ("REGEX('a\\nb', '^b$', 'm')", "true boolean"),
      ("REGEX('ab', 'a b', 'x')", "true boolean"), ("REGEX('a.b', 'a.b', 'q')", "true boolean"),
      ("REGEX('axb', 'a.b', 'q')", "false boolean"), ("REGEX('a', '[')", "error"),
      ("REGEX('a\\n', 'a$')", "false boolean"), ("REGEX('a$', '[$]$')", "true boolean"),
      ("REGEX('a$b', '\\\\$b')", "true boolean"),
      ("REGEX('a', 'a', 'k')", "error"), ("REPLACE('abcd', 'b', 'Z')", "aZcd"),
      ("REPLACE('abab', 'B', 'Z', 'i')", "aZaZ"), ("REPLACE('abcd', '(b)(c)', '$2$1')", "acbd"),
      ("REPLACE('abc', 'x*', '-')", "error"), ("REPLACE('a$', '\\\\$', '\\\\\\\\')", "a\\"),
    ])
  func regularExpressions(expression: String, expected: String) throws {
    #expect(try value(expression) == expected)
  }

  @Test(
    "Patterns mean what XPath says, not what the library would",
    arguments: [
      ("REGEX('abc', '')", "true boolean"), ("REGEX('a\\r\\nb', 'a.b', 's')", "false boolean"),
      ("REGEX('a\\r\\nb', 'a..b', 's')", "true boolean"),
      ("REGEX('a\\rb', '^b', 'm')", "false boolean"), ("REGEX('abc', 'a#b', 'x')", "false boolean"),
      ("REGEX('a b', 'a[ ] b', 'x')", "true boolean"), ("REGEX('a', '^\\\\i$')", "true boolean"),
      ("REGEX('é', '^\\\\p{IsLatin-1Supplement}$')", "true boolean"),
      ("REGEX('_', '^\\\\w$')", "false boolean"), ("REGEX('+', '^[\\\\w]$')", "true boolean"),
      ("REGEX('b', '^[a-c-[b]]$')", "false boolean"), ("REGEX('&', '^[&&]$')", "true boolean"),
      ("REGEX('\\u00A0', '\\\\s')", "false boolean"),
    ])
  func patterns(expression: String, expected: String) throws {
    #expect(try value(expression) == expected)
  }

  @Test(
    "Language tags",
    arguments: [
      ("LANG('a'@en-GB)", "en-GB"), ("LANG('a')", ""), ("LANG(<http://e/a>)", "error"),
      ("LANGMATCHES('en-GB', 'en')", "true boolean"),
      ("LANGMATCHES('en', 'en-GB')", "false boolean"),
      ("LANGMATCHES('', '*')", "false boolean"), ("LANGMATCHES('de', '*')", "true boolean"),
      ("STRLANG('a', 'en')", "a@en"), ("STRLANG('a'@en, 'de')", "error"),
      ("STRLANG('a', 'no tag')", "error"),
      ("STRDT('1', xsd:integer)", "1 integer"), ("STRDT(1, xsd:integer)", "error"),
    ])
  func languages(expression: String, expected: String) throws {
    #expect(try value(expression) == expected)
  }

  @Test(
    "Hashes are those of the text's UTF-8",
    arguments: [
      ("MD5('abc')", "900150983cd24fb0d6963f7d28e17f72"),
      ("SHA1('abc')", "a9993e364706816aba3e25717850c26c9cd0d89d"),
      ("SHA256('abc')", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      ("MD5('abc'@en)", "error"),
    ])
  func hashes(expression: String, expected: String) throws {
    #expect(try value(expression) == expected)
  }
}

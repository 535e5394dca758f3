package import KGText

/// A value with the words that it was read from and the rule that read them.
package struct Stated<Value: Sendable>: Sendable {
  package let value: Value
  package let span: Span
  package let rule: Rule

  package init(_ value: Value, _ span: Span, rule: Rule) {
    self.value = value
    self.span = span
    self.rule = rule
  }
}

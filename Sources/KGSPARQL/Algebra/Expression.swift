package import KGModel

/// An expression of FILTER, BIND, ORDER BY or an aggregate.
package indirect enum Expression: Hashable, Sendable {
  case term(Term)
  case variable(Variable)
  case or([Expression])
  case and([Expression])
  case not(Expression)
  case compare(Expression, Comparison, Expression)
  /// Operations of one precedence, from left to right: `a - b + c`.
  case arithmetic(Expression, [Operation])
  case negate(Expression)
  case isIn(Expression, [Expression])
  case call(BuiltInFunction, [Expression])
  /// A cast or an extension function with its IRI.
  case function(IRI, [Expression])
  case exists(Algebra)
  /// Only while a query is parsed: grouping replaces it by a variable.
  case aggregate(Aggregate)

  /// A relational operator.
  package enum Comparison: String, Hashable, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  /// An operand with the operator before it.
  package struct Operation: Hashable, Sendable {
    package let sign: Arithmetic
    package let operand: Expression

    package init(_ sign: Arithmetic, _ operand: Expression) {
      self.sign = sign
      self.operand = operand
    }
  }

  /// An arithmetic operator.
  package enum Arithmetic: String, Hashable, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
  }

  /// The conjunction of some expressions; a single one is returned as it is.
  package static func all(_ expressions: [Expression]) -> Expression {
    expressions.count == 1 ? expressions[0] : .and(expressions)
  }
}

/// The functions with keywords (SPARQL 1.1 Query Language, section 17.4).
package enum BuiltInFunction: String, CaseIterable, Hashable, Sendable {
  case abs, bnode, bound, ceil, coalesce, concat, contains, datatype, day
  case encodeForURI = "encode_for_uri"
  case floor, hours, `if`, iri
  case isBlank = "isblank"
  case isIRI = "isiri"
  case isLiteral = "isliteral"
  case isNumeric = "isnumeric"
  case isURI = "isuri"
  case lang
  case langMatches = "langmatches"
  case lcase, md5, minutes, month, now, rand, regex, replace, round
  case sameTerm = "sameterm"
  case seconds, sha1, sha256, sha384, sha512, str
  case strAfter = "strafter"
  case strBefore = "strbefore"
  case strDatatype = "strdt"
  case strEnds = "strends"
  case strLang = "strlang"
  case strLength = "strlen"
  case strStarts = "strstarts"
  case strUUID = "struuid"
  case substring = "substr"
  case timezone, tz, ucase, uri, uuid, year

  /// The keyword in capitals.
  package var name: String { rawValue.uppercased() }

  /// The function of a keyword in any case; `nil` for other words.
  package init?(keyword: String) {
    self.init(rawValue: keyword.lowercased())
  }

  /// The possible numbers of arguments.
  package var argumentCounts: ClosedRange<Int> {
    switch self {
    case .now, .rand, .uuid, .strUUID: 0...0
    case .bnode: 0...1
    case .concat, .coalesce: 0...Int.max
    case .contains, .langMatches, .sameTerm, .strAfter, .strBefore, .strDatatype, .strEnds,
      .strLang,
      .strStarts:
      2...2
    case .regex, .substring: 2...3
    case .if: 3...3
    case .replace: 3...4
    default: 1...1
    }
  }
}

/// An aggregate and the variable that gets its value.
package struct AggregateBinding: Hashable, Sendable {
  package let variable: Variable
  package let aggregate: Aggregate

  package init(_ variable: Variable, _ aggregate: Aggregate) {
    self.variable = variable
    self.aggregate = aggregate
  }
}

/// `COUNT(DISTINCT ?x)` and the like (SPARQL 1.1 Query Language, section 18.5.1).
package struct Aggregate: Hashable, Sendable {
  /// The aggregates of SPARQL 1.1 (Query Language, section 11), by their keywords.
  package enum Function: String, Hashable, Sendable {
    case count = "COUNT"
    case sum = "SUM"
    case min = "MIN"
    case max = "MAX"
    case avg = "AVG"
    case sample = "SAMPLE"
    case groupConcat = "GROUP_CONCAT"
  }

  package let function: Function
  /// `nil` for `COUNT(*)`.
  package let argument: Expression?
  /// Whether equal values count once.
  package let distinct: Bool
  /// For GROUP_CONCAT; a space by default.
  package let separator: String

  package init(
    _ function: Function, _ argument: Expression?, distinct: Bool = false, separator: String = " "
  ) {
    self.function = function
    self.argument = argument
    self.distinct = distinct
    self.separator = separator
  }
}

/// A condition of ORDER BY.
package struct OrderCondition: Hashable, Sendable {
  package let expression: Expression
  /// Whether the largest values come first.
  package let descending: Bool

  package init(_ expression: Expression, descending: Bool = false) {
    self.expression = expression
    self.descending = descending
  }
}

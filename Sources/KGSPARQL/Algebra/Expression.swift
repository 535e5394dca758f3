public import KGModel

/// An expression of FILTER, BIND, ORDER BY or an aggregate.
public indirect enum Expression: Hashable, Sendable {
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
  /// A cast or an extension function by its IRI.
  case function(IRI, [Expression])
  case exists(Algebra)
  /// Only while a query is parsed: grouping puts a variable in its place.
  case aggregate(Aggregate)

  public enum Comparison: String, Hashable, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  public struct Operation: Hashable, Sendable {
    public let sign: Arithmetic
    public let operand: Expression

    public init(_ sign: Arithmetic, _ operand: Expression) {
      self.sign = sign
      self.operand = operand
    }
  }

  public enum Arithmetic: String, Hashable, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
  }

  /// All of them; the only one is itself.
  public static func all(_ expressions: [Expression]) -> Expression {
    expressions.count == 1 ? expressions[0] : .and(expressions)
  }
}

/// The functions that SPARQL 1.1 has by a keyword (section 17.4).
public enum BuiltInFunction: String, CaseIterable, Hashable, Sendable {
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

  /// As the recommendation writes it.
  public var name: String { rawValue.uppercased() }

  /// A keyword in any case.
  public init?(keyword: String) {
    self.init(rawValue: keyword.lowercased())
  }

  /// How many arguments it takes.
  public var argumentCounts: ClosedRange<Int> {
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

/// An aggregate under the variable that stands for it.
public struct AggregateBinding: Hashable, Sendable {
  public let variable: Variable
  public let aggregate: Aggregate

  public init(_ variable: Variable, _ aggregate: Aggregate) {
    self.variable = variable
    self.aggregate = aggregate
  }
}

public struct Aggregate: Hashable, Sendable {
  public enum Function: String, Hashable, Sendable {
    case count = "COUNT"
    case sum = "SUM"
    case min = "MIN"
    case max = "MAX"
    case avg = "AVG"
    case sample = "SAMPLE"
    case groupConcat = "GROUP_CONCAT"
  }

  public let function: Function
  /// `nil` for `COUNT(*)`.
  public let argument: Expression?
  public let distinct: Bool
  /// For GROUP_CONCAT; a space unless the query says otherwise.
  public let separator: String

  public init(
    _ function: Function, _ argument: Expression?, distinct: Bool = false, separator: String = " "
  ) {
    self.function = function
    self.argument = argument
    self.distinct = distinct
    self.separator = separator
  }
}

public struct OrderCondition: Hashable, Sendable {
  public let expression: Expression
  public let descending: Bool

  public init(_ expression: Expression, descending: Bool = false) {
    self.expression = expression
    self.descending = descending
  }
}

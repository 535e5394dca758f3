internal import KGSPARQL

/// Foundation has an `Expression`, too; here it is that of SPARQL.
typealias Expression = KGSPARQL.Expression

internal import KGSPARQL

/// Foundation has an `Expression`, too; in this module the name means that of SPARQL.
typealias Expression = KGSPARQL.Expression

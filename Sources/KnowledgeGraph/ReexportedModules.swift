// What a caller of the library sees in its signatures comes with it: terms, answers, errors, formats.
@_exported public import KGExport
@_exported public import KGIngest
@_exported public import KGModel
@_exported public import KGProfiles
@_exported public import KGQuery
@_exported public import KGRDF
@_exported public import KGReaders
@_exported public import KGSPARQL
@_exported public import KGStore

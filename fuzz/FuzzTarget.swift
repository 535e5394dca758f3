import Foundation
import KGRDF

/// What `KG_FUZZ` names: a parser of RDF, a reader of documents, or all of extraction.
enum FuzzTarget {
  case rdf(RDFTarget)
  case document(DocumentTarget)

  static let current = FuzzTarget(named: ProcessInfo.processInfo.environment["KG_FUZZ"] ?? "")

  private init(named name: String) {
    if let format = RDFFormat(rawValue: name) {
      self = .rdf(RDFTarget(format: format))
    } else if let target = DocumentTarget(rawValue: name) {
      self = .document(target)
    } else {
      stop("KG_FUZZ names no target: '\(name)'")
    }
  }

  func run(_ bytes: [UInt8]) {
    switch self {
    case .rdf(let target): target.run(bytes)
    case .document(let target): target.run(bytes)
    }
  }
}

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  FuzzTarget.current.run(Repetition.current?.document(of: bytes) ?? bytes)
  return 0
}

/// Ends the program as a crash does, so that libFuzzer keeps the input.
func stop(_ reason: String) -> Never {
  FileHandle.standardError.write(Data((reason + "\n").utf8))
  abort()
}

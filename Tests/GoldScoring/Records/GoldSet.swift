package import Foundation
internal import KGModel

/// A gold record and where it was found.
package struct GoldDocument: Sendable {
  package let record: DocumentRecord
  /// The file that holds the record.
  package let recordFile: URL
  /// The document itself, a file or the folder of a site; `nil` when it is not in the gold set.
  package let source: URL?

  package init(record: DocumentRecord, recordFile: URL, source: URL?) {
    self.record = record
    self.recordFile = recordFile
    self.source = source
  }
}

/// Hand-made records and the documents that they describe.
package struct GoldSet: Sendable {
  /// In the order of the paths of their records.
  package let documents: [GoldDocument]

  /// The records alone, in the order of ``documents``.
  package var records: [DocumentRecord] { documents.map(\.record) }

  package init(documents: [GoldDocument]) {
    self.documents = documents
  }

  /// Reads `folder/records`, whose documents are in `folder/documents`; without a folder `records`,
  /// the records are the JSON files of the folder itself, and their documents are not known.
  ///
  /// - Throws: ``GoldError`` for a record that cannot be read, or when there is not a single one.
  package init(folder: URL) throws {
    let records = folder.appendingPathComponent("records")
    if FileManager.default.fileExists(atPath: records.path) {
      try self.init(records: records, documents: folder.appendingPathComponent("documents"))
    } else {
      try self.init(records: folder, documents: nil)
    }
  }

  /// Reads one file of records, or all JSON files of a folder and its subfolders.
  ///
  /// The document of a record is looked for in the subfolder of `documents` that has the place of
  /// the record's own subfolder, then in `documents` itself.
  ///
  /// - Throws: ``GoldError`` for a record that cannot be read, or when there is not a single one.
  package init(records: URL, documents: URL?) throws {
    var found: [GoldDocument] = []
    for path in try Self.recordFiles(at: records.path) {
      let file = URL(fileURLWithPath: path)
      let folders = documents.map { Self.places(of: path, in: records.path, documents: $0) } ?? []
      for record in try Self.read(file) {
        let candidates = folders.map { $0.appendingPathComponent(record.document) }
        let source = candidates.first { FileManager.default.fileExists(atPath: $0.path) }
        found.append(GoldDocument(record: record, recordFile: file, source: source))
      }
    }
    guard !found.isEmpty else { throw GoldError(file: records.path, fault: "no gold record here") }
    self.documents = found
  }

  private static func recordFiles(at path: String) throws(GoldError) -> [String] {
    guard FileManager.default.fileExists(atPath: path) else {
      throw GoldError(file: path, fault: "no such file or folder")
    }
    return FileTree.isFolder(path) ? FileTree.files(in: path, withEndings: ["json"]) : [path]
  }

  private static func places(of file: String, in records: String, documents: URL) -> [URL] {
    let path = PathText(String(Substring(file.utf8.dropFirst(records.utf8.count))))
    return [
      path.components.dropLast().reduce(documents) { $0.appendingPathComponent($1) }, documents,
    ]
  }

  /// The records of one file, which holds a record or an array of records.
  ///
  /// - Throws: ``GoldError`` with the first fault of the file.
  package static func read(_ file: URL) throws(GoldError) -> [DocumentRecord] {
    do {
      let data = try Data(contentsOf: file)
      let json = try JSONSerialization.jsonObject(with: data)
      let list = json as? [Any]
      for (index, record) in (list ?? [json]).enumerated() {
        if let fault = GoldShape.fault(in: record) {
          throw GoldError(file: file.path, fault: (list == nil ? "" : "[\(index)]: ") + fault)
        }
      }
      let decoder = JSONDecoder()
      return try list == nil
        ? [decoder.decode(DocumentRecord.self, from: data)]
        : decoder.decode([DocumentRecord].self, from: data)
    } catch let error as GoldError {
      throw error
    } catch {
      throw GoldError(file: file.path, fault: JSONFault.text(of: error))
    }
  }
}

/// A gold record that cannot be used.
package struct GoldError: Error, Equatable, CustomStringConvertible {
  package let file: String
  /// What is wrong, with its place in the file when it is known.
  package let fault: String

  package var description: String { "\(file): \(fault)" }
}

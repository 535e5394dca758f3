package import Foundation

/// A path of the file system as text, whatever its bytes are.
///
/// POSIX names are bytes. A path that is UTF-8 is its own name. Any other path is named by the `file:` URI of its
/// absolute form (RFC 8089), with every byte percent-encoded that RFC 3986 does not leave unreserved:
///
///     FilePath(bytes: Array("caf".utf8) + [0xE9]).name  // "file:///home/ada/caf%E9"
///     FilePath("file:///home/ada/caf%E9").bytes         // … 0x63, 0x61, 0x66, 0xE9
///
/// So the name of a source can be printed, stored, and given to another command.
public struct FilePath: Hashable, Sendable {
  /// The path as Swift text; bytes that are not UTF-8 are escaped, see `String.init(escaping:)`.
  let text: String

  /// A path by its text, as a person or ``name`` writes it.
  ///
  /// - Parameter name: A path, an escaped path, or a `file:///` URI.
  public init(_ name: String) {
    text =
      name.utf8.starts(with: (Self.scheme + "/").utf8)
      ? String(escaping: Self.percentDecoded(name.utf8.dropFirst(Self.scheme.utf8.count))) : name
  }

  /// A path by its bytes, as the system gives it.
  public init(bytes: [UInt8]) {
    text = String(escaping: bytes)
  }

  /// The bytes that the system knows the path by.
  public var bytes: [UInt8] { text.unescapedBytes }

  /// The path itself when it is UTF-8; else its `file:` URI.
  public var name: String {
    text.hasEscapedBytes ? Self.scheme + Self.percentEncoded(absolute.bytes) : text
  }

  /// The path from the folder of a site on, for places in it: itself when it is UTF-8, else percent-encoded.
  var nameInSite: String { text.hasEscapedBytes ? Self.percentEncoded(bytes) : text }

  /// The path from the root, without `.` and `..`; symbolic links are not resolved.
  var absolute: FilePath {
    // As bytes: a mark at the start of a name is one `Character` with the slash before it.
    if text.utf8.first == UInt8(ascii: "/") { return FilePath(SourceFinder.normalized(text)) }
    return FilePath(SourceFinder.normalized(Self.currentFolder + "/" + text))
  }

  private static let scheme = "file://"

  private static var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(
      escaping: UnsafeBufferPointer(start: path, count: strlen(path)).map(UInt8.init(bitPattern:)))
  }

  private static func percentEncoded(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isUnreserved =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789-._~/".unicodeScalars.contains(scalar))
      if isUnreserved { return String(scalar) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }

  /// The bytes of a percent-encoded text; a percent sign without two hexadecimal digits stays.
  private static func percentDecoded(_ text: some Collection<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(text)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2).map { Character(Unicode.Scalar($0)) }
      if byte == UInt8(ascii: "%"), digits.count == 2, digits.allSatisfy(\.isHexDigit),
        let decoded = UInt8(String(digits), radix: 16)
      {
        bytes.append(decoded)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}

// MARK: The file system

extension FilePath {
  /// Calls a system function with the path.
  package func withSystemPath<Result>(_ body: (UnsafePointer<CChar>) throws -> Result) rethrows
    -> Result
  {
    try (bytes.map(CChar.init(bitPattern:)) + [0]).withUnsafeBufferPointer { buffer in
      // An array with an element has an address.
      guard let path = buffer.baseAddress else { return try "".withCString(body) }
      return try body(path)
    }
  }

  /// The status of the file or folder, links followed; `nil` when there is none.
  var status: stat? {
    var status = stat()
    return withSystemPath { stat($0, &status) } == 0 ? status : nil
  }

  var isFolder: Bool { status.map { $0.st_mode & S_IFMT == S_IFDIR } ?? false }
  var isReadable: Bool { withSystemPath { access($0, R_OK) } == 0 }

  /// Opens the file for reading; `nil` when it is absent or not readable.
  package func open() -> FileHandle? {
    let descriptor = withSystemPath { Foundation.open($0, O_RDONLY | O_CLOEXEC) }
    return descriptor < 0 ? nil : FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// What a search of a folder finds.
  struct Listing {
    /// The files, as escaped paths from the folder on, in no order.
    var files: [String] = []
    /// The subfolders that cannot be listed, by their names, in no order.
    var unreadable: [String] = []
  }

  /// The files in a folder and its subfolders. Links to folders are not followed, since they can lead in a circle;
  /// hidden files and folders are left out.
  ///
  /// - Throws: ``UnreadablePath/noPermission(_:)`` when the folder itself cannot be listed.
  func filesBelow() throws(UnreadablePath) -> Listing {
    var listing = Listing()
    var folders = [""]
    while let folder = folders.popLast() {
      let place = folder.isEmpty ? self : FilePath(text + "/" + folder)
      guard let names = place.names() else {
        if folder.isEmpty { throw .noPermission(place.name) }
        listing.unreadable.append(FilePath(SourceFinder.normalized(place.text)).name)
        continue
      }
      for name in names where name.utf8.first != UInt8(ascii: ".") {
        let path = folder.isEmpty ? name : folder + "/" + name
        let isFolder = FilePath(text + "/" + path).isFolder
        if !isFolder {
          listing.files.append(path)
        } else if !FilePath(text + "/" + path).isLink {
          folders.append(path)
        }
      }
    }
    return listing
  }

  private var isLink: Bool {
    var status = stat()
    return withSystemPath { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The entries of a folder; `nil` when it cannot be listed.
  func names() -> [String]? {
    guard let folder = withSystemPath({ opendir($0) }) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(String(escaping: name)) }
    }
    return names
  }
}

/// An object that belongs to a source because it holds the source's term IDs, such as a cache of plans.
package protocol SourceAttachment: AnyObject {
  init()
}

/// The attachments of a source, one object of each type, which live as long as the source.
package final class SourceAttachments {
  private var objects: [ObjectIdentifier: any SourceAttachment] = [:]

  package init() {}

  /// The attachment of a type, created when it is asked for the first time.
  package func object<Attachment: SourceAttachment>(_ type: Attachment.Type) -> Attachment {
    if let known = objects[ObjectIdentifier(type)] as? Attachment { return known }
    let object = Attachment()
    objects[ObjectIdentifier(type)] = object
    return object
  }
}

/// Properties of personal data, which answers leave out: contact details, gender, age.
private let personalProperties: Set<String> = {
  let schema = [
    "email", "telephone", "faxNumber", "gender", "birthDate", "birthPlace", "homeLocation",
  ]
  let foaf = [
    "mbox", "mbox_sha1sum", "phone", "gender", "age", "birthday", "jabberID", "aimChatID",
    "icqChatID",
    "msnChatID", "yahooChatID", "skypeID",
  ]
  let vcard = [
    "hasEmail", "email", "hasTelephone", "tel", "hasGender", "gender", "bday", "hasAddress", "adr",
  ]
  return Set(
    schema.map { Schema.namespace + $0 }
      + foaf.map { "http://xmlns.com/foaf/0.1/" + $0 } + [KG.age.value, KG.personal.value]
      + vcard.map { "http://www.w3.org/2006/vcard/ns#" + $0 })
}()

extension Triple {
  /// Whether the triple states an e-mail address, a telephone number, gender, age or the like. Answers
  /// and drawings leave such triples out unless they are requested.
  public var isPersonal: Bool {
    if personalProperties.contains(predicate.value) { return true }
    return object.iri?.value.isPersonalAddress ?? false
  }
}

extension StringProtocol {
  /// Whether this is the address of a mailbox or a telephone, which is personal data: its scheme is `mailto`,
  /// `tel` or `sms`, in letters of any case (RFC 3986, section 3.1).
  package var isPersonalAddress: Bool {
    // As bytes: a combining mark after the colon is one `Character` with it.
    let scheme = utf8.prefix { $0 != UInt8(ascii: ":") }
    guard scheme.endIndex < utf8.endIndex else { return false }
    return ["mailto", "tel", "sms"].contains(String(decoding: scheme, as: UTF8.self).lowercased())
  }
}

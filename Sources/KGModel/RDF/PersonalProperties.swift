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
    schema.flatMap { ["https://schema.org/" + $0, "http://schema.org/" + $0] }
      + foaf.map { "http://xmlns.com/foaf/0.1/" + $0 } + [KG.age.value, KG.personal.value]
      + vcard.map { "http://www.w3.org/2006/vcard/ns#" + $0 })
}()

extension Triple {
  /// Whether the triple states an e-mail address, a telephone number, gender, age or the like. Answers
  /// and drawings leave such triples out unless they are requested.
  public var isPersonal: Bool {
    if personalProperties.contains(predicate.value) { return true }
    guard let value = object.iri?.value else { return false }
    return ["mailto:", "tel:", "sms:"].contains { value.lowercased().hasPrefix($0) }
  }
}

// The terms in which the graph is written: one constant for each term that the code uses. Terms that only
// queries use are written out in the queries.

/// The RDF vocabulary.
public enum RDF {
  /// The namespace of RDF.
  public static let namespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  /// From a thing to its class.
  public static let type = IRI(namespace + "type")
  /// The datatype of literals with a language tag.
  public static let langString = IRI(namespace + "langString")
  /// From a collection node to its element.
  public static let first = IRI(namespace + "first")
  /// From a collection node to the next one, or to ``nilList``.
  public static let rest = IRI(namespace + "rest")
  /// The empty collection, `rdf:nil`.
  public static let nilList = IRI(namespace + "nil")

  /// `rdf:_1`, `rdf:_2` …: membership in a container, counted from 1.
  public static func member(_ position: Int) -> IRI { IRI(namespace + "_\(position)") }
}

/// The RDF Schema vocabulary.
public enum RDFS {
  /// The namespace of RDF Schema.
  public static let namespace = "http://www.w3.org/2000/01/rdf-schema#"
}

/// The Web Ontology Language.
public enum OWL {
  /// The namespace of OWL.
  public static let namespace = "http://www.w3.org/2002/07/owl#"
  /// From a node to an IRI that denotes the same thing elsewhere, such as an ORCID iD.
  public static let sameAs = IRI(namespace + "sameAs")
  /// From a node to another that denotes another thing.
  public static let differentFrom = IRI(namespace + "differentFrom")
}

/// The datatypes of XML Schema.
public enum XSD {
  /// The namespace of XML Schema datatypes.
  public static let namespace = "http://www.w3.org/2001/XMLSchema#"
  /// Text without a language tag.
  public static let string = IRI(namespace + "string")
  /// `true` or `false`.
  public static let boolean = IRI(namespace + "boolean")
  /// A whole number of any size.
  public static let integer = IRI(namespace + "integer")
  /// A number with a decimal point and no exponent.
  public static let decimal = IRI(namespace + "decimal")
  /// A 64-bit floating-point number.
  public static let double = IRI(namespace + "double")
  /// A 32-bit floating-point number.
  public static let float = IRI(namespace + "float")
  /// A year, `2017`.
  public static let gYear = IRI(namespace + "gYear")
  /// A month of a year, `2017-03`.
  public static let gYearMonth = IRI(namespace + "gYearMonth")
  /// A day, `2017-03-09`.
  public static let date = IRI(namespace + "date")
  /// A day and a time, with or without a time zone.
  public static let dateTime = IRI(namespace + "dateTime")
  /// A time of day.
  public static let time = IRI(namespace + "time")
  /// A length of time in days, hours, minutes and seconds.
  public static let dayTimeDuration = IRI(namespace + "dayTimeDuration")
}

/// schema.org, in its `https` form.
///
/// The project declares that both forms mean the same (https://schema.org/docs/faq.html#19), and most published data use
/// the other: what is read and what is asked is changed to this one.
public enum Schema {
  /// The namespace of schema.org.
  public static let namespace = "https://schema.org/"
  /// The other form of the namespace.
  package static let otherNamespace: StaticString = "http://schema.org/"
  /// A person.
  public static let person = IRI(namespace + "Person")
  /// An organization, or a part of one.
  public static let organization = IRI(namespace + "Organization")
  /// A paper.
  public static let scholarlyArticle = IRI(namespace + "ScholarlyArticle")
  /// A journal.
  public static let periodical = IRI(namespace + "Periodical")
  /// A series of conferences or workshops.
  public static let eventSeries = IRI(namespace + "EventSeries")
  /// A project or a software package.
  public static let project = IRI(namespace + "Project")
  /// A page about one person, who is its `mainEntity`.
  public static let profilePage = IRI(namespace + "ProfilePage")

  /// From a thing to its name or title as printed.
  public static let name = IRI(namespace + "name")
  /// From a thing to another of its names.
  public static let alternateName = IRI(namespace + "alternateName")
  /// From a thing to a number that identifies it, such as a patent number.
  public static let identifier = IRI(namespace + "identifier")
  /// From a thing to its page on the web.
  public static let url = IRI(namespace + "url")
  /// From a paper to one of its authors.
  public static let author = IRI(namespace + "author")
  /// From a patent to one of its inventors.
  public static let creator = IRI(namespace + "creator")
  /// From a project to a person who contributes to it.
  public static let contributor = IRI(namespace + "contributor")
  /// From a paper or patent to its date of publication.
  public static let datePublished = IRI(namespace + "datePublished")
  /// From a paper to its venue, or from a workshop to its conference.
  public static let isPartOf = IRI(namespace + "isPartOf")
  /// From a membership or award to the date at which it begins.
  public static let startDate = IRI(namespace + "startDate")
  /// From a membership to the date at which it ended.
  public static let endDate = IRI(namespace + "endDate")
  /// From an organization to the one that it is a part of.
  public static let parentOrganization = IRI(namespace + "parentOrganization")
  /// From a patent to its assignee.
  public static let sourceOrganization = IRI(namespace + "sourceOrganization")
  /// From a project to the address of its code.
  public static let codeRepository = IRI(namespace + "codeRepository")
  /// From a page to the person whom it is about.
  public static let mainEntity = IRI(namespace + "mainEntity")
  /// Personal data: an e-mail address.
  public static let email = IRI(namespace + "email")
  /// Personal data: a telephone number.
  public static let telephone = IRI(namespace + "telephone")
  /// Personal data: a gender.
  public static let gender = IRI(namespace + "gender")
  /// Personal data: a date of birth.
  public static let birthDate = IRI(namespace + "birthDate")
  /// `schema:educationalCredentialAwarded`: from a membership of a student to the degree.
  public static let credentialAwarded = IRI(namespace + "educationalCredentialAwarded")
}

/// The W3C Organization Ontology: memberships with roles.
public enum Org {
  /// The namespace of the Organization ontology.
  public static let namespace = "http://www.w3.org/ns/org#"
  /// A person's time at an organization, as staff, intern, student or the like.
  public static let membership = IRI(namespace + "Membership")
  /// From a membership to the person.
  public static let member = IRI(namespace + "member")
  /// From a membership to the organization.
  public static let organization = IRI(namespace + "organization")
  /// From a membership to the role as printed, such as “Research Fellow”.
  public static let role = IRI(namespace + "role")
}

/// The Bibliographic Ontology.
public enum BIBO {
  /// The namespace of the Bibliographic Ontology.
  public static let namespace = "http://purl.org/ontology/bibo/"
  /// A patent or patent application.
  public static let patent = IRI(namespace + "Patent")
  /// From a paper to the container of its authors in their order; see ``RDF/member(_:)``.
  public static let authorList = IRI(namespace + "authorList")
  /// From a paper to its DOI, without the address.
  public static let doi = IRI(namespace + "doi")
}

/// Terms that `kg` defines because no public vocabulary has them.
public enum KG {
  /// The namespace of the terms that `kg` defines.
  public static let namespace = "https://kg.example/ns#"
  /// An award given to a person.
  public static let award = IRI(namespace + "Award")
  /// A number that a person claims, such as “over 50 papers”; it is not counted as fact.
  public static let countClaim = IRI(namespace + "CountClaim")

  /// From an award to the person who received it.
  public static let recipient = IRI(namespace + "recipient")
  /// From a claim to the person who makes it.
  public static let claimant = IRI(namespace + "claimant")
  /// From a claim to what it counts, in one word, such as `papers`.
  public static let counted = IRI(namespace + "counted")
  /// From a claim to its number.
  public static let count = IRI(namespace + "count")
  /// From a claim to `true` where its number is a lower bound, as in “over 50”.
  public static let isLowerBound = IRI(namespace + "isLowerBound")
  /// Personal data: an age.
  public static let age = IRI(namespace + "age")
  /// Personal data for which schema.org has no property.
  public static let personal = IRI(namespace + "personal")
  /// From an award to its rank as a number: 1 for a first place.
  public static let rank = IRI(namespace + "rank")
  /// From a membership to its kind, such as `kg:Staff` or `kg:Intern`.
  public static let kind = IRI(namespace + "kind")
  /// From a membership to ``open``, ``closed`` or ``unknown``.
  public static let end = IRI(namespace + "end")
  /// From an open membership to the last date for which a source confirms it.
  public static let lastConfirmed = IRI(namespace + "lastConfirmed")
  /// From a membership of a student to the field of study.
  public static let field = IRI(namespace + "field")
  /// From a membership to the person's adviser.
  public static let adviser = IRI(namespace + "adviser")
  /// From a paper to its status, such as accepted, under review or preprint.
  public static let status = IRI(namespace + "status")
  /// From a paper to the kind of presentation, such as oral or poster.
  public static let presentation = IRI(namespace + "presentation")
  /// From a paper to an author who is marked as having contributed equally.
  public static let equalContributor = IRI(namespace + "equalContributor")
  /// From a paper to an author who is marked as corresponding.
  public static let correspondingAuthor = IRI(namespace + "correspondingAuthor")
  /// From a paper to `false` where the source prints no author list or only a part.
  public static let authorListComplete = IRI(namespace + "authorListComplete")
  /// From a work to `true` where the graph was told to forget one of its authors.
  public static let nameRemoved = IRI(namespace + "nameRemoved")
  /// From a membership to the department, school or team within the organization.
  public static let unit = IRI(namespace + "unit")

  /// The end of an interval that continues.
  public static let open = IRI(namespace + "open")
  /// The end of an interval that is over.
  public static let closed = IRI(namespace + "closed")
  /// The end of an interval about which the source says nothing.
  public static let unknown = IRI(namespace + "unknown")
}

/// Prefix and namespace of every vocabulary above, in the order in which they are declared in
/// generated text.
public let standardPrefixes: [(prefix: String, namespace: String)] = [
  ("schema", Schema.namespace),
  ("org", Org.namespace),
  ("bibo", BIBO.namespace),
  ("kg", KG.namespace),
  ("rdf", RDF.namespace),
  ("rdfs", RDFS.namespace),
  ("owl", OWL.namespace),
  ("xsd", XSD.namespace),
  ("skos", "http://www.w3.org/2004/02/skos/core#"),
  ("prov", "http://www.w3.org/ns/prov#"),
]

extension IRI {
  /// The IRI with a standard prefix, such as `schema:name`; the whole IRI where no prefix fits.
  public var shortForm: String {
    for (prefix, namespace) in standardPrefixes where value.hasPrefix(namespace) {
      return prefix + ":" + value.dropFirst(namespace.count)
    }
    return value
  }

  /// The same IRI in the namespace that the graph uses, where its vocabulary has two; see ``Schema``.
  package var standard: IRI {
    let other = "\(Schema.otherNamespace)"
    return value.hasPrefix(other) ? IRI(Schema.namespace + value.dropFirst(other.count)) : self
  }
}

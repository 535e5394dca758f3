/// The terms in which the graph is written. One constant a term that the code uses; a term that only
/// queries use stands in the query.

public enum RDF {
  public static let namespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  public static let type = IRI(namespace + "type")
  public static let langString = IRI(namespace + "langString")
  public static let first = IRI(namespace + "first")
  public static let rest = IRI(namespace + "rest")
  /// The empty collection.
  public static let nilList = IRI(namespace + "nil")

  /// `rdf:_1`, `rdf:_2` …: membership in a container, counted from 1.
  public static func member(_ position: Int) -> IRI { IRI(namespace + "_\(position)") }
}

public enum RDFS {
  public static let namespace = "http://www.w3.org/2000/01/rdf-schema#"
}

public enum OWL {
  public static let namespace = "http://www.w3.org/2002/07/owl#"
  public static let sameAs = IRI(namespace + "sameAs")
}

public enum XSD {
  public static let namespace = "http://www.w3.org/2001/XMLSchema#"
  public static let string = IRI(namespace + "string")
  public static let boolean = IRI(namespace + "boolean")
  public static let integer = IRI(namespace + "integer")
  public static let decimal = IRI(namespace + "decimal")
  public static let double = IRI(namespace + "double")
  public static let float = IRI(namespace + "float")
  public static let gYear = IRI(namespace + "gYear")
  public static let gYearMonth = IRI(namespace + "gYearMonth")
  public static let date = IRI(namespace + "date")
  public static let dateTime = IRI(namespace + "dateTime")
  public static let time = IRI(namespace + "time")
  public static let dayTimeDuration = IRI(namespace + "dayTimeDuration")
}

/// schema.org, in its `https` form.
public enum Schema {
  public static let namespace = "https://schema.org/"
  public static let person = IRI(namespace + "Person")
  public static let organization = IRI(namespace + "Organization")
  public static let scholarlyArticle = IRI(namespace + "ScholarlyArticle")
  public static let periodical = IRI(namespace + "Periodical")
  public static let eventSeries = IRI(namespace + "EventSeries")
  public static let project = IRI(namespace + "Project")
  /// A page about one person, its `mainEntity`.
  public static let profilePage = IRI(namespace + "ProfilePage")

  public static let name = IRI(namespace + "name")
  public static let alternateName = IRI(namespace + "alternateName")
  public static let identifier = IRI(namespace + "identifier")
  public static let url = IRI(namespace + "url")
  public static let author = IRI(namespace + "author")
  public static let creator = IRI(namespace + "creator")
  public static let contributor = IRI(namespace + "contributor")
  public static let datePublished = IRI(namespace + "datePublished")
  public static let isPartOf = IRI(namespace + "isPartOf")
  public static let startDate = IRI(namespace + "startDate")
  public static let endDate = IRI(namespace + "endDate")
  public static let parentOrganization = IRI(namespace + "parentOrganization")
  public static let sourceOrganization = IRI(namespace + "sourceOrganization")
  public static let codeRepository = IRI(namespace + "codeRepository")
  public static let mainEntity = IRI(namespace + "mainEntity")
  public static let email = IRI(namespace + "email")
  public static let telephone = IRI(namespace + "telephone")
  public static let gender = IRI(namespace + "gender")
  public static let birthDate = IRI(namespace + "birthDate")
  public static let credentialAwarded = IRI(namespace + "educationalCredentialAwarded")
}

/// The W3C Organization ontology: memberships with roles.
public enum Org {
  public static let namespace = "http://www.w3.org/ns/org#"
  public static let membership = IRI(namespace + "Membership")
  public static let member = IRI(namespace + "member")
  public static let organization = IRI(namespace + "organization")
  public static let role = IRI(namespace + "role")
}

/// The Bibliographic Ontology.
public enum BIBO {
  public static let namespace = "http://purl.org/ontology/bibo/"
  public static let patent = IRI(namespace + "Patent")
  public static let authorList = IRI(namespace + "authorList")
}

/// What none of the public vocabularies has.
public enum KG {
  public static let namespace = "https://kg.example/ns#"
  public static let award = IRI(namespace + "Award")
  public static let countClaim = IRI(namespace + "CountClaim")

  public static let recipient = IRI(namespace + "recipient")
  public static let claimant = IRI(namespace + "claimant")
  /// What a claim counts, in a word: `papers`.
  public static let counted = IRI(namespace + "counted")
  public static let count = IRI(namespace + "count")
  /// Whether there may be more than a claim counts: “over 50”.
  public static let isLowerBound = IRI(namespace + "isLowerBound")
  public static let age = IRI(namespace + "age")
  /// Other personal data that schema.org has no property for.
  public static let personal = IRI(namespace + "personal")
  public static let rank = IRI(namespace + "rank")
  public static let kind = IRI(namespace + "kind")
  public static let end = IRI(namespace + "end")
  public static let lastConfirmed = IRI(namespace + "lastConfirmed")
  public static let field = IRI(namespace + "field")
  public static let adviser = IRI(namespace + "adviser")
  public static let status = IRI(namespace + "status")
  public static let presentation = IRI(namespace + "presentation")
  /// The authors whom a sign marks as having contributed equally.
  public static let equalContributor = IRI(namespace + "equalContributor")
  public static let correspondingAuthor = IRI(namespace + "correspondingAuthor")
  public static let authorListComplete = IRI(namespace + "authorListComplete")
  /// The department, school or team of a membership, below its organization.
  public static let unit = IRI(namespace + "unit")

  /// The three ends of an interval: still going on, over, or not said.
  public static let open = IRI(namespace + "open")
  public static let closed = IRI(namespace + "closed")
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
  /// The form with a standard prefix, `schema:name`, or the whole IRI where none fits.
  public var shortForm: String {
    for (prefix, namespace) in standardPrefixes where value.hasPrefix(namespace) {
      return prefix + ":" + value.dropFirst(namespace.count)
    }
    return value
  }
}

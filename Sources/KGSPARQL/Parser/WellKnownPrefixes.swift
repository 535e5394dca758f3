/// Prefixes that most people use for the same namespace, for suggestions of declarations.
enum WellKnownPrefixes {
  static let namespaces = [
    "bio": "http://purl.org/vocab/bio/0.1/", "cito": "http://purl.org/spar/cito/",
    "dbo": "http://dbpedia.org/ontology/", "dbp": "http://dbpedia.org/property/",
    "dbr": "http://dbpedia.org/resource/", "dblp": "https://dblp.org/rdf/schema#",
    "dc": "http://purl.org/dc/elements/1.1/", "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/", "dcterms": "http://purl.org/dc/terms/",
    "fabio": "http://purl.org/spar/fabio/", "foaf": "http://xmlns.com/foaf/0.1/",
    "frbr": "http://purl.org/vocab/frbr/core#",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#", "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prism": "http://prismstandard.org/namespaces/basic/2.0/",
    "prov": "http://www.w3.org/ns/prov#", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "schema": "https://schema.org/",
    "sioc": "http://rdfs.org/sioc/ns#", "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#", "vivo": "http://vivoweb.org/ontology/core#",
    "void": "http://rdfs.org/ns/void#", "wd": "http://www.wikidata.org/entity/",
    "wdt": "http://www.wikidata.org/prop/direct/", "xsd": "http://www.w3.org/2001/XMLSchema#",
  ]
}

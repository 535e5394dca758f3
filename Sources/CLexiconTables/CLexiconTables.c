// SwiftPM's own way to embed files makes an array literal of each, which the Swift compiler takes half a
// minute and more than a gigabyte to compile for these tables.
#include "CLexiconTables.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

#define TABLE(name) \
  kg_table kg_##name(void) { return (kg_table){name, sizeof name}; }

static const uint8_t adviser_words[] = {
#embed "../KGLexicon/Data/adviser-words.tsv"
};
TABLE(adviser_words)

static const uint8_t author_notes[] = {
#embed "../KGLexicon/Data/author-notes.tsv"
};
TABLE(author_notes)

static const uint8_t biography_words[] = {
#embed "../KGLexicon/Data/biography-words.tsv"
};
TABLE(biography_words)

static const uint8_t claim_words[] = {
#embed "../KGLexicon/Data/claim-words.tsv"
};
TABLE(claim_words)

static const uint8_t cue_words[] = {
#embed "../KGLexicon/Data/cue-words.tsv"
};
TABLE(cue_words)

static const uint8_t data_keys[] = {
#embed "../KGLexicon/Data/data-keys.tsv"
};
TABLE(data_keys)

static const uint8_t degrees[] = {
#embed "../KGLexicon/Data/degrees.tsv"
};
TABLE(degrees)

static const uint8_t entry_words[] = {
#embed "../KGLexicon/Data/entry-words.tsv"
};
TABLE(entry_words)

static const uint8_t organization_words[] = {
#embed "../KGLexicon/Data/organization-words.tsv"
};
TABLE(organization_words)

static const uint8_t organizations[] = {
#embed "../KGLexicon/Data/organizations.tsv"
};
TABLE(organizations)

static const uint8_t places[] = {
#embed "../KGLexicon/Data/places.tsv"
};
TABLE(places)

static const uint8_t publication_words[] = {
#embed "../KGLexicon/Data/publication-words.tsv"
};
TABLE(publication_words)

static const uint8_t roles[] = {
#embed "../KGLexicon/Data/roles.tsv"
};
TABLE(roles)

static const uint8_t rules[] = {
#embed "../KGLexicon/Data/rules.tsv"
};
TABLE(rules)

static const uint8_t sections[] = {
#embed "../KGLexicon/Data/sections.tsv"
};
TABLE(sections)

static const uint8_t table_headers[] = {
#embed "../KGLexicon/Data/table-headers.tsv"
};
TABLE(table_headers)

static const uint8_t venues[] = {
#embed "../KGLexicon/Data/venues.tsv"
};
TABLE(venues)

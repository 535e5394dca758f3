// The tables of Sources/KGLexicon/Data as bytes of the program.
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct {
  const uint8_t *bytes;
  size_t count;
} kg_table;

kg_table kg_adviser_words(void);
kg_table kg_author_notes(void);
kg_table kg_biography_words(void);
kg_table kg_claim_words(void);
kg_table kg_cue_words(void);
kg_table kg_data_keys(void);
kg_table kg_degrees(void);
kg_table kg_entry_words(void);
kg_table kg_organization_words(void);
kg_table kg_organizations(void);
kg_table kg_places(void);
kg_table kg_publication_words(void);
kg_table kg_roles(void);
kg_table kg_rules(void);
kg_table kg_sections(void);
kg_table kg_table_headers(void);
kg_table kg_venues(void);

// Embedded by the C compiler, as the tables of CLexiconTables are, and for the same reason.
#include "CFittedModels.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

#define MODEL(name) \
  kg_model kg_##name(void) { return (kg_model){name, sizeof name}; }

static const uint8_t line_model[] = {
#embed "../KGProfiles/Models/line-model.tsv"
};
MODEL(line_model)

static const uint8_t reference_model[] = {
#embed "../KGProfiles/Models/reference-model.tsv"
};
MODEL(reference_model)

static const uint8_t field_model[] = {
#embed "../KGProfiles/Models/field-model.tsv"
};
MODEL(field_model)

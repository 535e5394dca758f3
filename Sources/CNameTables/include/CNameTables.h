// The tables of Sources/KGModel/Names/Data and Identifiers/Data as bytes of the program.
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct {
  const uint8_t *bytes;
  size_t count;
} kg_name_table;

kg_name_table kg_pinyin(void);
kg_name_table kg_surnames(void);
kg_name_table kg_han_variants(void);
kg_name_table kg_romanized_surnames(void);
kg_name_table kg_nicknames(void);
kg_name_table kg_pinyin_like_names(void);
kg_name_table kg_identifier_forms(void);

// SwiftPM's own way to embed files makes an array literal of each, which the Swift compiler takes half a
// minute and more than a gigabyte to compile for a table of readings.
#include "CNameTables.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

#define TABLE(name) \
  kg_name_table kg_##name(void) { return (kg_name_table){name, sizeof name}; }

static const uint8_t pinyin[] = {
#embed "../KGModel/Names/Data/pinyin.tsv"
};
TABLE(pinyin)

static const uint8_t surnames[] = {
#embed "../KGModel/Names/Data/surnames.tsv"
};
TABLE(surnames)

static const uint8_t han_variants[] = {
#embed "../KGModel/Names/Data/han-variants.tsv"
};
TABLE(han_variants)

static const uint8_t romanized_surnames[] = {
#embed "../KGModel/Names/Data/romanized-surnames.tsv"
};
TABLE(romanized_surnames)

static const uint8_t nicknames[] = {
#embed "../KGModel/Names/Data/nicknames.tsv"
};
TABLE(nicknames)

static const uint8_t pinyin_like_names[] = {
#embed "../KGModel/Names/Data/pinyin-like-names.tsv"
};
TABLE(pinyin_like_names)

static const uint8_t identifier_forms[] = {
#embed "../KGModel/Identifiers/Data/identifier-forms.tsv"
};
TABLE(identifier_forms)

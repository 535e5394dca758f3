// The fitted weights of Sources/KGProfiles/Models as bytes of the program.
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct {
  const uint8_t *bytes;
  size_t count;
} kg_model;

kg_model kg_line_model(void);
kg_model kg_reference_model(void);
kg_model kg_field_model(void);

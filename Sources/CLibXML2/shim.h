#include <libxml/xmlversion.h>
// Debian builds libxml2 with ICU, whose headers clash with the ICU within Swift's Foundation. Only two
// fields at the end of a structure that we never touch depend on it.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>

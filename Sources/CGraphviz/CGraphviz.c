#include "CGraphviz.h"

#include <dlfcn.h>

/* libgvc needs libcgraph, so a name of either is found in it. */
static void *opened(void) {
  /* The interface that Debian 12 has; else the one that was installed together with the headers. */
  void *library = dlopen("libgvc.so.6", RTLD_LAZY | RTLD_LOCAL);
  return library ? library : dlopen("libgvc.so", RTLD_LAZY | RTLD_LOCAL);
}

const kg_graphviz_functions *kg_graphviz_load(const char **reason) {
  static kg_graphviz_functions functions;
  void *library = opened();
  if (!library) {
    *reason = dlerror();
    return NULL;
  }
#define LOOK_UP(name)                                                                      \
  void *name##_address = dlsym(library, #name);                                            \
  if (!name##_address) {                                                                   \
    *reason = dlerror();                                                                   \
    return NULL;                                                                           \
  }                                                                                        \
  functions.name = (__typeof__(functions.name))name##_address;
  KG_GRAPHVIZ_FUNCTIONS(LOOK_UP)
#undef LOOK_UP
  return &functions;
}

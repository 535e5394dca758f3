#include <gvc.h>
#include <cgraph.h>

/* The value of a graph's own attribute, NULL where none is set. agget takes its
   parameters without const, which Swift literals cannot be passed to. */
static inline const char *kg_graph_attribute(Agraph_t *graph, const char *name) {
  return agget(graph, (char *)name);
}

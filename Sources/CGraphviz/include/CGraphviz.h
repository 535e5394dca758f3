/* The functions of libgvc and libcgraph that pictures are made with, found in the library when the
   first picture is wanted. The library brings ten others; to load them at every start would cost a
   small question a seventh of its time. */
#ifndef KG_CGRAPHVIZ_H
#define KG_CGRAPHVIZ_H

#include <graphviz/gvc.h>

/* Each has the name and the type that Graphviz's headers give it. */
#define KG_GRAPHVIZ_FUNCTIONS(FUNCTION)                                                    \
  FUNCTION(agclose)                                                                        \
  FUNCTION(agget)                                                                          \
  FUNCTION(agmemread)                                                                      \
  FUNCTION(agnnodes)                                                                       \
  FUNCTION(agsetfile)                                                                      \
  FUNCTION(agseterrf)                                                                      \
  FUNCTION(gvContext)                                                                      \
  FUNCTION(gvFreeLayout)                                                                   \
  FUNCTION(gvFreeRenderData)                                                               \
  FUNCTION(gvLayout)                                                                       \
  FUNCTION(gvRenderData)

#define KG_GRAPHVIZ_MEMBER(name) __typeof__(name) *_Nonnull name;
typedef struct {
  KG_GRAPHVIZ_FUNCTIONS(KG_GRAPHVIZ_MEMBER)
} kg_graphviz_functions;
#undef KG_GRAPHVIZ_MEMBER

/* Loads the library, which then stays. Returns its functions; or NULL, and sets `reason` to a text
   that holds until the thread's next call of the dynamic loader. Not for two threads at once. */
const kg_graphviz_functions *_Nullable kg_graphviz_load(
    const char *_Nullable *_Nonnull reason);

#endif

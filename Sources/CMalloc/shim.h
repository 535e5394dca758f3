// What Swift's Glibc module leaves out: mallopt and its options.
#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

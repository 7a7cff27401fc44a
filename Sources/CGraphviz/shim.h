#ifndef ETIOGRAPH_CGRAPHVIZ_SHIM_H
#define ETIOGRAPH_CGRAPHVIZ_SHIM_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#include <graphviz/gvc.h>

// The macros of types.h, as functions that Swift can call.

static inline double etio_node_x(Agnode_t *node) { return ND_coord(node).x; }
static inline double etio_node_y(Agnode_t *node) { return ND_coord(node).y; }

/// The number of Bézier pieces of an edge; 0 where it was not routed.
static inline int etio_spline_count(Agedge_t *edge) {
  return ED_spl(edge) ? (int)ED_spl(edge)->size : 0;
}
static inline int etio_spline_points(Agedge_t *edge, int piece) {
  return (int)ED_spl(edge)->list[piece].size;
}
static inline double etio_spline_x(Agedge_t *edge, int piece, int point) {
  return ED_spl(edge)->list[piece].list[point].x;
}
static inline double etio_spline_y(Agedge_t *edge, int piece, int point) {
  return ED_spl(edge)->list[piece].list[point].y;
}

/// A new directed multigraph.
static inline Agraph_t *etio_open(const char *name) {
  return agopen((char *)name, Agdirected, NULL);
}

/// What Graphviz would print is swallowed: the caller sees the return codes.
static inline int etio_swallow(char *message) {
  (void)message;
  return 0;
}
static inline void etio_silence(void) {
  agseterr(AGMAX);
  agseterrf(etio_swallow);
}

/// A context with no plug-in but dot's layout, found in the folder beside libgvc.
///
/// The usual gvContext reads a list of plug-ins and loads pango and with it the machine's fonts,
/// which takes 20 to 30 ms and is of no use to a layout of boxes of given size. Where the plug-in
/// is not found, this is the usual gvContext.
static inline GVC_t *etio_context(void) {
  Dl_info here;
  if (dladdr((void *)gvContext, &here) && here.dli_fname) {
    const char *slash = strrchr(here.dli_fname, '/');
    int folder = slash ? (int)(slash - here.dli_fname) : 0;
    static const char *const names[] = {
      "libgvplugin_dot_layout.so.6", "libgvplugin_dot_layout.so",
      "libgvplugin_dot_layout.6.dylib", "libgvplugin_dot_layout.dylib",
    };
    for (size_t i = 0; slash && i < sizeof names / sizeof *names; i++) {
      char path[4096];
      int length =
        snprintf(path, sizeof path, "%.*s/graphviz/%s", folder, here.dli_fname, names[i]);
      if (length <= 0 || length >= (int)sizeof path) continue;
      void *plugin = dlopen(path, RTLD_NOW | RTLD_LOCAL);
      if (!plugin) continue;
      void *library = dlsym(plugin, "gvplugin_dot_layout_LTX_library");
      if (library) {
        static lt_symlist_t builtins[2];
        builtins[0].name = "gvplugin_dot_layout_LTX_library";
        builtins[0].address = library;
        GVC_t *context = gvContextPlugins(builtins, 0);
        if (context) return context;
      }
      dlclose(plugin);
    }
  }
  return gvContext();
}

#endif

#ifndef ETIOGRAPH_CZLIB_SHIM_H
#define ETIOGRAPH_CZLIB_SHIM_H

#include <zlib.h>

/// inflateInit2 is a macro, which Swift cannot call. 31: a gzip header, the largest window.
static inline int etio_inflate_gzip(z_stream *stream) { return inflateInit2(stream, 31); }

/// deflateInit2 is a macro, too. 31: as above; 6 and 8 are what gzip itself takes.
static inline int etio_deflate_gzip(z_stream *stream) {
  return deflateInit2(stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
}

#endif

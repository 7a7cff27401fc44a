#ifndef ETIOGRAPH_CZLIB_SHIM_H
#define ETIOGRAPH_CZLIB_SHIM_H

#include <zlib.h>

/// inflateInit2 is a macro, which Swift cannot call. 31: a gzip header, the largest window.
static inline int etio_inflate_gzip(z_stream *stream) { return inflateInit2(stream, 31); }

#endif

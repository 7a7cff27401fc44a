#ifndef ETIOGRAPH_CCAIRO_H
#define ETIOGRAPH_CCAIRO_H

#include <stddef.h>

// The few functions of cairo, Pango and GLib that paint PNG and PDF, found when they are first
// needed: a program that writes neither does not load these libraries and theirs, and runs where
// they are missing.

typedef struct ccairo_surface ccairo_surface;
typedef struct ccairo_context ccairo_context;

/// Loads the libraries once for the process. Not to be called from two threads at once.
///
/// Returns NULL, or the name of the library that is missing.
const char *ccairo_load(void);

/// Takes bytes of the file; returns 0, or anything else to give up.
typedef int (*ccairo_writer)(void *target, const unsigned char *bytes, size_t count);

ccairo_surface *ccairo_image(int width, int height);
/// A PDF of one page, sizes in points, with a title and no dates.
ccairo_surface *ccairo_pdf(
  double width, double height, const char *title, ccairo_writer writer, void *target);
/// Writes an image as PNG; 0 where it worked.
int ccairo_write_png(ccairo_surface *surface, ccairo_writer writer, void *target);
/// Writes what is left to write; 0 where everything worked.
int ccairo_finish(ccairo_surface *surface);
void ccairo_surface_free(ccairo_surface *surface);

ccairo_context *ccairo_context_new(ccairo_surface *surface);
/// 0 where everything that was painted could be painted.
int ccairo_status(ccairo_context *context);
void ccairo_context_free(ccairo_context *context);

void ccairo_scale(ccairo_context *context, double x, double y);
void ccairo_move(ccairo_context *context, double x, double y);
void ccairo_line(ccairo_context *context, double x, double y);
void ccairo_curve(
  ccairo_context *context, double x1, double y1, double x2, double y2, double x, double y);
void ccairo_circle(ccairo_context *context, double x, double y, double radius);
void ccairo_rectangle(
  ccairo_context *context, double x, double y, double width, double height, double radius);
void ccairo_close(ccairo_context *context);
void ccairo_color(ccairo_context *context, double red, double green, double blue, double alpha);
void ccairo_fill(ccairo_context *context, int keeps_path);
void ccairo_stroke(
  ccairo_context *context, double width, const double *dashes, int dash_count, int round_caps);
void ccairo_clear_path(ccairo_context *context);
void ccairo_begin_layer(ccairo_context *context);
void ccairo_end_layer(ccairo_context *context, double alpha);
/// Begins a link of a PDF. The address is one that SafeLink accepts.
void ccairo_begin_link(ccairo_context *context, const char *address);
void ccairo_end_link(ccairo_context *context);

/// Paints a line of text with its baseline at (x, y), stretched to `width`.
void ccairo_text(
  ccairo_context *context, const char *text, const char *families, double size, int is_bold,
  double x, double y, double width);

#endif

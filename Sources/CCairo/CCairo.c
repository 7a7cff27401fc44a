#define _GNU_SOURCE
#include "CCairo.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

// Declarations after the libraries' own documentation; all types but one are opaque.
typedef struct {
  int x, y, width, height;
} rectangle;
typedef int (*write_function)(void *closure, const unsigned char *bytes, unsigned int count);

enum {
  format_rgb24 = 1,
  status_write_error = 11,
  line_cap_round = 1,
  line_join_round = 1,
  antialias_gray = 2,
  hint_style_none = 1,
  hint_metrics_off = 1,
  pdf_metadata_title = 0,
  pdf_metadata_create_date = 5,
  pango_scale = 1024,
  pango_weight_normal = 400,
  pango_weight_bold = 700,
};

static struct {
  void *(*image_surface_create)(int, int, int);
  void *(*pdf_surface_create_for_stream)(write_function, void *, double, double);
  void (*pdf_surface_set_metadata)(void *, int, const char *);
  int (*surface_write_to_png_stream)(void *, write_function, void *);
  void (*surface_finish)(void *);
  int (*surface_status)(void *);
  void (*surface_destroy)(void *);
  void *(*create)(void *);
  int (*status)(void *);
  void (*destroy)(void *);
  void (*save)(void *);
  void (*restore)(void *);
  void (*scale)(void *, double, double);
  void (*translate)(void *, double, double);
  void (*move_to)(void *, double, double);
  void (*line_to)(void *, double, double);
  void (*curve_to)(void *, double, double, double, double, double, double);
  void (*arc)(void *, double, double, double, double, double);
  void (*rectangle)(void *, double, double, double, double);
  void (*new_path)(void *);
  void (*new_sub_path)(void *);
  void (*close_path)(void *);
  void (*set_source_rgba)(void *, double, double, double, double);
  void (*fill)(void *);
  void (*fill_preserve)(void *);
  void (*stroke)(void *);
  void (*set_line_width)(void *, double);
  void (*set_line_cap)(void *, int);
  void (*set_line_join)(void *, int);
  void (*set_dash)(void *, const double *, int, double);
  void (*push_group)(void *);
  void (*pop_group_to_source)(void *);
  void (*paint_with_alpha)(void *, double);
  void (*tag_begin)(void *, const char *, const char *);
  void (*tag_end)(void *, const char *);
  void *(*font_options_create)(void);
  void (*font_options_set_antialias)(void *, int);
  void (*font_options_set_hint_style)(void *, int);
  void (*font_options_set_hint_metrics)(void *, int);
  void (*font_options_destroy)(void *);
} cairo;

static struct {
  void *(*create_layout)(void *);
  void (*context_set_font_options)(void *, const void *);
  void (*show_layout_line)(void *, void *);
  void *(*layout_get_context)(void *);
  void (*layout_set_text)(void *, const char *, int);
  void (*layout_set_font_description)(void *, const void *);
  void (*layout_set_single_paragraph_mode)(void *, int);
  void (*layout_get_extents)(void *, rectangle *, rectangle *);
  void *(*layout_get_line_readonly)(void *, int);
  void *(*font_description_from_string)(const char *);
  void (*font_description_set_weight)(void *, int);
  void (*font_description_set_absolute_size)(void *, double);
  void (*font_description_free)(void *);
  void (*object_unref)(void *);
} pango;

typedef struct {
  const char *name;
  void *place;
} symbol;

static const char *load_library(
  const char *linux_name, const char *mac_name, const symbol *symbols, size_t count)
{
  void *library = dlopen(linux_name, RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen(mac_name, RTLD_NOW | RTLD_LOCAL);
  if (!library) return linux_name;
  for (size_t i = 0; i < count; i++) {
    void *address = dlsym(library, symbols[i].name);
    if (!address) return linux_name;
    memcpy(symbols[i].place, &address, sizeof address);
  }
  return NULL;
}

#define CAIRO(name) { "cairo_" #name, &cairo.name }
#define PANGO(name) { "pango_" #name, &pango.name }
#define COUNT(array) (sizeof(array) / sizeof *(array))

const char *ccairo_load(void)
{
  static int is_loaded = 0;
  if (is_loaded) return NULL;
  const symbol cairo_symbols[] = {
    CAIRO(image_surface_create), CAIRO(pdf_surface_create_for_stream),
    CAIRO(pdf_surface_set_metadata), CAIRO(surface_write_to_png_stream), CAIRO(surface_finish),
    CAIRO(surface_status), CAIRO(surface_destroy), CAIRO(create), CAIRO(status), CAIRO(destroy),
    CAIRO(save), CAIRO(restore), CAIRO(scale), CAIRO(translate), CAIRO(move_to), CAIRO(line_to),
    CAIRO(curve_to), CAIRO(arc), CAIRO(rectangle), CAIRO(new_path), CAIRO(new_sub_path),
    CAIRO(close_path), CAIRO(set_source_rgba), CAIRO(fill), CAIRO(fill_preserve), CAIRO(stroke),
    CAIRO(set_line_width), CAIRO(set_line_cap), CAIRO(set_line_join), CAIRO(set_dash),
    CAIRO(push_group), CAIRO(pop_group_to_source), CAIRO(paint_with_alpha), CAIRO(tag_begin),
    CAIRO(tag_end), CAIRO(font_options_create), CAIRO(font_options_set_antialias),
    CAIRO(font_options_set_hint_style), CAIRO(font_options_set_hint_metrics),
    CAIRO(font_options_destroy),
  };
  const symbol pangocairo_symbols[] = {
    { "pango_cairo_create_layout", &pango.create_layout },
    { "pango_cairo_context_set_font_options", &pango.context_set_font_options },
    { "pango_cairo_show_layout_line", &pango.show_layout_line },
  };
  const symbol pango_symbols[] = {
    PANGO(layout_get_context), PANGO(layout_set_text), PANGO(layout_set_font_description),
    PANGO(layout_set_single_paragraph_mode), PANGO(layout_get_extents),
    PANGO(layout_get_line_readonly), PANGO(font_description_from_string),
    PANGO(font_description_set_weight), PANGO(font_description_set_absolute_size),
    PANGO(font_description_free),
  };
  const symbol object_symbols[] = { { "g_object_unref", &pango.object_unref } };
  const char *missing =
    load_library("libcairo.so.2", "libcairo.2.dylib", cairo_symbols, COUNT(cairo_symbols));
  if (!missing)
    missing = load_library(
      "libpangocairo-1.0.so.0", "libpangocairo-1.0.0.dylib", pangocairo_symbols,
      COUNT(pangocairo_symbols));
  if (!missing)
    missing = load_library(
      "libpango-1.0.so.0", "libpango-1.0.0.dylib", pango_symbols, COUNT(pango_symbols));
  if (!missing)
    missing = load_library(
      "libgobject-2.0.so.0", "libgobject-2.0.0.dylib", object_symbols, COUNT(object_symbols));
  is_loaded = !missing;
  return missing;
}

// A surface keeps its writer: cairo hands back one pointer, and counts in another integer type.
struct ccairo_surface {
  void *surface;
  ccairo_writer writer;
  void *target;
};

struct ccairo_context {
  void *cairo;
  void *layout;
};

static int forward(void *closure, const unsigned char *bytes, unsigned int count)
{
  ccairo_surface *surface = closure;
  return surface->writer(surface->target, bytes, count) == 0 ? 0 : status_write_error;
}

ccairo_surface *ccairo_image(int width, int height)
{
  ccairo_surface *result = calloc(1, sizeof *result);
  if (result) result->surface = cairo.image_surface_create(format_rgb24, width, height);
  return result;
}

ccairo_surface *ccairo_pdf(
  double width, double height, const char *title, ccairo_writer writer, void *target)
{
  ccairo_surface *result = calloc(1, sizeof *result);
  if (!result) return NULL;
  result->writer = writer;
  result->target = target;
  result->surface = cairo.pdf_surface_create_for_stream(forward, result, width, height);
  cairo.pdf_surface_set_metadata(result->surface, pdf_metadata_title, title);
  // Left to itself, cairo writes the time of day. An empty date is not written.
  cairo.pdf_surface_set_metadata(result->surface, pdf_metadata_create_date, "");
  return result;
}

int ccairo_write_png(ccairo_surface *surface, ccairo_writer writer, void *target)
{
  surface->writer = writer;
  surface->target = target;
  return cairo.surface_write_to_png_stream(surface->surface, forward, surface);
}

int ccairo_finish(ccairo_surface *surface)
{
  cairo.surface_finish(surface->surface);
  return cairo.surface_status(surface->surface);
}

void ccairo_surface_free(ccairo_surface *surface)
{
  cairo.surface_destroy(surface->surface);
  free(surface);
}

ccairo_context *ccairo_context_new(ccairo_surface *surface)
{
  ccairo_context *context = calloc(1, sizeof *context);
  if (!context) return NULL;
  context->cairo = cairo.create(surface->surface);
  context->layout = pango.create_layout(context->cairo);
  // Letters keep their shape at every size, so that text scales like the rest of the picture.
  void *options = cairo.font_options_create();
  cairo.font_options_set_antialias(options, antialias_gray);
  cairo.font_options_set_hint_style(options, hint_style_none);
  cairo.font_options_set_hint_metrics(options, hint_metrics_off);
  pango.context_set_font_options(pango.layout_get_context(context->layout), options);
  cairo.font_options_destroy(options);
  pango.layout_set_single_paragraph_mode(context->layout, 1);
  return context;
}

int ccairo_status(ccairo_context *context) { return cairo.status(context->cairo); }

void ccairo_context_free(ccairo_context *context)
{
  pango.object_unref(context->layout);
  cairo.destroy(context->cairo);
  free(context);
}

void ccairo_scale(ccairo_context *context, double x, double y)
{
  cairo.scale(context->cairo, x, y);
}

void ccairo_move(ccairo_context *context, double x, double y)
{
  cairo.move_to(context->cairo, x, y);
}

void ccairo_line(ccairo_context *context, double x, double y)
{
  cairo.line_to(context->cairo, x, y);
}

void ccairo_curve(
  ccairo_context *context, double x1, double y1, double x2, double y2, double x, double y)
{
  cairo.curve_to(context->cairo, x1, y1, x2, y2, x, y);
}

static const double quarter = 1.5707963267948966;

void ccairo_circle(ccairo_context *context, double x, double y, double radius)
{
  cairo.new_sub_path(context->cairo);
  cairo.arc(context->cairo, x, y, radius, 0, 4 * quarter);
  cairo.close_path(context->cairo);
}

void ccairo_rectangle(
  ccairo_context *context, double x, double y, double width, double height, double radius)
{
  void *cr = context->cairo;
  if (radius <= 0) {
    cairo.rectangle(cr, x, y, width, height);
    return;
  }
  cairo.new_sub_path(cr);
  cairo.arc(cr, x + width - radius, y + radius, radius, -quarter, 0);
  cairo.arc(cr, x + width - radius, y + height - radius, radius, 0, quarter);
  cairo.arc(cr, x + radius, y + height - radius, radius, quarter, 2 * quarter);
  cairo.arc(cr, x + radius, y + radius, radius, 2 * quarter, 3 * quarter);
  cairo.close_path(cr);
}

void ccairo_close(ccairo_context *context) { cairo.close_path(context->cairo); }

void ccairo_color(ccairo_context *context, double red, double green, double blue, double alpha)
{
  cairo.set_source_rgba(context->cairo, red, green, blue, alpha);
}

void ccairo_fill(ccairo_context *context, int keeps_path)
{
  if (keeps_path) cairo.fill_preserve(context->cairo);
  else cairo.fill(context->cairo);
}

void ccairo_stroke(
  ccairo_context *context, double width, const double *dashes, int dash_count, int round_caps)
{
  cairo.set_line_width(context->cairo, width);
  cairo.set_dash(context->cairo, dashes, dash_count, 0);
  cairo.set_line_cap(context->cairo, round_caps ? line_cap_round : 0);
  cairo.set_line_join(context->cairo, line_join_round);
  cairo.stroke(context->cairo);
}

void ccairo_clear_path(ccairo_context *context) { cairo.new_path(context->cairo); }
void ccairo_begin_layer(ccairo_context *context) { cairo.push_group(context->cairo); }

void ccairo_end_layer(ccairo_context *context, double alpha)
{
  cairo.pop_group_to_source(context->cairo);
  cairo.paint_with_alpha(context->cairo, alpha);
}

void ccairo_begin_link(ccairo_context *context, const char *address)
{
  // Attributes are quoted with apostrophes, and a backslash escapes.
  size_t length = strlen(address);
  char *attributes = malloc(2 * length + 8);
  if (!attributes) return;
  char *out = attributes;
  memcpy(out, "uri='", 5);
  out += 5;
  for (size_t i = 0; i < length; i++) {
    if (address[i] == '\'' || address[i] == '\\') *out++ = '\\';
    *out++ = address[i];
  }
  *out++ = '\'';
  *out = 0;
  cairo.tag_begin(context->cairo, "Link", attributes);
  free(attributes);
}

void ccairo_end_link(ccairo_context *context) { cairo.tag_end(context->cairo, "Link"); }

void ccairo_text(
  ccairo_context *context, const char *text, const char *families, double size, int is_bold,
  double x, double y, double width)
{
  void *font = pango.font_description_from_string(families);
  pango.font_description_set_weight(font, is_bold ? pango_weight_bold : pango_weight_normal);
  pango.font_description_set_absolute_size(font, size * pango_scale);
  pango.layout_set_font_description(context->layout, font);
  pango.font_description_free(font);
  pango.layout_set_text(context->layout, text, -1);
  rectangle extents = { 0, 0, 0, 0 };
  pango.layout_get_extents(context->layout, NULL, &extents);
  double natural = (double)extents.width / pango_scale;
  cairo.save(context->cairo);
  cairo.translate(context->cairo, x, y);
  if (natural > 0 && width > 0) cairo.scale(context->cairo, width / natural, 1);
  cairo.move_to(context->cairo, 0, 0);
  void *line = pango.layout_get_line_readonly(context->layout, 0);
  if (line) pango.show_layout_line(context->cairo, line);
  cairo.restore(context->cairo);
  cairo.new_path(context->cairo);
}

// GraphvizLayout

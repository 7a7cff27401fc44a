/// Everything that a Swift program needs: the model, building, analysis, export and layout.
@_exported public import GraphAnalysis
@_exported public import GraphBuilding
@_exported public import GraphExport
@_exported public import GraphModel
@_exported public import GraphvizLayout

// GraphAnalysis

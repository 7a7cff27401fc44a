// EtiographCommand

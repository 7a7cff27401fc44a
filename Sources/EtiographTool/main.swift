import EtiographCommand

EtiographRoot.main()

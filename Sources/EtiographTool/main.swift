print("etiograph")

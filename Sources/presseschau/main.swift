print("presseschau")

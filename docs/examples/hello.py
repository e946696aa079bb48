print("hello" "!")

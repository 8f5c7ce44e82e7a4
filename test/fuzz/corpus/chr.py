x=chr(10**9)

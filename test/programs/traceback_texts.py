"""traceback and sys.exc_info of exceptions that the program catches."""
import traceback, sys
try:
    try:
        {}["a"]
    except KeyError as e:
        raise ValueError("bad") from e
except ValueError as e:
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e))
    print(traceback.format_exc().splitlines()[-1], traceback.format_exc().splitlines()[0])
    print(sys.exc_info()[0].__name__)
class MyError(Exception): pass
try: raise MyError
except MyError as e:
    print(traceback.format_exception_only(e))
print(sys.exc_info())

"""errno: the numbers of Linux's errors."""

EPERM, ENOENT, ESRCH, EINTR, EIO, ENXIO, E2BIG, ENOEXEC, EBADF, ECHILD, EAGAIN, ENOMEM, EACCES = range(1, 14)
EFAULT, ENOTBLK, EBUSY, EEXIST, EXDEV, ENODEV, ENOTDIR, EISDIR, EINVAL, ENFILE, EMFILE = range(14, 25)
ENOTTY, ETXTBSY, EFBIG, ENOSPC, ESPIPE, EROFS, EMLINK, EPIPE, EDOM, ERANGE = range(25, 35)
ENOTEMPTY, EWOULDBLOCK = 39, 11
errorcode = {v: k for k, v in list(globals().items()) if k.startswith("E") and k != "EWOULDBLOCK"}

"""What the operating system refuses, in plain Chinese."""

import errno
from collections.abc import Mapping

_REASONS: Mapping[int, str] = {
    errno.ENOENT: "找不到这个文件或文件夹",
    errno.EACCES: "没有权限，或者文件正被别的程序打开",
    errno.EPERM: "没有权限",
    errno.EEXIST: "已经有同名的文件",
    errno.ENOTDIR: "这里该是文件夹，却是一个文件",
    errno.EISDIR: "这里该是文件，却是一个文件夹",
    errno.ENOSPC: "磁盘满了",
    errno.EROFS: "这个磁盘只能读，不能写",
    errno.ENOTEMPTY: "文件夹里还有东西",
    errno.ELOOP: "链接绕成了圈",
    errno.EADDRINUSE: "有别的程序在用",
    errno.EADDRNOTAVAIL: "这台机器没有这个地址",
    errno.EBUSY: "正被别的程序用着",
    errno.EDQUOT: "能用的空间满了",
    errno.EFBIG: "文件太大了",
    errno.EIO: "磁盘读写出错，可能坏了",
    errno.EMFILE: "打开的文件太多",
    errno.ENAMETOOLONG: "名字太长",
    errno.ENFILE: "打开的文件太多",
    errno.ENODEV: "这个设备不在了",
    errno.ENOMEM: "内存不够",
    errno.ENXIO: "这个设备不在了",
    errno.EPIPE: "没有人在看输出",
    errno.ESTALE: "网络磁盘断开了",
    errno.ETXTBSY: "正被别的程序用着",
    errno.EXDEV: "不在同一个磁盘上",
}


def reason(error: OSError) -> str:
    """Why it failed; the system's number where there are no words for it."""
    number = f"（错误号 {error.errno}）" if error.errno else ""
    return _REASONS.get(error.errno or 0, f"系统没说为什么{number}")

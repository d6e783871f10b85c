#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How many files and connections the process may have open.
enum OpenFiles {
  /// Raises the limit to what the system allows: the usual 1,024 are few readers.
  static func raise() {
    var limit = rlimit()
    let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard getrlimit(files, &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, 65_536)
    _ = setrlimit(files, &limit)
  }
}

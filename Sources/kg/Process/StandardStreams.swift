import Foundation

/// Standard input, output and error, which may be closed or lead to a pipe without a reader.
enum StandardStreams {
  /// To be called before any file is opened.
  static func prepare() {
    // A file that is opened later must not get the number of a closed stream, or messages would be written into it.
    // Input is opened for writing and output for reading, so that using them is an error as before.
    for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(number, F_GETFD) < 0 {
      _ = open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
    // Writing to a pipe without a reader is an error of that call, not the end of the process. A handler, because child
    // processes would inherit SIG_IGN.
    signal(SIGPIPE) { _ in }
  }
}

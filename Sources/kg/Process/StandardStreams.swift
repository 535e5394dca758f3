import Foundation

/// Standard input, output and error as whoever started the command has left them.
enum StandardStreams {
  /// To be called before any file is opened.
  static func prepare() {
    // A file that is opened later must not get the number of a closed stream, or messages would be written into it.
    // These descriptors can be neither written to nor, the first, read from: using them still fails.
    for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(number, F_GETFD) < 0 {
      _ = open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
    // Writing to a pipe without a reader is an error of that call, not the end of the process. A handler, because child
    // processes would inherit SIG_IGN.
    signal(SIGPIPE) { _ in }
  }
}

import Foundation

extension Process {
  /// Starts it so that it receives the signals that interrupt it: a process inherits what the thread that starts it has
  /// blocked, and the threads of tests block signals.
  func runReceivingSignals() throws {
    var signals = sigset_t(), before = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_UNBLOCK, &signals, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try run()
  }
}

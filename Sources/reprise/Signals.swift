import Experiments
import Foundation

/// The request that Ctrl-C and a scheduler's warning make: finish the step, save, end.
let interruption = Interruption()

/// Lets SIGINT and SIGTERM request an interruption; a second one ends the process at once.
func watchForSignals() {
  _ = interruption  // made now, not inside the handler
  for signalNumber in [SIGINT, SIGTERM] {
    signal(signalNumber) { number in
      interruption.request()
      signal(number, SIG_DFL)
    }
  }
}

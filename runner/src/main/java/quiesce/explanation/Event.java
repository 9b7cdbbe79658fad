package quiesce.explanation;

/**
 * One line of a counterexample.
 *
 * @param cpu counted from 0
 * @param context "NMI", "IRQ", "softirq" or "task"; "task 0" or "module 0" where there are several
 * @param function the C function; "provider" for the harness
 * @param line in the strategy file; 0 for the harness
 * @param source the C line, trimmed; empty for the harness
 * @param note what happens, as a kernel developer would write it in a changelog
 */
public record Event(
    int cpu, String context, String function, int line, String source, String note) {

  /** The note without the remark on it; of an event that has none, its function. */
  public String brief() {
    return note.isEmpty() ? function + "()" : note.split(" {3,}", 2)[0];
  }
}

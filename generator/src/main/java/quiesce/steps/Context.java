package quiesce.steps;

/** What a thread runs as, from the most easily interrupted up. */
public enum Context {
  /** The module that registers and unregisters: a task. */
  PROVIDER("task"),
  TASK("task"),
  /** A process of a litmus test: runs once, on a CPU of its own. */
  PROCESS("process"),
  SOFTIRQ("softirq"),
  IRQ("IRQ"),
  NMI("NMI");

  private final String label;

  Context(String label) {
    this.label = label;
  }

  /** How kernel developers write it. */
  public String label() {
    return label;
  }

  public boolean isHandler() {
    return this == SOFTIRQ || this == IRQ || this == NMI;
  }
}

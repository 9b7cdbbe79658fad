package quiesce.steps;

/** What a thread can be inside of, as often as it has entered it. */
public enum Region {
  RCU("rcu_read_lock", "rcu_read_unlock"),
  PREEMPT_OFF("preempt_disable", "preempt_enable"),
  SOFTIRQ_OFF("local_bh_disable", "local_bh_enable"),
  /** Left to what was before. */
  IRQ_SAVED("local_irq_save", "local_irq_restore"),
  /** Left with interrupts enabled, whatever was before. */
  IRQ_OFF("local_irq_disable", "local_irq_enable");

  private final String enter;
  private final String leave;

  Region(String enter, String leave) {
    this.enter = enter;
    this.leave = leave;
  }

  /** The kernel's function that enters it. */
  public String enter() {
    return enter;
  }

  /** The kernel's function that leaves it. */
  public String leave() {
    return leave;
  }

  /** Whether a step enters it. */
  public boolean enteredBy(Step s) {
    return s instanceof Section.Enter e && e.kind() == this;
  }

  /** Whether a step leaves it. */
  public boolean leftBy(Step s) {
    return s instanceof Section.Leave l && l.kind() == this;
  }
}

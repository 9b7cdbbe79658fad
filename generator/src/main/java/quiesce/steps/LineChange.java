package quiesce.steps;

import java.util.Locale;

/** What becomes of an interrupt line. Named after the kernel's functions. */
public enum LineChange {
  REQUEST_IRQ,
  /** The same, with IRQF_NO_AUTOEN. */
  REQUEST_IRQ_DISABLED,
  FREE_IRQ,
  DISABLE_IRQ,
  ENABLE_IRQ;

  /** The kernel's function. */
  public String c() {
    return this == REQUEST_IRQ_DISABLED ? REQUEST_IRQ.c() : name().toLowerCase(Locale.ROOT);
  }

  public boolean isRequest() {
    return this == REQUEST_IRQ || this == REQUEST_IRQ_DISABLED;
  }

  /** Whether it changes who handles the interrupt, for which the kernel may sleep. */
  public boolean isOfHandler() {
    return this != DISABLE_IRQ && this != ENABLE_IRQ;
  }
}

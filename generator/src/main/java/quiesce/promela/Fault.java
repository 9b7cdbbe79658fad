package quiesce.promela;

import java.util.Locale;
import quiesce.property.Property;

/** What goes wrong, as the model's variables name it. */
public enum Fault {
  NULL_DEREFERENCE(Property.NO_NULL_DEREFERENCE),
  USE_BEFORE_INITIALISATION(Property.NO_USE_BEFORE_INIT),
  USE_AFTER_TEARDOWN(Property.NO_DEREFERENCE_AFTER_TEARDOWN),
  STALE_POINTER(Property.READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD),
  LEFT_BEHIND(Property.PRIOR_READERS_COMPLETE),
  TORN_SNAPSHOT(Property.CONSISTENT_SNAPSHOT),
  LOST_REGISTRATION(Property.SINGLE_PROVIDER),
  WARNING(Property.NO_WARNING);

  private final Property violated;

  Fault(Property violated) {
    this.violated = violated;
  }

  /** The property that it violates. */
  public Property violated() {
    return violated;
  }

  /** The variable that an assertion names. */
  public String variable() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The arguments of the model's {@code faults} and {@code oopses}. */
  String arguments() {
    return variable() + ", " + violated.name();
  }

  /** The run ends. */
  Statement oops() {
    return Statement.line("oopses(%s)", arguments());
  }

  /** The thread continues. */
  Statement noted() {
    return Statement.line("faults(%s)", arguments());
  }
}

package quiesce.property;

import java.util.Arrays;
import java.util.Optional;

/** What quiesce checks. The order is that of reports. */
public enum Property {
  NO_NULL_DEREFERENCE(
      "NoNullDereference", "Null", "no reader dereferences NULL or calls an empty slot"),
  NO_USE_BEFORE_INIT(
      "NoUseBeforeInit", "Init", "no reader sees an object's contents before its initialisation"),
  NO_DEREFERENCE_AFTER_TEARDOWN(
      "NoDereferenceAfterTeardown",
      "Tear",
      "no reader reads, enters or is inside an object that has been torn down"),
  READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD(
      "ReadersObserveNullAfterGracePeriod",
      "Grace",
      "a load begun after the unregistration's grace period never returns the old object"),
  PRIOR_READERS_COMPLETE(
      "PriorReadersComplete",
      "Prior",
      "when unregister returns, no reader still holds or runs the old object"),
  CONSISTENT_SNAPSHOT(
      "ConsistentSnapshot",
      "Snap",
      "one run of a reader uses the callbacks of one registration only, with their data"),
  SINGLE_PROVIDER(
      "SingleProvider",
      "Sole",
      "two providers are never registered at once, and no registration is lost"),
  NO_WARNING("NoWarning", "Warn", "no WARN_ON fires"),
  NO_DEADLOCK("NoDeadlock", "Dead", "nothing waits for something that can never come"),
  UNREGISTER_COMPLETES("UnregisterCompletes", "Unreg", "an unregistration that has begun returns"),
  READERS_COMPLETE("ReadersComplete", "Read", "a reader that has begun returns");

  private final String title;
  private final String shortName;
  private final String meaning;

  Property(String title, String shortName, String meaning) {
    this.title = title;
    this.shortName = shortName;
    this.meaning = meaning;
  }

  /** The name that users write and that the specification defines. */
  public String title() {
    return title;
  }

  /** The head of its column in tables: eleven titles do not fit on a line. */
  public String shortName() {
    return shortName;
  }

  /** What it says, in one line. */
  public String meaning() {
    return meaning;
  }

  /** Liveness properties are checked under fairness and never with symmetry. */
  public boolean liveness() {
    return this == UNREGISTER_COMPLETES || this == READERS_COMPLETE;
  }

  /**
   * Whether it is about what is done in a run, so that a strategy with fewer runs violates it no
   * more: not who waits for ever, and nothing that a wait or a section may bring.
   */
  public boolean ofRuns() {
    return switch (this) {
      case NO_NULL_DEREFERENCE,
          NO_USE_BEFORE_INIT,
          NO_DEREFERENCE_AFTER_TEARDOWN,
          PRIOR_READERS_COMPLETE,
          CONSISTENT_SNAPSHOT,
          SINGLE_PROVIDER ->
          true;
      case READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD,
          NO_WARNING,
          NO_DEADLOCK,
          UNREGISTER_COMPLETES,
          READERS_COMPLETE ->
          false;
    };
  }

  /**
   * Whether a run may end where it is violated: the kernel does not continue after an oops, and
   * nobody who was on the way comes to an end.
   */
  public boolean endsRun() {
    return this == NO_NULL_DEREFERENCE
        || this == NO_USE_BEFORE_INIT
        || this == NO_DEREFERENCE_AFTER_TEARDOWN
        || this == NO_WARNING;
  }

  public static Optional<Property> named(String title) {
    return Arrays.stream(values()).filter(p -> p.title.equals(title)).findFirst();
  }

  @Override
  public String toString() {
    return title;
  }
}

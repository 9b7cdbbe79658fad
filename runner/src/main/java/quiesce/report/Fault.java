package quiesce.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import quiesce.explanation.Counterexample;
import quiesce.explanation.Event;
import quiesce.property.Property;

/** What goes wrong where a property is violated, in a few words. */
public final class Fault {
  private static final Set<Property> LIFETIME =
      Set.of(
          Property.NO_DEREFERENCE_AFTER_TEARDOWN,
          Property.READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD,
          Property.PRIOR_READERS_COMPLETE);
  private static final Set<Property> PROGRESS =
      Set.of(Property.NO_DEADLOCK, Property.UNREGISTER_COMPLETES, Property.READERS_COMPLETE);

  private Fault() {}

  /** For example {@code use after teardown, line 32}. */
  public static String of(Counterexample example) {
    String what = of(example.property());
    return line(example).map(line -> what + ", line " + line).orElse(what);
  }

  private static String of(Property property) {
    return switch (property) {
      case NO_NULL_DEREFERENCE -> "NULL dereference";
      case NO_USE_BEFORE_INIT -> "use before initialisation";
      case NO_DEREFERENCE_AFTER_TEARDOWN -> "use after teardown";
      case READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD -> "old object found after a grace period";
      case PRIOR_READERS_COMPLETE -> "reader still running after unregister";
      case CONSISTENT_SNAPSHOT -> "callback or data of another registration";
      case SINGLE_PROVIDER -> "registration lost";
      case NO_WARNING -> "warning";
      case NO_DEADLOCK -> "deadlock";
      case UNREGISTER_COMPLETES -> "unregister may never return";
      case READERS_COMPLETE -> "reader may never return";
    };
  }

  /** The C line of the last event. */
  static Optional<Integer> line(Counterexample example) {
    List<Integer> lines = example.events().stream().map(Event::line).filter(l -> l > 0).toList();
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
  }

  /** Whether one mistake may violate both: a reader that is left behind uses what is freed. */
  static boolean related(Property one, Property other) {
    return one == other
        || LIFETIME.contains(one) && LIFETIME.contains(other)
        || PROGRESS.contains(one) && PROGRESS.contains(other);
  }
}

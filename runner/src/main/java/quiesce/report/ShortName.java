package quiesce.report;

import quiesce.property.Property;

/** Column heads: eleven full names do not fit on a line. */
public final class ShortName {
  private ShortName() {}

  public static String of(Property property) {
    return switch (property) {
      case NO_NULL_DEREFERENCE -> "Null";
      case NO_USE_BEFORE_INIT -> "Init";
      case NO_DEREFERENCE_AFTER_TEARDOWN -> "Tear";
      case READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD -> "Grace";
      case PRIOR_READERS_COMPLETE -> "Prior";
      case CONSISTENT_SNAPSHOT -> "Snap";
      case SINGLE_PROVIDER -> "Sole";
      case NO_WARNING -> "Warn";
      case NO_DEADLOCK -> "Dead";
      case UNREGISTER_COMPLETES -> "Unreg";
      case READERS_COMPLETE -> "Read";
    };
  }
}

package quiesce.interpreter;

import quiesce.property.Property;

/** What goes wrong in a step. */
enum Fault {
  NULL_DEREFERENCE(Property.NO_NULL_DEREFERENCE),
  USE_BEFORE_INITIALISATION(Property.NO_USE_BEFORE_INIT),
  USE_AFTER_TEARDOWN(Property.NO_DEREFERENCE_AFTER_TEARDOWN),
  STALE_POINTER(Property.READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD),
  TORN_SNAPSHOT(Property.CONSISTENT_SNAPSHOT),
  WARNING(Property.NO_WARNING),
  BUG(Property.NO_WARNING),
  INDEX_OUT_OF_BOUNDS(Property.NO_WARNING);

  private final Property violated;

  Fault(Property violated) {
    this.violated = violated;
  }

  Property violated() {
    return violated;
  }
}

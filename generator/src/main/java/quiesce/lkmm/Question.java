package quiesce.lkmm;

import quiesce.property.Property;

/** What a test asks. */
enum Question {
  NULL(Property.NO_NULL_DEREFERENCE),
  RAW(Property.NO_USE_BEFORE_INIT),
  TORN_DOWN(Property.NO_DEREFERENCE_AFTER_TEARDOWN),
  STALE(Property.READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD),
  LEFT_BEHIND(Property.PRIOR_READERS_COMPLETE),
  WARNING(Property.NO_WARNING);

  private final Property property;

  Question(Property property) {
    this.property = property;
  }

  Property property() {
    return property;
  }

  /** Whether the test has the life of each object, as a variable that the pointer leads to. */
  boolean asksLife() {
    return this == RAW || this == TORN_DOWN;
  }
}

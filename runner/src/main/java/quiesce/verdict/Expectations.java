package quiesce.verdict;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import quiesce.property.Property;

/**
 * What a strategy's front matter expects under one memory model.
 *
 * @param named the properties that it names
 * @param allHold whether every other property that applies is expected to hold
 */
public record Expectations(Map<Property, Expectation> named, boolean allHold) {
  /** Nothing is expected of any property. */
  public static final Expectations NONE = new Expectations(Map.of(), false);

  public Expectations {
    Map<Property, Expectation> ordered = new EnumMap<>(Property.class);
    ordered.putAll(named);
    named = java.util.Collections.unmodifiableMap(ordered);
  }

  /**
   * What is expected of a property.
   *
   * @param applies whether the strategy can exercise it: "all hold" speaks of no others
   */
  public Optional<Expectation> of(Property property, boolean applies) {
    Optional<Expectation> own = Optional.ofNullable(named.get(property));
    return own.or(() -> allHold && applies ? Optional.of(Expectation.HOLDS) : Optional.empty());
  }

  public boolean isEmpty() {
    return named.isEmpty() && !allHold;
  }
}

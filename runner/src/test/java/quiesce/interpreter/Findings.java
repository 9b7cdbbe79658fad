package quiesce.interpreter;

import java.util.Set;
import quiesce.property.Property;

/**
 * What comes of all runs of a program.
 *
 * @param violated the properties that some run violates
 * @param states that there are
 */
public record Findings(Set<Property> violated, int states) {
  public Findings {
    violated = Set.copyOf(violated);
  }
}

package quiesce.report;

import quiesce.emission.Specification;
import quiesce.explanation.Counterexample;
import quiesce.property.Property;
import quiesce.tlc.Trace;

/** Turns what TLC shows of states into what happens on CPUs. */
public interface Explainer {
  /** How the property is violated. */
  Counterexample explain(Specification specification, Property property, Trace trace);

  /**
   * The counterexample for people, without a line end after the last line.
   *
   * @param ascii whether every character is one
   */
  String text(Counterexample counterexample, boolean ascii);
}

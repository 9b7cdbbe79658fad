package quiesce.engine.tlc;

import java.util.Set;

/** The message codes of TLC that matter here (its class {@code tlc2.output.EC} has them all). */
final class Code {
  static final int GENERAL = 1000;
  static final int ASSUMPTION_FALSE = 2104;
  static final int ASSUMPTION_ERROR = 2105;
  static final int INVARIANT_VIOLATED_INITIALLY = 2107;
  static final int PROPERTY_VIOLATED_INITIALLY = 2108;
  static final int INVARIANT_VIOLATED = 2110;
  static final int ACTION_PROPERTY_VIOLATED = 2112;
  static final int DEADLOCK = 2114;
  static final int TEMPORAL_PROPERTY_VIOLATED = 2116;
  static final int BEHAVIOUR_FOLLOWS = 2121;
  static final int BACK_TO_STATE = 2122;
  static final int ASSERT_FAILED = 2132;
  static final int NESTED_EXPRESSION = 2103;
  static final int FINISHED = 2186;
  static final int WALKING = 2188;
  static final int SUCCESS = 2193;
  static final int DEPTH = 2194;
  static final int STATISTICS = 2199;
  static final int PROGRESS = 2200;
  static final int COVERAGE_START = 2201;
  static final int COVERAGE_VALUE = 2221;
  static final int STUTTERING = 2218;
  static final int PARSER_END = 2219;
  static final int PARSER_START = 2220;
  static final int VERSION = 2262;
  static final int COUNTEREXAMPLE_FOLLOWS = 2264;
  static final int COLLECTOR_ADVICE = 2401;
  static final int COVERAGE_NEXT = 2772;
  static final int COVERAGE_INIT = 2773;
  static final int COVERAGE_PROPERTY = 2774;
  static final int COVERAGE_COST = 2775;
  static final int COVERAGE_CONSTRAINT = 2778;

  /** Heap exhausted, as such, in computing initial states, and in checking liveness. */
  static final Set<Integer> OUT_OF_MEMORY = Set.of(1001, 1002, 1003);

  static final int STACK_OVERFLOW = 1005;

  /** Those that announce or explain another error and are none of their own. */
  static final Set<Integer> ACCOMPANYING =
      Set.of(BEHAVIOUR_FOLLOWS, COUNTEREXAMPLE_FOLLOWS, NESTED_EXPRESSION);

  private Code() {}

  /** Something about the module's or the configuration's form. */
  static boolean isSpecificationError(int code) {
    return code == 3002
        || code == 2171
        || code / 100 == 50
        || code >= 2222 && code <= 2245
        || code == 2280
        || code == 2281
        || code / 100 == 40;
  }
}

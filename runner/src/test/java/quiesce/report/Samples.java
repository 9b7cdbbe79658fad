package quiesce.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.engine.tlc.Counts;
import quiesce.engine.tlc.Reason;
import quiesce.engine.tlc.Trace;
import quiesce.module.Count;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.source.SourceFile;
import quiesce.verdict.Expectation;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.Scope;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;
import quiesce.verdict.UntakenStep;
import quiesce.verdict.Verdict;

/** Verdicts made by hand, to see how reports show them. */
final class Samples {
  private static final Scope SCOPE =
      new Scope(Count.of(2), Count.of(2), Optional.empty(), Optional.empty());
  static final Verdict HOLDS = new Verdict.Holds(List.of(), SCOPE);
  static final Verdict VACUOUS =
      new Verdict.Holds(
          List.of(
              new UntakenStep("sample_Call", "sample", 21, "cbs->is_in_guest();"),
              new UntakenStep("provider_TearDown", "provider", 0, "")),
          SCOPE);
  static final Verdict VIOLATED =
      new Verdict.Violated(Trace.NONE, subject("violated", Options.DEFAULT).specification());
  static final Verdict NOT_APPLICABLE = new Verdict.NotApplicable("nothing waits");
  static final Verdict UNKNOWN = new Verdict.Unknown(Reason.TIMEOUT, "no verdict within 60 s");

  private static final String TEXT =
      """
      /** strategy: %s
       * title: %s
       */
      struct callbacks { bool (*f)(void); };
      struct callbacks *p;
      __register void r(struct callbacks *cbs) { WRITE_ONCE(p, cbs); }
      __unregister void u(struct callbacks *cbs) { WRITE_ONCE(p, NULL); }
      __nmi void s(void) { struct callbacks *c = READ_ONCE(p); if (c) c->f(); }
      """;

  private Samples() {}

  /** Every kind of verdict, expected and not. */
  static CheckReport everything() {
    return report(
        strategy(
            "mixed",
            1234567,
            Map.of(
                Property.NO_NULL_DEREFERENCE, Expectation.HOLDS,
                Property.NO_USE_BEFORE_INIT, Expectation.VIOLATED,
                Property.NO_DEREFERENCE_AFTER_TEARDOWN, Expectation.VIOLATED,
                Property.NO_WARNING, Expectation.NOT_APPLICABLE,
                Property.NO_DEADLOCK, Expectation.HOLDS),
            VIOLATED,
            VIOLATED,
            HOLDS,
            VIOLATED,
            HOLDS),
        strategy("never-run", 13, Map.of(), VACUOUS),
        strategy("too-large", 0, Map.of(), UNKNOWN));
  }

  static CheckReport report(StrategyVerdicts... strategies) {
    List<Options> options =
        Stream.of(strategies)
            .map(s -> s.subject().memory())
            .distinct()
            .map(Options.DEFAULT::withMemory)
            .toList();
    return new CheckReport(options, "TLC 2.18", List.of(strategies));
  }

  private static Subject subject(String name, Options options) {
    return Subject.of(SourceFile.of(name + ".c", TEXT.formatted(name, "about " + name)), options);
  }

  /**
   * @param verdicts the first ones in the order of properties; the others do not apply
   */
  static StrategyVerdicts strategy(
      String name, long states, Map<Property, Expectation> expected, Verdict... verdicts) {
    return strategy(name, "sc", states, expected, verdicts);
  }

  /** The same under a memory model. */
  static StrategyVerdicts strategy(
      String name,
      String memory,
      long states,
      Map<Property, Expectation> expected,
      Verdict... verdicts) {
    Subject subject = subject(name, Options.DEFAULT.withMemory(memory));
    List<PropertyVerdict> all = new ArrayList<>();
    for (Property p : Property.values()) {
      all.add(
          new PropertyVerdict(
              p,
              p.ordinal() < verdicts.length ? verdicts[p.ordinal()] : NOT_APPLICABLE,
              Optional.ofNullable(expected.get(p)),
              new Counts(2 * states, states, 5),
              Duration.ofMillis(1500)));
    }
    return new StrategyVerdicts(
        subject,
        all,
        states == 0 ? Optional.empty() : Optional.of(new Counts(2 * states, states, 5)));
  }
}

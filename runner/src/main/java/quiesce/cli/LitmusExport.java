package quiesce.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.engine.tlc.TlcException;
import quiesce.export.License;
import quiesce.lkmm.Export;
import quiesce.module.Count;
import quiesce.property.Property;
import quiesce.source.SourceException;
import quiesce.verdict.Checker;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.Subject;
import quiesce.verdict.Verdict;

/**
 * A strategy as litmus tests. What is to be expected of each is the verdict on the strategy, and
 * not what is found of the test.
 *
 * @param subject the strategy under {@code weak}
 */
record LitmusExport(Subject subject, Optional<License> license) {
  /** What the tests are about. */
  static final String MODEL = "weak";

  static final String TABLE = "expected.tsv";

  /**
   * What is written and said.
   *
   * @param files texts by name
   * @param without a line for each safety property that has no test
   */
  record Written(Map<String, String> files, List<String> without) {}

  /** The tests that there can be, before anything is known of what to expect. */
  Map<Property, Export.Answer> answers() {
    Export export = new Export(subject.program(), license);
    Map<Property, Export.Answer> answers = export.answers();
    if (tests(answers).isEmpty()) {
      throw new SourceException(List.of(export.refusal(answers)));
    }
    return answers;
  }

  /**
   * Checks the strategy, and again with the registrations that a test has, one of each provider,
   * where something is violated: what takes more has no test.
   *
   * @throws TlcException if there is no verdict
   */
  Written written(Map<Property, Export.Answer> answers, Checker checker) {
    Export export = new Export(subject.program(), license);
    Map<Property, Verdict> verdicts = verdicts(checker, subject, tests(answers));
    Set<Property> violated = EnumSet.noneOf(Property.class);
    verdicts.forEach(
        (p, v) -> {
          if (v instanceof Verdict.Violated) {
            violated.add(p);
          }
        });
    Map<Property, Verdict> once =
        violated.isEmpty()
            ? Map.of()
            : verdicts(
                checker,
                subject.with(
                    subject.options().cpus(),
                    Count.of(subject.program().providers()),
                    true,
                    subject.name()),
                violated);
    Map<String, String> files = new LinkedHashMap<>();
    List<String> without = new ArrayList<>();
    StringBuilder table = new StringBuilder();
    answers.forEach(
        (p, answer) -> {
          if (answer instanceof Export.Test test) {
            boolean fails = violated.contains(p);
            if (fails && !(once.get(p) instanceof Verdict.Violated)) {
              without.add(
                  no(
                      p,
                      "it takes more registrations than the one of each provider that a litmus test has"));
            } else {
              files.put(export.name(p) + ".litmus", export.text(test, fails));
              table.append(export.name(p)).append('\t').append(Export.result(fails)).append('\n');
            }
          } else {
            without.add(
                answer instanceof Export.NotApplicable n
                    ? p.title() + ": not applicable: " + n.reason()
                    : no(p, ((Export.None) answer).told()));
          }
        });
    if (!files.isEmpty()) {
      files.put(TABLE, table.toString());
    }
    return new Written(files, without);
  }

  private static String no(Property p, String reason) {
    return p.title() + ": no test: " + reason;
  }

  private static Set<Property> tests(Map<Property, Export.Answer> answers) {
    Set<Property> all = EnumSet.noneOf(Property.class);
    answers.forEach(
        (p, a) -> {
          if (a instanceof Export.Test) {
            all.add(p);
          }
        });
    return all;
  }

  private static Map<Property, Verdict> verdicts(
      Checker checker, Subject subject, Set<Property> wanted) {
    Map<Property, Verdict> all = new EnumMap<>(Property.class);
    for (PropertyVerdict v : checker.check(subject, wanted).properties()) {
      if (v.verdict() instanceof Verdict.Unknown u) {
        throw new TlcException(
            "there is no verdict on %s of %s, so that nobody can say what to expect: %s"
                .formatted(v.property().title(), subject.name(), u.message()));
      }
      all.put(v.property(), v.verdict());
    }
    return all;
  }
}

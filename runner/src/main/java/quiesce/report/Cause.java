package quiesce.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import quiesce.explanation.Counterexample;

/**
 * Violations that come from one race: under several memory models, or of several properties.
 *
 * @param shown the counterexample of the first of them
 * @param violations in the order of the report: what comes first is of the strongest model, so that
 *     it can happen under the others too
 */
public record Cause(Counterexample shown, List<Violation> violations) {
  private static final Comparator<Cause> SHORTEST_FIRST =
      Comparator.comparingInt(c -> c.shown().events().size());

  public Cause {
    violations = List.copyOf(violations);
  }

  /** A violation, and the C lines that take part in it. */
  private record Member(Violation violation, Counterexample example, Set<Integer> lines) {
    static Member of(Violation violation) {
      Counterexample example = violation.counterexample();
      return new Member(violation, example, example.lines().keySet());
    }

    /**
     * Whether what violates the other violates this too. Across memory models that is known of one
     * property only: a race of the stronger model is one of the weaker.
     */
    boolean comesWith(Member other) {
      if (!strategy().equals(other.strategy())) {
        return false;
      }
      return violation.memory().equals(other.violation.memory())
          ? Fault.related(violation.property(), other.violation.property())
              && (lines.containsAll(other.lines) || other.lines.containsAll(lines))
          : violation.property() == other.violation.property() && lines.containsAll(other.lines);
    }

    private String strategy() {
      return violation.strategy().subject().name();
    }
  }

  /** The causes of all violations, the shortest counterexample first. */
  public static List<Cause> of(CheckReport report) {
    List<List<Member>> groups = new ArrayList<>();
    for (Violation violation : Violation.of(report)) {
      Member member = Member.of(violation);
      groups.stream()
          .filter(group -> group.stream().anyMatch(member::comesWith))
          .findFirst()
          .ifPresentOrElse(
              group -> group.add(member), () -> groups.add(new ArrayList<>(List.of(member))));
    }
    return groups.stream().map(Cause::of).sorted(SHORTEST_FIRST).toList();
  }

  private static Cause of(List<Member> group) {
    return new Cause(group.get(0).example(), group.stream().map(Member::violation).toList());
  }
}

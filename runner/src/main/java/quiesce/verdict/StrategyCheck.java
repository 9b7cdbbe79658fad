package quiesce.verdict;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import quiesce.engine.tlc.Counts;
import quiesce.engine.tlc.TlcResult;
import quiesce.module.Specification;
import quiesce.property.Property;

/**
 * The plan for one strategy: first for any number of CPUs and registrations, if that was asked for;
 * what does not hold there, with the numbers that are given; and what was only violated for any
 * number, with one CPU more. No specification is generated that is not explored.
 */
final class StrategyCheck {
  private final TlcRuns runs;
  private final Subject subject;
  private final Decisions decisions;

  /**
   * @param untilFirst whether one violation is enough; then the properties after it have no verdict
   */
  StrategyCheck(TlcRuns runs, Subject subject, Set<Property> wanted, boolean untilFirst) {
    this.runs = runs;
    this.subject = subject;
    this.decisions = new Decisions(subject.first(), subject.expectations(), wanted, untilFirst);
  }

  StrategyVerdicts verdicts() {
    if (decisions.complete()) {
      return with(Optional.empty(), false);
    }
    return subject.lifted() instanceof Lifted.To to ? lift(to) : with(given(), false);
  }

  private StrategyVerdicts with(Optional<Counts> explored, boolean anyNumber) {
    return new StrategyVerdicts(subject, decisions.inOrder(), explored, anyNumber);
  }

  private StrategyVerdicts lift(Lifted.To to) {
    Specification lifted = to.specification();
    LiftedCheck.Result result = new LiftedCheck(runs.ofLifted(lifted), lifted, to.fewer()).result();
    result.complete().ifPresent(run -> decide(result, run));
    if (decisions.complete()) {
      return with(result.complete().map(TlcResult::counts), true);
    }
    Set<Property> left = decisions.undecided(result.fallen()::contains);
    boolean asked = subject.options().anyNumber();
    Function<Property, Optional<String>> whyNot =
        p -> Optional.of(result.why(p)).filter(why -> asked);
    Optional<Counts> explored =
        new GivenCheck(runs, subject.specification(), decisions, whyNot).explored();
    left.removeIf(p -> !decisions.holds(p));
    if (!left.isEmpty() && !decisions.enough() && subject.options().cpus().any()) {
      new MoreCpus(runs, subject, decisions, whyNot).search(left);
    }
    return explored.isPresent()
        ? with(explored, false)
        : with(result.complete().map(TlcResult::counts), true);
  }

  private void decide(LiftedCheck.Result result, TlcResult run) {
    EnumSet<Property> holding = decisions.undecided(result.holding()::contains);
    if (result.comesToAnEnd()) {
      holding.addAll(decisions.undecided(Property::liveness));
    }
    // A pass for any number is one for those that were asked for.
    Scope scope =
        subject.options().anyNumber()
            ? result.scope()
            : Scope.of(subject.program(), subject.options());
    holding.forEach(p -> decisions.decide(p, new Verdict.Holds(result.never(), scope), run));
  }

  private Optional<Counts> given() {
    Optional<String> whyNot =
        subject.lifted() instanceof Lifted.Not not ? Optional.of(not.why()) : Optional.empty();
    return new GivenCheck(runs, subject.specification(), decisions, p -> whyNot).explored();
  }
}

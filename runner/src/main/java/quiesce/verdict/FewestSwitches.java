package quiesce.verdict;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.TlcResult;
import quiesce.engine.tlc.Trace;
import quiesce.explanation.Turns;
import quiesce.module.Action;
import quiesce.module.Individuals;
import quiesce.module.Instances;
import quiesce.module.Specification;
import quiesce.module.StateLayout;
import quiesce.property.Property;

/**
 * Of the shortest runs that violate a property by the same step, one in which threads take turns
 * least often: it is read column by column. TLC's own is whichever of these it comes to first.
 */
final class FewestSwitches {
  /** Explored in a second or two. Where there are more, the run that is known will do. */
  private static final int MOST_STATES = 30_000;

  private final TlcRuns runs;

  FewestSwitches(TlcRuns runs) {
    this.runs = runs;
  }

  /** The same verdicts, with such runs. */
  StrategyVerdicts of(StrategyVerdicts found) {
    return new StrategyVerdicts(
        found.subject(),
        found.properties().stream().map(this::redrawn).toList(),
        found.explored(),
        found.anyNumber());
  }

  private PropertyVerdict redrawn(PropertyVerdict of) {
    if (of.property().liveness() || !(of.verdict() instanceof Verdict.Violated violated)) {
      return of;
    }
    Specification spec = violated.specification();
    Trace trace = new Search(of.property(), spec).fewest(violated.trace());
    return new PropertyVerdict(
        of.property(), new Verdict.Violated(trace, spec), of.expected(), of.counts(), of.elapsed());
  }

  /** Where the place of a thread is in a state, for templates/tla/moved.ftl. */
  public record Mover(String variable, String index, String set, String place) {
    static Mover of(StateLayout.OfThread thread) {
      Instances in = thread.instances();
      return new Mover(
          in.variable(), in.index(), in.set(), thread.field(new StateLayout.Part.Place()).get());
    }
  }

  /** The search for one property. */
  private final class Search {
    private final Property property;
    private final Specification spec;
    private final TlcRuns runs;
    private final String configuration;
    private final List<Mover> movers;

    Search(Property property, Specification spec) {
      this.property = property;
      this.spec = spec;
      this.runs = FewestSwitches.this.runs.of(spec);
      this.configuration = Configurations.keeping(EnumSet.of(property), spec.safety());
      this.movers =
          spec.layout().threads().values().stream()
              .map(Mover::of)
              .sorted(Comparator.comparing(Mover::variable))
              .toList();
    }

    /** The last that is found; a search that does not come to its end changes nothing. */
    Trace fewest(Trace known) {
      return last(known)
          .flatMap(spec::action)
          .map(end -> fewest(known, end))
          .filter(found -> last(found).equals(last(known)))
          .orElse(known);
    }

    private Trace fewest(Trace known, Action end) {
      int switches = Turns.switches(spec, known);
      Optional<Trace> best = Optional.empty();
      while (switches > 0) {
        Optional<Trace> fewer = fewer(known.states().size(), switches - 1, end);
        if (fewer.isEmpty()) {
          break;
        }
        best = fewer;
        switches = Turns.switches(spec, fewer.get());
      }
      return best.flatMap(this::asSpecified).orElse(known);
    }

    /** The name of the action that ends it. */
    private static Optional<String> last(Trace trace) {
      return trace.states().get(trace.states().size() - 1).action();
    }

    private Optional<Trace> fewer(int length, int most, Action end) {
      Optional<String> view = Configurations.of("VIEW", configuration);
      String fewer =
          Configurations.with("SPECIFICATION", Optional.of("SpecWithFewer"), configuration);
      return violating(
          runs.withFewerSwitches(
              Configurations.with("VIEW", view.map(v -> "ViewWithSwitches"), fewer),
              Map.of(
                  "threads", movers,
                  "length", length,
                  "most", most,
                  "last", spec.layout().threads().get(end.thread()).instances().variable(),
                  "view", view.orElse(""),
                  "limit", MOST_STATES),
              "switches-" + property.title()));
    }

    /** The same run by the specification itself, whose actions have their names. */
    private Optional<Trace> asSpecified(Trace found) {
      List<String> schedule =
          found.states().stream()
              .skip(1)
              .map(state -> state.variables().get("lastToMove").toString())
              .toList();
      String plain = configuration;
      for (String word : List.of("VIEW", "SYMMETRY")) {
        plain = Configurations.with(word, Optional.empty(), plain);
      }
      Individuals all = spec.layout().individuals();
      List<String> individuals =
          Stream.of(all.cpus(), all.tasks(), all.modules()).flatMap(List::stream).toList();
      return violating(
              runs.scheduled(
                  plain,
                  Map.of("threads", movers, "schedule", schedule, "individuals", individuals),
                  "schedule-" + property.title()))
          .filter(t -> t.states().size() == found.states().size());
    }

    private Optional<Trace> violating(TlcResult result) {
      return result.outcome() instanceof Outcome.InvariantViolated v
              && Property.named(v.invariant()).filter(property::equals).isPresent()
          ? Optional.of(v.trace())
          : Optional.empty();
    }
  }
}

package quiesce.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import quiesce.emission.Action;
import quiesce.emission.Specification;
import quiesce.explanation.Counterexample;
import quiesce.explanation.Event;
import quiesce.property.Property;
import quiesce.steps.Origin;
import quiesce.tlc.Trace;

/** Explains by the names of the actions and the C lines that they stand for. */
public final class ActionNames implements Explainer {
  @Override
  public Counterexample explain(Specification specification, Property property, Trace trace) {
    Map<String, Action> actions =
        specification.actions().stream()
            .collect(Collectors.toMap(Action::name, Function.identity()));
    List<Event> events =
        trace.states().stream()
            .flatMap(state -> state.action().stream())
            .map(name -> event(name, Optional.ofNullable(actions.get(name))))
            .toList();
    return new Counterexample(
        property, events, Optional.empty(), "*** " + property.title() + " violated ***");
  }

  private static Event event(String name, Optional<Action> action) {
    Origin origin = action.map(a -> a.main().origin()).orElseGet(() -> Origin.harness("provider"));
    return new Event(0, "task", origin.function(), origin.place().line(), origin.text(), name);
  }

  @Override
  public String text(Counterexample counterexample, boolean ascii) {
    return counterexample.events().stream()
            .map(e -> "  %4s  %s".formatted(e.line() == 0 ? "" : e.line(), e.note()))
            .collect(Collectors.joining("\n"))
        + "\n\n"
        + counterexample.outcome();
  }
}

package quiesce.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import quiesce.catalogue.InputException;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.State;
import quiesce.engine.tlc.StateSpace;
import quiesce.engine.tlc.TlcException;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;
import quiesce.engine.tlc.TlcRunner;
import quiesce.engine.tlc.ValueParser;
import quiesce.explanation.Event;
import quiesce.explanation.Explainer;
import quiesce.explanation.Scene;
import quiesce.module.Options;
import quiesce.module.Specification;
import quiesce.property.Property;
import quiesce.template.Templates;
import quiesce.tla.Value;
import quiesce.verdict.Subject;

/** Has TLC explore a strategy, and reads the graph of its states. */
public final class StateGraphs {
  /** Nobody can look at more states. */
  public static final int MOST = 60;

  private static final String FEW_STATES = "FewStates";

  private final Subject subject;
  private final Specification spec;

  private StateGraphs(Subject subject) {
    this.subject = subject;
    this.spec = subject.specification();
  }

  /**
   * The graph of all states. No symmetry is made use of, so that it shows what the machine does and
   * not one of several like it.
   *
   * @throws InputException if there are too many states to look at
   * @throws TlcException if TLC did not come to its end
   */
  public static StateGraph of(TlcRunner engine, Subject subject) {
    return new StateGraphs(subject).read(engine);
  }

  private StateGraph read(TlcRunner engine) {
    TlcResult result = engine.run(job(), TlcListener.NONE);
    if (result.outcome() instanceof Outcome.InvariantViolated v
        && v.invariant().equals(FEW_STATES)) {
      throw new InputException(
          "%s has more than %d states under %s with %s CPUs and %s registrations, too many to look"
                  .formatted(
                      subject.name(),
                      MOST,
                      subject.memory(),
                      spec.options().cpus(),
                      spec.options().registrations())
              + " at; try --memory sc --cpus 1 --registrations 1");
    }
    StateSpace states =
        result
            .stateSpace()
            .orElseThrow(
                () ->
                    new TlcException(
                        "no state graph of "
                            + subject.name()
                            + ": "
                            + (result.outcome() instanceof Outcome.Failed f
                                ? f.message()
                                : "TLC ended with " + result.outcome())));
    return graph(states, violated(result.printed()));
  }

  private TlcJob job() {
    String name = spec.name() + "Graph";
    List<String> properties =
        Arrays.stream(Property.values())
            .filter(p -> !p.liveness() && spec.applies(p))
            .map(Property::title)
            .toList();
    String module =
        new Templates(spec.options().templates())
            .render(
                "tla/graph.ftl",
                Map.of(
                    "name", name,
                    "module", spec.name(),
                    "limit", MOST,
                    "properties", properties,
                    "variables", spec.variables()));
    return TlcJob.of(name, module, configuration(properties))
        .withExtraModules(Map.of(spec.name(), spec.module()))
        .withStateSpace();
  }

  /** What the safety properties are checked with, but for these and for symmetry. */
  private String configuration(List<String> properties) {
    return spec.safety()
        .lines()
        .filter(line -> !properties.contains(line.strip()) && !line.startsWith("SYMMETRY"))
        .map(line -> line.equals("INVARIANTS") ? line + "\n  FewStates\n  MarkStates" : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** The properties that do not hold, by the variables of the state. */
  private static Map<Map<String, Value>, List<String>> violated(List<String> printed) {
    return printed.stream()
        .map(StateGraphs::mark)
        .collect(
            Collectors.groupingBy(
                pair -> ((Value.RecordOf) pair.get(1)).fields(),
                Collectors.mapping(
                    pair -> ((Value.Str) pair.get(0)).value(), Collectors.toList())));
  }

  /** A property and the variables, as TLC prints a string that holds them. */
  private static List<Value> mark(String printed) {
    String text = ((Value.Str) ValueParser.parse('"' + printed + '"')).value();
    return ((Value.Seq) ValueParser.parse(text)).elements();
  }

  private StateGraph graph(StateSpace space, Map<Map<String, Value>, List<String>> violated) {
    List<StateGraph.Node> nodes = new ArrayList<>();
    for (State s : space.states()) {
      boolean last =
          space.steps().stream()
              .noneMatch(step -> step.from() == s.number() && step.to() != s.number());
      nodes.add(
          new StateGraph.Node(
              s.number(),
              space.initial().contains(s.number()),
              last,
              violated.getOrDefault(s.variables(), List.of()).stream().sorted().toList(),
              machine(s)));
    }
    List<StateGraph.Edge> edges =
        space.steps().stream()
            .map(step -> new StateGraph.Edge(step.from(), step.to(), label(space, step)))
            .distinct()
            .toList();
    Options o = spec.options();
    return new StateGraph(
        "States of " + subject.name(),
        "%d states; CPUs %s, registrations %s, memory model %s"
            .formatted(nodes.size(), o.cpus(), o.registrations(), o.memory()),
        nodes,
        edges);
  }

  private List<String> machine(State state) {
    List<String> lines = new ArrayList<>();
    for (Scene.Part part : Explainer.scene(spec, state).parts()) {
      lines.add(part.title() + ":");
      part.cells().forEach(c -> lines.add("  " + c.label() + ": " + c.value()));
    }
    return lines;
  }

  private List<String> label(StateSpace space, StateSpace.Step step) {
    State before = space.states().get(step.from() - 1);
    State target = space.states().get(step.to() - 1);
    State after = new State(target.number(), Optional.of(step.action()), target.variables());
    List<Event> events = Explainer.step(spec, before, after);
    List<Event> deeds =
        events.stream().filter(e -> !e.note().isEmpty() && !e.note().equals("return")).toList();
    List<String> words = (deeds.isEmpty() ? events : deeds).stream().map(this::words).toList();
    return words.isEmpty() ? List.of(place(step.action())) : words;
  }

  private String words(Event e) {
    if (e.line() == 0) {
      return e.note();
    }
    String deed = e.note().isEmpty() ? "" : ": " + e.note();
    return e.function() + "()" + deed + " :" + e.line();
  }

  /** Where an action is in the strategy, for what is not worth a word in a counterexample. */
  private String place(String action) {
    return spec.actions().stream()
        .filter(a -> a.name().equals(action))
        .map(a -> a.main().origin())
        .filter(o -> !o.isHarness())
        .map(o -> o.function() + "() :" + o.place().line())
        .findFirst()
        .orElse(action);
  }
}

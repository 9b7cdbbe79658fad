package quiesce.explanation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.engine.tlc.State;
import quiesce.engine.tlc.Trace;
import quiesce.module.Action;
import quiesce.module.Specification;
import quiesce.property.Property;
import quiesce.steps.KernelThread;
import quiesce.steps.Node;
import quiesce.steps.Origin;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/** Maps a TLC trace back to C lines, CPUs and contexts. */
public final class Explainer {
  private final Specification spec;
  private final Property property;
  private final List<Snapshot> snapshots;
  private final List<Transition> transitions = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final List<Scene> scenes = new ArrayList<>();
  private final Relations relations = new Relations();

  private Explainer(Specification spec, Property property, Trace trace) {
    this.spec = spec;
    this.property = property;
    this.snapshots =
        Stream.concat(trace.states().stream(), trace.again().stream())
            .map(s -> new Snapshot(spec, s))
            .toList();
    for (int i = 1; i < snapshots.size(); i++) {
      transitions.add(Transition.between(spec, snapshots.get(i - 1), snapshots.get(i)));
    }
  }

  public static Counterexample explain(Specification spec, Property property, Trace trace) {
    return new Explainer(spec, property, trace).explain(trace);
  }

  /** What happens by one action, from a state to the next. */
  public static List<Event> step(Specification spec, State before, State after) {
    Trace trace = new Trace(List.of(before, after), new Trace.Stops());
    Explainer explainer = new Explainer(spec, Property.NO_WARNING, trace);
    return explainer.explain(trace).events();
  }

  /** Where the steps of a trace are from. */
  public static List<Origin> origins(Specification spec, Trace trace) {
    return new Explainer(spec, Property.NO_WARNING, trace)
        .transitions.stream()
            .flatMap(t -> Stream.concat(Stream.of(t.action().main()), t.nodes().stream()))
            .map(Node::origin)
            .distinct()
            .toList();
  }

  /** The machine in one state. */
  public static Scene scene(Specification spec, State state) {
    return new SceneWriter(new Snapshot(spec, state), Map.of()).scene();
  }

  private Counterexample explain(Trace trace) {
    List<Integer> cpus = new Cpus(spec, transitions).place();
    Map<Snapshot.Instance, Integer> last = new HashMap<>();
    List<Integer> firstEvent = new ArrayList<>();
    snapshots.stream().findFirst().ifPresent(s -> scenes.add(new SceneWriter(s, last).scene()));
    for (int i = 0; i < transitions.size(); i++) {
      firstEvent.add(events.size());
      Transition t = transitions.get(i);
      Integer before = last.put(t.who(), cpus.get(i));
      if (before != null && !before.equals(cpus.get(i)) && !t.action().begins()) {
        add(t, t.action().main(), cpus.get(i), "(moved here from CPU " + before + ")");
      }
      relations.follow(t, cpus.get(i), describe(t, cpus.get(i)));
      show(new SceneWriter(t.after(), last).scene());
    }
    if (!snapshots.isEmpty()) {
      waiting(snapshots.get(snapshots.size() - 1), last);
      show(scenes.get(scenes.size() - 1));
    }
    Optional<Integer> back =
        trace.backTo().isPresent()
            ? Optional.of(trace.backTo().getAsInt() - 1)
                .filter(i -> i < firstEvent.size())
                .map(firstEvent::get)
            : Optional.empty();
    return new Counterexample(
        property,
        events,
        relations.found(),
        back,
        new Ending(spec, property, snapshots).words(),
        scenes);
  }

  /** The scene is what the events that have none yet lead to, all of them steps of one action. */
  private void show(Scene scene) {
    while (scenes.size() <= events.size()) {
      scenes.add(scene);
    }
  }

  /** Adds the events of a transition, and says which step each of them is of. */
  private Map<Node, Integer> describe(Transition t, int cpu) {
    Map<Node, Integer> indices = new IdentityHashMap<>();
    if (t.course().isEmpty()) {
      t.ofMemory().ifPresent(note -> add(t, t.action().main(), cpu, note));
      return indices;
    }
    Wording words = new Wording(t, cpu);
    for (Node n : t.nodes()) {
      Optional<String> note = words.of(n);
      if (note.isPresent()
          && (!(n.step() instanceof Section.End) || t.thread().context().isHandler())) {
        indices.put(n, events.size());
        add(t, n, cpu, note.get());
      }
    }
    if (indices.isEmpty() && t.action().begins()) {
      indices.put(t.action().main(), events.size());
      add(t, t.action().main(), cpu, "");
    }
    return indices;
  }

  private void add(Transition t, Node n, int cpu, String note) {
    events.add(event(t.thread(), t.who(), n, cpu, note));
  }

  private Event event(KernelThread thread, Snapshot.Instance who, Node n, int cpu, String note) {
    String function =
        n.origin().callers().isEmpty() ? n.origin().function() : n.origin().callers().get(0);
    return new Event(
        cpu, context(thread, who), function, n.origin().place().line(), n.origin().text(), note);
  }

  /** A task or module that is one of several is numbered. */
  private String context(KernelThread thread, Snapshot.Instance who) {
    return thread.context().isHandler() || who.id().isEmpty()
        ? thread.context().label()
        : spec.layout().individuals().words(who.id());
  }

  /** Who waits for ever when nothing can continue, or goes round. */
  private void waiting(Snapshot end, Map<Snapshot.Instance, Integer> last) {
    if (property != Property.NO_DEADLOCK && !property.liveness()) {
      return;
    }
    for (KernelThread thread : spec.program().threads()) {
      for (Snapshot.Instance i : end.instances(thread.key())) {
        spec.actions().stream()
            .filter(a -> a.thread().equals(thread.key()) && a.stop().equals(end.place(i)))
            .map(Action::main)
            .filter(n -> n.step() instanceof Wait && !(n.step() instanceof Wait.Run))
            .findFirst()
            .ifPresent(
                n -> {
                  int cpu =
                      thread.context().isHandler()
                          ? end.cpu(i).orElseThrow()
                          : last.getOrDefault(i, 0);
                  if (n.step() instanceof Wait.GracePeriodEnds) {
                    relations.waits(end, i, events.size());
                  }
                  events.add(event(thread, i, n, cpu, waits(n.step())));
                });
      }
    }
  }

  private static String waits(Step s) {
    if (s instanceof Wait.Lock l) {
      String how = l.kind().sleeps() ? "sleeps" : "spins";
      return l.kind().lock() + "(&" + l.lock() + ")   " + how + " for ever";
    }
    if (s.isSleep()) {
      return ((Wait.Ended) s).of().name() + "   sleeps for ever";
    }
    if (s instanceof Wait.Ended e) {
      return "%s of %s   waits for ever"
          .formatted(e.begins() ? "the run" : "the end", e.of().name());
    }
    String call =
        s instanceof Wait.GracePeriodEnds e && !e.domain().isEmpty()
            ? "synchronize_srcu(&" + e.domain() + ")"
            : "synchronize_rcu()";
    return call + "   waits for ever";
  }
}

package quiesce.module;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.analysis.Callbacks;
import quiesce.analysis.Dependencies;
import quiesce.analysis.EarlyPlaces;
import quiesce.analysis.EarlySteps;
import quiesce.analysis.Facts;
import quiesce.analysis.Field;
import quiesce.analysis.Found;
import quiesce.analysis.LiveFields;
import quiesce.analysis.OnCpus;
import quiesce.analysis.ReadSections;
import quiesce.analysis.Stops;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.KernelThread.LocalKind;
import quiesce.steps.Node;
import quiesce.steps.Region;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.StepKinds;
import quiesce.tla.Expression;
import quiesce.tla.Logic;

/** How one thread appears in the specification: its variable, its record, where it can be. */
final class ThreadView {
  final KernelThread thread;
  final Stops stops;

  /** The variable that holds its state. */
  final String variable;

  /** How its records are read, updated and initialised. */
  final Instances instances;

  /** The variable bound to one of its instances, and the set of these; empty when there is one. */
  final String index;

  final String indexSet;

  /** Whether the CPU that it runs on matters. */
  final boolean placed;

  /** Whether it asks on which CPU it runs, so that it shares what is known there. */
  final boolean sharesCpu;

  final boolean calls;
  final boolean tracksSnapshot;
  final Dependencies dependencies;
  final ReadSections sections;
  final EarlySteps early;
  final EarlyPlaces earlyPlaces;
  private final LiveFields live;
  private final Hold hold;
  private final CpuLocals cpus;
  private final Optional<Expression> undependent;
  private final Map<Integer, String> earlyFlags = new LinkedHashMap<>();
  private final Map<Integer, String> labels = new LinkedHashMap<>();
  private final Map<String, Integer> alike = new HashMap<>();

  /**
   * @param undependent the value of a field that says what something depends on which depends on
   *     nothing, if there are such fields
   * @param names the thread's variable is added
   * @param crowds whether there is any number of instances, where there are as many as CPUs
   */
  ThreadView(Found found, Optional<Expression> undependent, Names names, boolean crowds) {
    this.thread = found.thread();
    this.dependencies = found.get(Dependencies.class);
    this.early = found.get(EarlySteps.class);
    this.earlyPlaces = found.get(EarlyPlaces.class);
    this.sections = found.get(ReadSections.class);
    this.stops = found.get(Stops.class);
    this.live = found.get(LiveFields.class);
    this.undependent = undependent;
    this.variable = thread.context() == Context.PROVIDER ? "provider" : names.thread(thread.name());
    OnCpus on = found.get(OnCpus.class);
    placed = on.placed();
    sharesCpu = on.asks();
    hold = hold(on.pins(), crowds);
    cpus = crowds ? CpuLocals.of(thread, stops, live::live) : CpuLocals.NONE;
    instances = crowds ? crowd(found.facts()) : instances(found.facts());
    index = instances.index();
    indexSet = instances.set();
    calls = found.get(Callbacks.class).calls();
    tracksSnapshot = found.get(Callbacks.class).mixes();
    for (int id : early.steps()) {
      String wish = "early_" + (earlyFlags.size() + 1);
      earlyFlags.put(id, Field.apart(wish, thread.locals().keySet()));
    }
    stops.all().forEach(this::name);
  }

  private void name(int stop) {
    Step first = thread.node(stop).step();
    String wish =
        stop == thread.entry() && thread.context() != Context.PROVIDER
            ? "idle"
            : StepKinds.place(
                first instanceof Section.Registered ? first : stops.main(stop).step());
    String label = wish;
    int number = alike.merge(wish, 1, Integer::sum);
    if (number > 1) {
      label = wish + " (" + number + ")";
    }
    labels.put(stop, label);
  }

  private Instances instances(Facts facts) {
    if (thread.context().isHandler()) {
      return new Instances.Each(variable, "c", "CPUs");
    } else if (thread.context() == Context.TASK) {
      return new Instances.Each(variable, "t", "Tasks");
    }
    boolean several = thread.context() == Context.PROVIDER && facts.providers() > 1;
    return several ? new Instances.Each(variable, "p", "Providers") : new Instances.One(variable);
  }

  private Hold hold(boolean pins, boolean crowds) {
    if (!pins) {
      return Hold.NONE;
    } else if (!crowds) {
      return Hold.FIELD;
    }
    return thread.context() == Context.TASK ? Hold.PLACE : Hold.FLAG;
  }

  /** Whether it holds a CPU wherever it can be seen, once it has begun. */
  boolean alwaysPinned() {
    return stops.all().stream()
        .allMatch(s -> s == thread.entry() || thread.node(s).before().pinned());
  }

  private Instances crowd(Facts facts) {
    if (thread.context().isHandler() || hold == Hold.PLACE) {
      return new Instances.Crowd(Crowds.CPUS, ActionScope.CPU, Optional.of(variable));
    } else if (thread.context() == Context.TASK) {
      return new Instances.Crowd(variable, "t", Optional.empty());
    }
    return instances(facts);
  }

  boolean indexed() {
    return !index.isEmpty();
  }

  /** One instance's record, for example {@code sample[c]}. */
  String me() {
    return instances.record().text();
  }

  /** A field of one instance's record. */
  Expression field(String name) {
    return instances.field(name);
  }

  /** Where the thread is at this node. */
  Expression place(int stop) {
    return Logic.string(labels.get(stop));
  }

  /** The same as text. */
  String at(int stop) {
    return place(stop).text();
  }

  /** That it is at this node. */
  Expression isAt(int stop) {
    return Logic.equal(field(Field.AT), place(stop));
  }

  /** That it is where something holds. */
  Expression isWhere(Predicate<Node> holds) {
    return Logic.among(field(Field.AT), stops.where(holds).map(this::place).toList());
  }

  /** That it is at none of these. */
  Expression isAtNone(Predicate<Integer> these) {
    Stream<Expression> places = stops.all().stream().filter(these).map(this::place);
    return Logic.negated(Logic.among(field(Field.AT), places.toList()));
  }

  /** That it has begun. */
  Expression isActive() {
    return Logic.negated(isAt(thread.entry()));
  }

  String label(int stop) {
    return labels.get(stop);
  }

  boolean holdsObject(String local) {
    return thread.locals().get(local) == LocalKind.OBJECT;
  }

  /** Whether the local is a field of the record. */
  boolean keeps(String local) {
    return kept().contains(local);
  }

  /** Whether the local may still be used. */
  boolean live(String local, int node) {
    return live.live(local, node);
  }

  /** What the fields of its record hold. */
  private Map<String, StateLayout.Part> fields() {
    Map<String, StateLayout.Part> all = new LinkedHashMap<>();
    all.put(Field.AT, new StateLayout.Part.Place());
    if (hold == Hold.FIELD) {
      all.put(Field.CPU, new StateLayout.Part.Cpu());
    }
    Set<String> dependent = dependencies.all().collect(Collectors.toSet());
    for (String l : kept().stream().filter(k -> !cpus.all().contains(Field.of(k))).toList()) {
      all.put(
          Field.of(l),
          dependent.contains(l)
              ? new StateLayout.Part.Dependency()
              : new StateLayout.Part.Local(l));
    }
    if (calls) {
      all.put(Field.INSIDE, new StateLayout.Part.Inside());
    }
    if (tracksSnapshot) {
      all.put(Field.USES, new StateLayout.Part.Uses());
    }
    earlyFlags.forEach((node, flag) -> all.put(flag, new StateLayout.Part.Early(node)));
    return all;
  }

  /**
   * The record of an instance that has not begun.
   *
   * @param more fields that it has, with their values
   */
  Expression idle(Map<String, Expression> more) {
    Map<String, Expression> all = new LinkedHashMap<>();
    fields().forEach((name, part) -> all.put(name, atRest(part)));
    all.putAll(more);
    return new Expression.Fields(
        all.entrySet().stream()
            .map(e -> new Expression.FieldValue(e.getKey(), e.getValue()))
            .toList());
  }

  private Expression atRest(StateLayout.Part part) {
    if (part instanceof StateLayout.Part.Place) {
      return place(thread.entry());
    } else if (part instanceof StateLayout.Part.Local l) {
      return atRest(l.name());
    } else if (part instanceof StateLayout.Part.Dependency) {
      return independent();
    }
    return part instanceof StateLayout.Part.Early ? Logic.FALSE : Logic.NULL;
  }

  /** The record's fields and what each may hold. */
  List<FieldType> types(ValueSets sets) {
    List<String> places = stops.all().stream().map(this::at).toList();
    return fields().entrySet().stream()
        .map(
            e ->
                new FieldType(
                    e.getKey(),
                    e.getValue() instanceof StateLayout.Part.Place ? places : List.of(),
                    e.getValue() instanceof StateLayout.Part.Dependency,
                    FieldType.values(e.getValue(), thread, sets)))
        .toList();
  }

  /** What its state is. */
  StateLayout.OfThread layout(Identity agent, Identity section) {
    Map<String, Node> places = new LinkedHashMap<>();
    labels.forEach((stop, label) -> places.put(label, thread.node(stop)));
    return new StateLayout.OfThread(
        instances, agent, section, places, labels.get(thread.entry()), fields());
  }

  /** The field that says that a step has been performed early; empty if it never is. */
  Optional<String> earlyFlag(int node) {
    return Optional.ofNullable(earlyFlags.get(node));
  }

  /** The flags of the RCU sections that may have begun early. */
  List<String> earlySections() {
    return earlySections(Region.RCU::enteredBy);
  }

  /** The flags of the SRCU sections that may have begun early. */
  List<String> earlySections(Section.Srcu section) {
    return earlySections(s -> s instanceof Section.SrcuReadLock l && l.section().equals(section));
  }

  private List<String> earlySections(Predicate<Step> begins) {
    return earlyFlags.entrySet().stream()
        .filter(e -> begins.test(thread.node(e.getKey()).step()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** What a value depends on that depends on nothing. */
  Expression independent() {
    return undependent.orElseThrow();
  }

  Expression atRest(String local) {
    if (dependencies.all().anyMatch(local::equals)) {
      return independent();
    }
    if (thread.context() == Context.PROCESS) {
      return Logic.number(0);
    }
    return thread.locals().get(local) == LocalKind.FLAG ? Logic.FALSE : Logic.NULL;
  }

  Set<String> kept() {
    return live.kept();
  }

  /** Whether it can be seen where it may not leave its CPU. */
  boolean pins() {
    return hold != Hold.NONE;
  }

  /** The fields that are marks in the records of CPUs: members of a crowd have no names. */
  CpuLocals cpus() {
    return cpus;
  }

  /** How it is kept which CPU it holds. */
  Hold hold() {
    return hold;
  }

  /** That an instance holds CPU {@code c}. */
  Expression holds() {
    return hold.by(this);
  }

  /** The labels of the stops at which something holds. */
  List<String> where(Predicate<Node> holds) {
    return stops.where(holds).map(this::at).toList();
  }

  /** The fields that hold a pointer to an object, for as long as the thread will still use it. */
  List<String> pointers() {
    return live.pointers().stream().map(Field::of).toList();
  }

  /** That it only decides what it will do with the pointers that it has; empty if it never does. */
  Optional<Expression> decides() {
    Predicate<Node> decides =
        n -> LiveFields.decides(n) && live.pointers().stream().anyMatch(l -> live(l, n.id()));
    return stops.where(decides).findAny().map(any -> isWhere(decides));
  }
}

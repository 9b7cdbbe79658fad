package quiesce.explanation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import quiesce.lowering.Lowering;
import quiesce.memory.MemoryView;
import quiesce.memory.Reading;
import quiesce.module.Action;
import quiesce.module.StateLayout;
import quiesce.steps.Access;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Site;
import quiesce.steps.Step;
import quiesce.steps.Value;

/** Says what a step does, as kernel developers write it in a changelog. */
final class Wording {
  private static final String NOBODY = "nobody";

  private final Transition t;
  private final int cpu;
  private final Node node;
  private final Optional<MemoryView> memory;
  private final Operands operands;

  Wording(Transition t, int cpu) {
    this(t, cpu, t.action().main(), new Operands(t, cpu, Map.of()));
  }

  private Wording(Transition t, int cpu, Node node, Operands operands) {
    this.t = t;
    this.cpu = cpu;
    this.node = node;
    this.memory = t.view();
    this.operands = operands;
  }

  /** Empty for a step that nobody needs to see. */
  Optional<String> of(Node other) {
    return StepWords.of(other.step(), new Wording(t, cpu, other, Operands.at(t, cpu, other)));
  }

  int cpu() {
    return cpu;
  }

  boolean warns() {
    return t.course().filter(c -> c.warns(node)).isPresent();
  }

  /** What a call site is patched to. */
  String patched(Access.StaticCallUpdate u) {
    String target = value(u.target());
    return u.site().name()
        + " patched to "
        + (target.equals("NULL") ? empty(u.site()) : "call " + target);
  }

  boolean gained(String fault) {
    return t.after().hasFault(fault) && !t.before().hasFault(fault);
  }

  String name(Location l) {
    if (l instanceof Location.ThisCpu) {
      return l.name() + "[CPU " + cpu + "]";
    } else if (l instanceof Location.OfCpu p) {
      return Cpus.changedIndex(t, l)
          .or(() -> operands.known(p.cpu()))
          .map(c -> l.name() + "[" + t.before().individuals().words(c) + "]")
          .orElse(l.name());
    } else if (l instanceof Location.Element e) {
      String index = operands.known(e.index()).or(() -> Cpus.changedIndex(t, l)).orElse("...");
      return l.name() + "[" + index + "]";
    } else if (l instanceof Location.Member m) {
      return value(m.object()) + "->" + l.name();
    }
    return l.name();
  }

  String stored(Access.Store w) {
    Optional<MemoryView.Loaded> there =
        memory.flatMap(m -> operands.place(w.location()).flatMap(m::stored));
    String text =
        there
            .map(Wording::remarked)
            .or(() -> operands.read(t.after(), w.location()))
            .orElse(value(w.value()));
    return name(w.location()) + " = " + text + early();
  }

  String exchanged(Access.Rmw r) {
    Location l = r.location();
    Optional<String> found = t.failsAt(r) ? Optional.empty() : loaded(l);
    if (r.operation().isCalculation()) {
      Optional<String> left = t.failsAt(r) ? Optional.empty() : updated(l);
      return name(l) + " (atomic)" + found.map(v -> " " + v).orElse("") + left.orElse("");
    }
    String operands = r.operation().operands().map(this::value).collect(Collectors.joining(", "));
    return "%s(&%s, %s)%s"
        .formatted(
            r.name().toLowerCase(Locale.ROOT),
            name(l),
            operands,
            found.map(v -> " = " + v).orElse(""));
  }

  /** What an atomic operation has made of a location, if the states show it. */
  private Optional<String> updated(Location l) {
    Optional<MemoryView.Loaded> there = memory.flatMap(m -> operands.place(l).flatMap(m::stored));
    return there
        .map(MemoryView.Loaded::value)
        .or(() -> operands.read(t.after(), l))
        .map(v -> " -> " + v);
  }

  /** A lock, as C names it there. */
  String lock(Step.OfLock l) {
    return l.member().map(this::name).orElse(l.lock());
  }

  /** What a local is after the step. */
  String returned(String local) {
    return t.after()
        .part(t.who(), new StateLayout.Part.Local(local))
        .map(v -> " = " + Reading.text(v))
        .orElse("");
  }

  /** With which value the function is called, if it still holds that. */
  String given(String parameter) {
    return t.after()
        .part(t.who(), new StateLayout.Part.Local(parameter))
        .map(Reading::text)
        .filter(v -> !v.equals("NULL"))
        .map(v -> "(" + parameter + " is " + v + ")")
        .orElse("");
  }

  private Optional<String> loaded(Location l) {
    Optional<MemoryView.Loaded> there = memory.flatMap(m -> operands.place(l).flatMap(m::loaded));
    return there
        .map(Wording::remarked)
        .or(() -> operands.read(t.before(), l))
        .map(text -> text + early());
  }

  /**
   * A load that is forwarded from its own thread's store finds nothing in memory; one of an object
   * that is not there gets nothing.
   */
  Optional<String> loaded(Access.Load l) {
    if (t.failsAt(l)) {
      return Optional.empty();
    }
    return t.action().kind() == Action.Kind.FORWARDED
        ? t.after().local(t.who(), l.local()).map(v -> Reading.text(v) + early())
        : loaded(l.location());
  }

  /** What a load gets from a location, if the states show it. */
  Optional<String> found(Location l) {
    boolean here = l instanceof Location.ThisCpu && cpu < 0;
    // What a view is in the end may be more than what one load has seen.
    boolean views = memory.filter(m -> !m.isOfTheLoad()).isPresent();
    if (here || views || t.action().kind() == Action.Kind.FORWARDED) {
      return Optional.empty();
    }
    return memory
        .flatMap(m -> operands.place(l).flatMap(m::loaded))
        .map(MemoryView.Loaded::value)
        .or(() -> operands.read(t.before(), l));
  }

  private static String remarked(MemoryView.Loaded l) {
    String value = l.value().equals("set") ? "the callback" : l.value();
    return l.remark().isEmpty() ? value : value + "   (" + l.remark() + ")";
  }

  /** That the step is taken before what is above it. */
  private String early() {
    return switch (t.action().kind()) {
      case EARLY -> "   (early: nothing orders it after what comes first)";
      case FORWARDED -> "   (early: it gets what its own thread is about to store)";
      case IN_TURN, LATE -> "";
    };
  }

  String life(Value object) {
    return memory
        .flatMap(
            m -> operands.known(object).map(quiesce.tla.Value.ModelValue::new).flatMap(m::life))
        .map(text -> "   (" + text + ")")
        .orElse("");
  }

  String value(Value v) {
    return operands.known(v).orElse("...");
  }

  String object() {
    return t.after()
        .local(t.who(), Lowering.OBJECT)
        .or(() -> t.before().local(t.who(), Lowering.OBJECT))
        .map(Reading::text)
        .orElse("the object");
  }

  String entered(Access.StaticCall c) {
    Optional<MemoryView.Loaded> loaded =
        memory.flatMap(
            m ->
                m.loaded(
                    new quiesce.tla.Value.ModelValue(
                        t.before()
                            .spec()
                            .layout()
                            .things()
                            .get(c.site().identity())
                            .identifier())));
    String target =
        loaded
            .map(MemoryView.Loaded::value)
            .or(() -> t.before().variable(c.site().identity()).map(Reading::text))
            .orElse("NULL");
    String remark =
        loaded.filter(x -> !x.remark().isEmpty()).map(x -> "   (" + x.remark() + ")").orElse("");
    return entered(c, target) + remark;
  }

  private static String entered(Access.StaticCall c, String target) {
    if (!target.equals("NULL")) {
      return "enters " + target + "->" + c.slot();
    }
    return switch (c.site().empty()) {
      case OOPS -> "calls NULL";
      case NOTHING -> "does nothing";
      case RETURN_0 -> "returns 0";
      case FUNCTION -> "enters its default";
    };
  }

  private static String empty(Site site) {
    return switch (site.empty()) {
      case OOPS, NOTHING -> "NULL";
      case RETURN_0 -> "return 0";
      case FUNCTION -> "its default";
    };
  }

  String awaited() {
    quiesce.tla.Value v = t.after().state().variables().get("awaited");
    if (v instanceof quiesce.tla.Value.FunctionOf f) {
      v = Snapshot.at(f, t.who().id()).orElse(f);
    }
    String sections = sections(v, t.after().spec().layout());
    return sections.equals(NOBODY) ? "nobody to wait for" : "waits for " + sections;
  }

  /** The read-side sections of a set. */
  static String sections(quiesce.tla.Value set, StateLayout layout) {
    return set instanceof quiesce.tla.Value.SetOf s && !s.elements().isEmpty()
        ? s.elements().stream().map(e -> section(e, layout)).collect(Collectors.joining(", "))
        : NOBODY;
  }

  private static String section(quiesce.tla.Value v, StateLayout layout) {
    if (v instanceof quiesce.tla.Value.Seq q) {
      StateLayout.Sections whose = layout.sections().get(Reading.text(q.elements().get(0)));
      String thread = whose.function() + "()" + whose.srcu().map(s -> " in " + s).orElse("");
      return q.elements().size() > 1
          ? thread + " on " + section(q.elements().get(1), layout)
          : thread;
    }
    return layout.individuals().words(Reading.text(v));
  }

  /** What a callback returned, where the path taken after it shows that. */
  Optional<String> returned() {
    Action.Outcome o = t.course().orElseThrow().outcome();
    int i = o.nodes().indexOf(node);
    if (i < 0 || i + 1 >= o.nodes().size()) {
      return Optional.empty();
    }
    Node branch = o.nodes().get(i + 1);
    if (!(branch.step() instanceof Local.Branch b)
        || !(node.step() instanceof Access.ReturnAny r)) {
      return Optional.empty();
    }
    boolean about = r.local().isPresent() && b.reads().anyMatch(r.local().get()::equals);
    int next = i + 2 < o.nodes().size() ? o.nodes().get(i + 2).id() : o.target();
    if (!about || branch.next().get(0).equals(branch.next().get(1))) {
      return Optional.empty();
    }
    boolean holds = branch.next().get(0) == next;
    if (b.condition() instanceof Value.Not n) {
      return truth(n.operand(), !holds);
    }
    return truth(b.condition(), holds);
  }

  private static Optional<String> truth(Value condition, boolean holds) {
    if (condition instanceof Value.Local) {
      return Optional.of(holds ? "true" : "false");
    } else if (condition instanceof Value.NonZero) {
      return Optional.of(holds ? "non-zero" : "0");
    } else if (condition instanceof Value.Equal e && e.right() instanceof Value.Number n) {
      return Optional.of(holds ? Integer.toString(n.value()) : "something else than " + n.value());
    }
    return Optional.empty();
  }
}

package quiesce.module;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import quiesce.analysis.Guard;
import quiesce.steps.Access;
import quiesce.steps.LateStore;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Origin;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;
import quiesce.text.Wrap;
import quiesce.tla.Expression;
import quiesce.tla.Logic;
import quiesce.tla.Printer;
import quiesce.tla.Simplification;
import quiesce.tla.Way;

/** The actions of every thread. */
final class ThreadWriter {
  /** The columns of a line after the sign of a comment. */
  private static final int COMMENT_WIDTH = Printer.WIDTH - 3;

  private static final Expression RUNNING = Logic.name("Running");

  private final Shape shape;
  private final Scheduling scheduling;
  private final List<String> variables;
  private final Simplification definitions;
  private final Optional<Moves> moves;
  private final List<Action> actions = new ArrayList<>();

  /**
   * @param definitions that the memory model offers
   */
  ThreadWriter(Shape shape, Simplification definitions) {
    this.shape = shape;
    this.definitions = definitions;
    this.scheduling = new Scheduling(shape);
    this.variables = shape.variables();
    this.moves = shape.crowds().map(Moves::new);
  }

  List<ModuleModel.ThreadModel> all() {
    List<ModuleModel.ThreadModel> threads = new ArrayList<>();
    for (ThreadView v : shape.threads()) {
      threads.add(thread(v));
    }
    return threads;
  }

  /** Those that have been written. */
  List<Action> actions() {
    return actions;
  }

  /**
   * When a thread may take a step.
   *
   * @param call of what is defined as the conditions; empty where nothing prevents it
   * @param conditions empty where the call needs no definition
   */
  public record Gate(Optional<Expression> call, List<Expression> conditions) {}

  private ModuleModel.ThreadModel thread(ThreadView v) {
    List<String> texts = new ArrayList<>();
    List<String> begins = new ArrayList<>();
    List<String> goesOn = new ArrayList<>();
    Parameters parameters = new Parameters(shape, v);
    Gate mayBegin = gate(v, scheduling.beginGate(v), beginWord(v));
    Gate mayStep = gate(v, scheduling.goGate(v), "_MayStep");
    for (int stop : v.stops.all()) {
      Node first = v.thread.node(stop);
      if (isFinal(first)) {
        continue;
      }
      Node main = v.stops.main(stop);
      ActionBuilder builder = new ActionBuilder(shape);
      boolean isBegin = !v.stops.begun(stop);
      Gate gate = stop == v.thread.entry() ? mayBegin : mayStep;
      Way body = builder.body(v, stop, gate.call());
      String name = actionName(main.origin(), Words.deed(main.step()));
      (isBegin && !isDue(first) ? begins : goesOn).add(name + Parameters.list(parameters.given()));
      Action action =
          new Action(
              name,
              Action.Kind.IN_TURN,
              v.thread.key(),
              v.label(stop),
              isBegin,
              main,
              builder.outcomes());
      texts.add(write(v, action, comment(first, builder.outcomes(), main), body));
    }
    for (int step : v.early.steps()) {
      Node node = v.thread.node(step);
      String flag = v.earlyFlag(step).orElseThrow();
      Map<Integer, Guard> from = v.earlyPlaces.of(step);
      if (!from.isEmpty()) {
        ActionBuilder builder = new ActionBuilder(shape);
        Way body = builder.early(v, step, flag, from, mayStep.call());
        goesOn.add(add(EARLY, node, v, builder, body, texts));
      }
      for (int source : v.early.sources(step)) {
        Map<Integer, Guard> gets = v.earlyPlaces.forwarded(step, source);
        if (!gets.isEmpty()) {
          ActionBuilder builder = new ActionBuilder(shape);
          Way body = builder.forwarded(v, step, source, flag, gets, mayStep.call());
          goesOn.add(add(FORWARDED, node, v, builder, body, texts));
        }
      }
    }
    for (LateStore late : v.thread.lateStores()) {
      ActionBuilder builder = new ActionBuilder(shape);
      Way body = builder.lateStore(v, late, mayStep.call());
      Node node = builder.outcomes().get(0).nodes().get(0);
      goesOn.add(add(LATE, node, v, builder, body, texts));
    }
    List<Waiting> waits = new Waits(shape, scheduling).of(v);
    return new ModuleModel.ThreadModel(
        v.variable,
        title(v),
        texts,
        begins,
        goesOn,
        moves(v),
        mayBegin.equals(mayStep) ? List.of(mayStep) : List.of(mayBegin, mayStep),
        Parameters.list(parameters.all()),
        parameters.all(),
        Parameters.list(parameters.given()),
        parameters.given(),
        fairness(v, waits),
        active(v),
        waits,
        v.me(),
        v.idle(more(v)),
        v.indexSet,
        types(v),
        begun(v),
        Crowds.isQuiet(shape, v));
  }

  /** How a step is performed that does not come in its turn. */
  private record OutOfTurn(Action.Kind kind, String suffix, String comment) {}

  private static final OutOfTurn EARLY =
      new OutOfTurn(Action.Kind.EARLY, "_Early", "early: nothing orders it after what comes first");
  private static final OutOfTurn FORWARDED =
      new OutOfTurn(Action.Kind.FORWARDED, "_Forwarded", "early: gets what its own thread stores");
  private static final OutOfTurn LATE =
      new OutOfTurn(Action.Kind.LATE, "", "at last: the compiler has put it off");

  private String add(
      OutOfTurn how, Node node, ThreadView v, ActionBuilder builder, Way body, List<String> texts) {
    String deed = how == LATE ? "LateStore" : Words.deed(node.step()) + how.suffix();
    String name = actionName(node.origin(), deed);
    Action action =
        new Action(name, how.kind(), v.thread.key(), "", false, node, builder.outcomes());
    List<String> comment = List.of(cLine(node.origin(), how.comment()));
    texts.add(write(v, action, wrapped(comment), body));
    return name + Parameters.list(new Parameters(shape, v).given());
  }

  /** What the template of an action writes. */
  public record Text(List<String> comment, String head, Way way) {}

  private String write(ThreadView v, Action action, List<String> comment, Way body) {
    Typesetter out = new Typesetter();
    Way simple = body.map(definitions::apply);
    Way way = moves.map(m -> m.of(simple)).orElse(simple).completed(variables);
    Parameters parameters = new Parameters(shape, v);
    String head = action.name() + Parameters.list(parameters.given());
    Text text = new Text(comment, head, parameters.choosing(way));
    String written =
        shape.templates().render("tla/action.ftl", Map.of("action", text, "out", out)).strip();
    actions.add(action.ending(out::end));
    return written;
  }

  private String beginWord(ThreadView v) {
    if (scheduling.beginGate(v).equals(scheduling.goGate(v))) {
      return "_MayStep";
    }
    return v.thread.context().isHandler() ? "_MayStrike" : "_MayStart";
  }

  /** What must hold for a step of the thread, as a definition. */
  private Gate gate(ThreadView v, List<Expression> conditions, String word) {
    List<Expression> all = new ArrayList<>();
    if (shape.oopses()) {
      all.add(RUNNING);
    }
    all.addAll(conditions);
    if (all.isEmpty() || all.equals(List.of(RUNNING))) {
      return new Gate(all.stream().findFirst(), List.of());
    }
    Set<String> used = all.stream().flatMap(c -> c.names().stream()).collect(Collectors.toSet());
    List<Expression> parameters =
        new Parameters(shape, v)
            .all().stream()
                .map(ModuleModel.Over::variable)
                .filter(used::contains)
                .map(Logic::name)
                .toList();
    return new Gate(Optional.of(Logic.call(v.variable + word, parameters)), all);
  }

  /**
   * The function and what it does there; with its caller, or a number, where that is not enough.
   */
  private String actionName(Origin origin, String deed) {
    String plain = origin.function() + "_" + deed;
    List<String> wishes = new ArrayList<>(List.of(plain));
    origin.callers().stream().findFirst().ifPresent(c -> wishes.add(c + "_" + plain));
    return shape.names().firstFree(wishes);
  }

  /** One assumption for each instance of the thread; on which CPU it continues does not matter. */
  private Fairness fairness(ThreadView v, List<Waiting> waits) {
    Parameters parameters = new Parameters(shape, v);
    return new Fairness(
        scheduling.heldUp(v),
        waits.stream().anyMatch(Waiting::keepsTurn),
        parameters.instances(),
        parameters.cpus());
  }

  /**
   * Whether its record shows a step of the thread's own: it has begun, and it is somewhere else
   * afterwards. Not so where a step leaves it where it is.
   */
  private boolean moves(ThreadView v) {
    return v.early.steps().isEmpty()
        && v.thread.lateStores().isEmpty()
        && actions.stream()
            .filter(a -> a.thread().equals(v.thread.key()))
            .filter(a -> !a.begins() || isDue(v.thread.node(v.thread.entry())))
            .allMatch(a -> a.outcomes().stream().noneMatch(o -> o.to().equals(a.stop())));
  }

  /** Whether the thread does nothing any more from here. */
  private static boolean isFinal(Node n) {
    return n.step() instanceof Section.Registered && n.next().get(0) < 0
        || n.step() instanceof Local.Halt;
  }

  /**
   * That something obliges the thread to continue: not so at its beginning, where it is registered,
   * and where it stays for ever.
   */
  private static Expression active(ThreadView v) {
    return v.isAtNone(
        stop -> {
          Node n = v.thread.node(stop);
          return !v.stops.begun(stop) && !isDue(n) || isFinal(n);
        });
  }

  private static Optional<Expression> begun(ThreadView v) {
    return Optional.of(v.thread.node(v.thread.entry()).step())
        .filter(Section.Begin::isDue)
        .map(s -> v.isAtNone(stop -> !v.stops.begun(stop)));
  }

  /** Whether a run begins here that somebody has asked for: it begins in time. */
  private static boolean isDue(Node n) {
    return n.step() instanceof Wait.Run r && r.isAskedFor() || Section.Begin.isDue(n.step());
  }

  /** What its record has beside what it does: who waits for it, and what it knows of memory. */
  private Map<String, Expression> more(ThreadView v) {
    Map<String, Expression> all = new LinkedHashMap<>(shape.awaiting().fields(v));
    all.putAll(shape.agents().fields(v));
    return all;
  }

  private List<FieldType> types(ThreadView v) {
    List<FieldType> all = new ArrayList<>(shape.valueSets().map(v::types).orElse(List.of()));
    ValueSet awaited = shape.awaiting().values();
    shape
        .awaiting()
        .fields(v)
        .keySet()
        .forEach(f -> all.add(new FieldType(f, List.of(), false, awaited)));
    ValueSet knowledge = ValueSet.of(ValueSet.Kind.KNOWLEDGE);
    shape
        .agents()
        .fields(v)
        .keySet()
        .forEach(f -> all.add(new FieldType(f, List.of(), false, knowledge)));
    return all;
  }

  private static String title(ThreadView v) {
    return switch (v.thread.context()) {
      case PROVIDER ->
          "The provider: initialises an object, registers it, unregisters it, tears it down, and"
              + " again with the next one.";
      case NMI -> v.thread.name() + "(): an NMI handler, and as such one read-side section.";
      case IRQ -> v.thread.name() + "(): an interrupt handler, and as such one read-side section.";
      case SOFTIRQ -> v.thread.name() + "(): a softirq handler, and as such one read-side section.";
      case PROCESS -> "Process " + v.thread.name().substring(1) + ".";
      case TASK ->
          v.thread.pinsProvider()
              ? v.thread.name() + "(): a task that runs only while the callbacks are registered."
              : v.thread.name() + "(): a task.";
    };
  }

  /** The C lines that the action stands for. */
  private List<String> comment(Node first, List<Action.Outcome> outcomes, Node main) {
    SortedMap<Integer, String> lines = new TreeMap<>();
    if (main.origin().isHarness()) {
      lines.put(0, harness(main.step()));
    }
    outcomes.stream()
        .flatMap(o -> o.nodes().stream())
        .filter(n -> !n.origin().isHarness())
        .filter(n -> !isMarker(n.step()) || n == first && main == first)
        .forEach(
            n ->
                lines.merge(
                    n.origin().place().line(),
                    cLine(n.origin(), note(n, main)),
                    (a, b) -> a.length() > b.length() ? a : b));
    return wrapped(lines.values());
  }

  /** Lines of C as long as a comment may be; what continues one begins where its C does. */
  private static List<String> wrapped(Collection<String> lines) {
    return lines.stream()
        .flatMap(l -> Wrap.lines(l, COMMENT_WIDTH, " ".repeat(l.indexOf("   ") + 3)).stream())
        .flatMap(l -> cut(l).stream())
        .toList();
  }

  /** A word of any length, in pieces. */
  private static List<String> cut(String line) {
    return IntStream.iterate(0, i -> i == 0 || i < line.length(), i -> i + COMMENT_WIDTH)
        .mapToObj(i -> line.substring(i, Math.min(line.length(), i + COMMENT_WIDTH)))
        .toList();
  }

  private static boolean isMarker(Step s) {
    return s instanceof Section.Begin
        || s instanceof Wait.Run
        || s instanceof Section.End
        || s instanceof Local.Reached;
  }

  private static String note(Node n, Node main) {
    if (n != main) {
      return "";
    }
    if (Access.Load.Kind.RELOAD.is(n.step())) {
      return "the compiler loads it again";
    } else if (Access.Store.Kind.LATE_PLAIN_STORE.is(n.step())) {
      return "delayed until here";
    } else if (n.step() instanceof Wait.GracePeriodEnds) {
      return "returns";
    } else if (n.step() instanceof Access.ReturnAny || n.step() instanceof Access.ReturnFromSlot) {
      return "the callback returns";
    }
    return "";
  }

  private static String harness(Step s) {
    if (s instanceof Access.Initialise) {
      return "The provider initialises its next object.";
    } else if (s instanceof Access.TearDown) {
      return "Unregistered: the object and the module's text are freed.";
    } else if (s instanceof Section.Registered) {
      return "Registered; unregistering may begin.";
    }
    return "The provider continues.";
  }

  private String cLine(Origin o, String note) {
    String file = shape.model().file().name();
    String base = file.substring(file.replace('\\', '/').lastIndexOf('/') + 1);
    String line = Comments.safe(base + ":" + o.place().line() + "   " + o.text());
    return note.isEmpty() ? line : line + "   (" + note + ")";
  }
}

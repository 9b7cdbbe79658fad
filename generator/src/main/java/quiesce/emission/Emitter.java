package quiesce.emission;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import quiesce.property.Property;
import quiesce.steps.Access;
import quiesce.steps.LateStore;
import quiesce.steps.Node;
import quiesce.steps.Origin;
import quiesce.steps.Program;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/** From steps to a specification. */
public final class Emitter {
  private static final int COMMENT_WIDTH = 71;

  private final Shape shape;
  private final Scheduling scheduling;
  private final Templates templates;
  private final String name;
  private final List<Action> actions = new ArrayList<>();

  private Emitter(Program program, Options options) {
    this.shape = new Shape(program, options);
    this.scheduling = new Scheduling(shape);
    this.templates = new Templates(options.templates());
    this.name = moduleName(program.name());
  }

  /**
   * @throws TemplateFailure when a template is missing or broken
   */
  public static Specification emit(Program program, Options options) {
    return new Emitter(program, options).emit();
  }

  private Specification emit() {
    List<ModuleModel.ThreadModel> threads = new ArrayList<>();
    for (ThreadView v : shape.threads()) {
      threads.add(thread(v));
    }
    ModuleModel model = new ModuleModel(shape, name, threads);
    Map<String, Object> data = Map.of("spec", model, "layout", new LayoutModel(COMMENT_WIDTH));
    Map<Property, String> reasons = new EnumMap<>(Property.class);
    for (Property p : Property.values()) {
      shape.applicability().reason(p).ifPresent(r -> reasons.put(p, r));
    }
    return new Specification(
        name,
        tidy(templates.render("tla/module.ftl", data)),
        tidy(templates.render("tla/safety.cfg.ftl", data)),
        model.getLiveness().isEmpty()
            ? Optional.empty()
            : Optional.of(tidy(templates.render("tla/liveness.cfg.ftl", data))),
        actions,
        shape.identifiers(),
        reasons,
        shape.program(),
        shape.options());
  }

  /**
   * When a thread may take a step.
   *
   * @param call empty where nothing stands against it
   * @param conditions empty where the call needs no definition
   */
  public record Gate(String call, List<String> conditions) {}

  private static String tidy(String text) {
    return text.replaceAll("[ \t]+(?=\n)", "").replaceAll("\n{3,}", "\n\n").strip() + "\n";
  }

  private static final Set<String> STANDARD_MODULES =
      Set.of(
          "TLC",
          "Naturals",
          "Integers",
          "Reals",
          "Sequences",
          "FiniteSets",
          "Bags",
          "Json",
          "Randomization",
          "Toolbox");

  /** {@code rcu-wait-first} becomes {@code RcuWaitFirst}. */
  static String moduleName(String strategy) {
    StringBuilder camel = new StringBuilder();
    for (String part : strategy.split("[^A-Za-z0-9]+")) {
      if (!part.isEmpty()) {
        camel.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
      }
    }
    String joined = camel.toString();
    boolean fit =
        !joined.isEmpty()
            && Character.isLetter(joined.charAt(0))
            && !STANDARD_MODULES.contains(joined);
    return fit ? joined : "Strategy" + joined;
  }

  private ModuleModel.ThreadModel thread(ThreadView v) {
    List<ModuleModel.ActionModel> models = new ArrayList<>();
    List<String> begins = new ArrayList<>();
    List<String> goesOn = new ArrayList<>();
    String parameters = parameters(v);
    Gate mayBegin = gate(v, scheduling.beginGate(v), beginWord(v));
    Gate mayStep = gate(v, scheduling.goGate(v), "_MayStep");
    for (int stop : v.stops.all()) {
      Node first = v.thread.node(stop);
      if (first.step() instanceof Wait.Registered && first.next().get(0) < 0) {
        continue;
      }
      Node main = ActionWriter.mainStep(v, stop);
      ActionWriter writer = new ActionWriter(shape, templates);
      boolean isBegin = stop == v.thread.entry();
      String body = writer.body(v, stop, (isBegin ? mayBegin : mayStep).call());
      String action = actionName(main.origin(), Words.deed(main.step()));
      (isBegin ? begins : goesOn).add(action + parameters);
      actions.add(
          new Action(
              action, v.thread.name(), v.label(stop, false), isBegin, main, writer.outcomes()));
      models.add(
          new ModuleModel.ActionModel(
              comment(first, writer.outcomes(), main), action + parameters, body));
    }
    for (LateStore late : v.thread.lateStores()) {
      ActionWriter writer = new ActionWriter(shape, templates);
      String body = writer.lateStore(v, late, mayStep.call());
      Node node = writer.outcomes().get(0).nodes().get(0);
      String action = actionName(late.origin(), "LateStore");
      goesOn.add(action + parameters);
      actions.add(new Action(action, v.thread.name(), "", false, node, writer.outcomes()));
      models.add(
          new ModuleModel.ActionModel(
              List.of(cLine(late.origin(), "at last: the compiler has put it off")),
              action + parameters,
              body));
    }
    return new ModuleModel.ThreadModel(
        v.variable,
        title(v),
        models,
        begins,
        goesOn,
        mayBegin.equals(mayStep) ? List.of(mayStep) : List.of(mayBegin, mayStep),
        parameters,
        quantifier(v),
        fairness(v),
        v.idle().entrySet().stream().map(e -> e.getKey() + " |-> " + e.getValue()).toList());
  }

  private String beginWord(ThreadView v) {
    if (scheduling.beginGate(v).equals(scheduling.goGate(v))) {
      return "_MayStep";
    }
    return v.thread.context().isHandler() ? "_MayStrike" : "_MayStart";
  }

  /** What must hold for a step of the thread, as a definition. */
  private Gate gate(ThreadView v, List<String> conditions, String word) {
    List<String> all = new ArrayList<>();
    if (shape.oopses()) {
      all.add("Running");
    }
    all.addAll(conditions);
    if (all.size() == 1 && all.get(0).equals("Running")) {
      return new Gate("Running", List.of());
    }
    return new Gate(all.isEmpty() ? "" : v.variable + word + parameters(v), all);
  }

  /**
   * The function and what it does there; with its caller, or a number, where that is not enough.
   */
  private String actionName(Origin origin, String deed) {
    String plain = origin.function() + "_" + deed;
    if (!shape.names().isTaken(plain)) {
      return shape.names().fresh(plain);
    }
    if (!origin.callers().isEmpty()) {
      String longer = origin.callers().get(0) + "_" + plain;
      if (!shape.names().isTaken(longer)) {
        return shape.names().fresh(longer);
      }
    }
    return shape.names().numbered(plain);
  }

  /** One assumption for each instance of the thread; on which CPU it goes on does not matter. */
  private String fairness(ThreadView v) {
    String action = v.variable + "_GoesOn" + parameters(v);
    String step = v.placed ? "\\E c \\in CPUs : " + action : action;
    String fair = (scheduling.heldUp(v) ? "SF" : "WF") + "_vars(" + step + ")";
    return v.indexed() ? "\\A " + v.index + " \\in " + v.indexSet + " : " + fair : fair;
  }

  /** Which instances of a thread there are, and on which CPUs they may run. */
  private static String quantifier(ThreadView v) {
    List<String> all = new ArrayList<>();
    if (v.indexed()) {
      all.add(v.index + " \\in " + v.indexSet);
    }
    if (v.placed) {
      all.add("c \\in CPUs");
    }
    return String.join(", ", all);
  }

  private static String parameters(ThreadView v) {
    List<String> all = new ArrayList<>();
    if (v.indexed()) {
      all.add(v.index);
    }
    if (v.placed) {
      all.add("c");
    }
    return all.isEmpty() ? "" : "(" + String.join(", ", all) + ")";
  }

  private static String title(ThreadView v) {
    return switch (v.thread.context()) {
      case PROVIDER ->
          "The provider: initialises an object, registers it, unregisters it, tears it down, and"
              + " again with the next one.";
      case NMI -> v.thread.name() + "(): an NMI handler, and as such one read-side section.";
      case IRQ -> v.thread.name() + "(): an interrupt handler, and as such one read-side section.";
      case SOFTIRQ -> v.thread.name() + "(): a softirq handler, and as such one read-side section.";
      case PROCESS -> v.thread.name() + ".";
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
    return List.copyOf(lines.values());
  }

  private static boolean isMarker(Step s) {
    return s instanceof quiesce.steps.Section.Begin || s instanceof quiesce.steps.Section.End;
  }

  private static String note(Node n, Node main) {
    if (n != main) {
      return "";
    }
    if (n.step() instanceof Access.Reload) {
      return "the compiler loads it again";
    } else if (n.step() instanceof Access.LatePlainStore) {
      return "put off until here";
    } else if (n.step() instanceof Wait.SynchronizeRcuEnd) {
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
      return "Unregistered: memory and text of the object go away.";
    } else if (s instanceof Wait.Registered) {
      return "Registered; unregistering may begin.";
    }
    return "The provider goes on.";
  }

  private String cLine(Origin o, String note) {
    String file = shape.program().strategy().file().name();
    String base = file.substring(file.replace('\\', '/').lastIndexOf('/') + 1);
    String line = Comments.safe(base + ":" + o.place().line() + "   " + o.text());
    return note.isEmpty() ? line : line + "   (" + note + ")";
  }
}

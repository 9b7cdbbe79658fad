package quiesce.lkmm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.export.Inexpressible;
import quiesce.export.License;
import quiesce.lowering.Lowering;
import quiesce.property.Property;
import quiesce.source.Diagnostic;
import quiesce.steps.KernelThread;
import quiesce.steps.Origin;
import quiesce.steps.Program;
import quiesce.steps.Value;
import quiesce.template.Templates;

/**
 * Writes a program as litmus tests of the Linux kernel memory model, one for each safety property,
 * from its steps alone. Each asks for a run that violates the property.
 */
public record Export(Program program, Optional<License> license) {
  private static final int MOST_PROCESSES = 8;

  /** What there is of a property. */
  public sealed interface Answer {}

  /**
   * A test.
   *
   * @param faults what the registers hold in the end if it is violated, in one way or another
   * @param initial what variables hold in the beginning but 0
   */
  public record Test(
      Property property, List<Process> processes, List<String> faults, List<String> initial)
      implements Answer {
    public Test {
      processes = List.copyOf(processes);
      faults = List.copyOf(faults);
      initial = List.copyOf(initial);
    }
  }

  /** The strategy cannot violate it. */
  public record NotApplicable(String reason) implements Answer {}

  /**
   * There is no test.
   *
   * @param what has no form, as the subject of a sentence
   */
  public record None(String what, Optional<Origin> where) implements Answer {
    /** Why, with the line of C if it is one. */
    public String reason() {
      return where.map(w -> "line " + w.place().line() + ": ").orElse("")
          + what
          + " has no form in a litmus test";
    }
  }

  /** What there is of each safety property, in their order. */
  public Map<Property, Answer> answers() {
    Cast cast = Cast.of(program);
    Map<Property, Answer> all = new EnumMap<>(Property.class);
    for (Property p : Property.values()) {
      if (!p.liveness()) {
        all.put(
            p,
            cast.properties().applies(p)
                ? answer(cast, p)
                : new NotApplicable(cast.properties().reason(p).orElse("")));
      }
    }
    return all;
  }

  private Answer answer(Cast cast, Property p) {
    Optional<Question> question =
        Arrays.stream(Question.values()).filter(q -> q.property() == p).findFirst();
    if (question.isEmpty()) {
      return new None(
          switch (p) {
            case CONSISTENT_SNAPSHOT -> "a second registration";
            case SINGLE_PROVIDER -> "what is so at one moment, for all processes,";
            case NO_DEADLOCK, UNREGISTER_COMPLETES, READERS_COMPLETE ->
                "a process that waits for ever";
            case NO_NULL_DEREFERENCE,
                NO_USE_BEFORE_INIT,
                NO_DEREFERENCE_AFTER_TEARDOWN,
                READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD,
                PRIOR_READERS_COMPLETE,
                NO_WARNING ->
                throw new IllegalStateException(p + " has a question");
          },
          Optional.empty());
    }
    return test(cast, question.get());
  }

  private Answer test(Cast cast, Question question) {
    Names names = new Names();
    AnyValues any = new AnyValues(program.numbers());
    List<Process> processes = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    Optional<String> loop = loop();
    if (loop.isPresent()) {
      return new None("a loop", loopOrigin());
    }
    for (Cast.Role role : cast.roles()) {
      Scribe scribe = new Scribe(cast, role, question, names, any);
      try {
        processes.add(scribe.process());
      } catch (Inexpressible e) {
        return new None(
            e.getMessage(),
            Optional.of(
                scribe.here().origin().isHarness()
                    ? role.thread().origin()
                    : scribe.here().origin()));
      }
      faults.addAll(scribe.registers().faults());
    }
    any.process().forEach(processes::add);
    if (processes.size() > MOST_PROCESSES) {
      return new None("more than %d processes".formatted(MOST_PROCESSES), Optional.empty());
    } else if (faults.isEmpty()) {
      return new None("what no thread does", Optional.empty());
    }
    List<String> initial = new ArrayList<>(any.initial());
    try {
      for (Program.Shared v : program.shared()) {
        Value first = v.initial().get(0);
        String value = new Terms(l -> l).of(first);
        if (!value.equals("0")) {
          initial.add("%s=%s".formatted(names.variable(v.name()), value));
        }
      }
    } catch (Inexpressible e) {
      return new None(e.getMessage(), Optional.empty());
    }
    return new Test(question.property(), processes, faults, initial);
  }

  private Optional<String> loop() {
    return program.threads().stream()
        .filter(t -> !t.loops().isEmpty())
        .map(KernelThread::name)
        .findFirst();
  }

  private Optional<Origin> loopOrigin() {
    return program.threads().stream()
        .flatMap(t -> t.loops().stream().mapToObj(id -> t.node(id).origin()))
        .filter(o -> !o.isHarness())
        .findFirst();
  }

  /** The name of a test: its file is called so, too. */
  public String name(Property p) {
    return Names.ofTest(program.name()) + "-" + p.title();
  }

  /**
   * The text of a test.
   *
   * @param violated whether the strategy violates the property
   */
  public String text(Test test, boolean violated) {
    return new Templates(Optional.empty())
            .render(
                "litmus/test.litmus.ftl",
                Map.of(
                    "license", license.map(License::expression).orElse(""),
                    "name", name(test.property()),
                    "strategy", Names.comment(program.name()),
                    "file", Names.comment(program.file().name()),
                    "title", test.property().title(),
                    "meaning", test.property().meaning(),
                    "result", result(violated),
                    "initial", test.initial(),
                    "processes", test.processes(),
                    "condition", String.join(" \\/\n\t", parenthesised(test.faults()))))
            .replaceAll("\n{3,}", "\n\n")
            .strip()
        + "\n";
  }

  /** What herd7 is to say of a test. */
  public static String result(boolean violated) {
    return violated ? "Sometimes" : "Never";
  }

  private static List<String> parenthesised(List<String> faults) {
    return faults.stream()
        .map(f -> f.contains("/\\") && faults.size() > 1 ? "(" + f + ")" : f)
        .toList();
  }

  /** That no property has a test, and why, at the first place that says so. */
  public Diagnostic refusal(Map<Property, Answer> answers) {
    Stream<None> all =
        answers.values().stream().filter(None.class::isInstance).map(None.class::cast);
    List<None> none = all.toList();
    None first =
        none.stream()
            .filter(n -> n.where().isPresent())
            .findFirst()
            .orElseGet(
                () ->
                    none.stream()
                        .findFirst()
                        .orElse(new None("what cannot be violated", Optional.empty())));
    return new Diagnostic(
        program.file(),
        first.where().orElse(program.provider().origin()).place(),
        first.what() + " has no form in a litmus test, so that none can be written",
        "write a model for Spin, as in --to promela --out FILE");
  }

  /** The program that tests are made from: with what the compiler may do. */
  static Program lowered(quiesce.source.Strategy strategy) {
    return Lowering.lower(strategy, true);
  }
}

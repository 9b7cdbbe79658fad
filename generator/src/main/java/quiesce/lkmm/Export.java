package quiesce.lkmm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.export.Inexpressible;
import quiesce.export.License;
import quiesce.property.Property;
import quiesce.source.Diagnostic;
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
   * @param reason as a sentence without a full stop
   * @param where the line of C, if it is one
   */
  public record None(String reason, Optional<Origin> where) implements Answer {
    static None because(String reason) {
      return new None(reason, Optional.empty());
    }

    static None of(Inexpressible e, Origin where) {
      return new None(e.getMessage() + " has no form in a litmus test", Optional.of(where));
    }

    /** The reason, and the line of C if it is one. */
    public String told() {
      return where.map(w -> "line " + w.place().line() + ": ").orElse("") + reason;
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
      return None.because(
          switch (p) {
            case CONSISTENT_SNAPSHOT -> "it takes two registrations, and a litmus test has one";
            case SINGLE_PROVIDER ->
                "it is about what is so at one moment, and a litmus test is asked at its end";
            case NO_DEADLOCK, UNREGISTER_COMPLETES, READERS_COMPLETE ->
                "a run in which somebody waits for ever is none of a litmus test";
            case NO_NULL_DEREFERENCE,
                NO_USE_BEFORE_INIT,
                NO_DEREFERENCE_AFTER_TEARDOWN,
                READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD,
                PRIOR_READERS_COMPLETE,
                NO_WARNING ->
                throw new IllegalStateException(p + " has a question");
          });
    }
    return test(cast, question.get());
  }

  private Answer test(Cast cast, Question question) {
    Names names = new Names();
    AnyValues any = new AnyValues(program.numbers());
    List<Process> processes = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    Optional<Origin> loop = loop();
    if (loop.isPresent()) {
      return None.of(new Inexpressible("a loop"), loop.get());
    }
    for (Cast.Role role : cast.roles()) {
      Scribe scribe = new Scribe(cast, role, question, names, any);
      try {
        processes.add(scribe.process());
      } catch (Inexpressible e) {
        Origin here = scribe.here().origin();
        return None.of(e, here.isHarness() ? role.thread().origin() : here);
      }
      faults.addAll(scribe.registers().faults());
    }
    any.process().forEach(processes::add);
    if (processes.size() > MOST_PROCESSES) {
      return None.because("it takes more than %d processes".formatted(MOST_PROCESSES));
    } else if (faults.isEmpty()) {
      return None.because(
          question == Question.NULL
              ? "each pointer is tested before it is used, whatever the memory model"
              : "no process does what could violate it");
    }
    List<String> initial = new ArrayList<>(any.initial());
    try {
      for (Program.Shared v : program.shared()) {
        Value first = v.initial().get(0);
        String value = new Terms(l -> l, names::ofFile).of(first);
        if (!value.equals("0")) {
          initial.add("%s=%s".formatted(names.variable(v.name()), value));
        }
      }
    } catch (Inexpressible e) {
      return None.of(e, program.provider().origin());
    }
    if (question.asksLife()) {
      names.ofFile().forEach(f -> initial.add("%s=%d".formatted(f, Uses.LIVE)));
    }
    return new Test(question.property(), processes, faults, initial);
  }

  private Optional<Origin> loop() {
    return program.threads().stream()
        .flatMap(t -> t.loops().stream().mapToObj(id -> t.node(id).origin()))
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
    List<None> all =
        answers.values().stream().filter(None.class::isInstance).map(None.class::cast).toList();
    None first =
        all.stream()
            .filter(n -> n.where().isPresent())
            .findFirst()
            .or(() -> all.stream().findFirst())
            .orElseGet(() -> None.because("no safety property applies"));
    return new Diagnostic(
        program.file(),
        first.where().orElse(program.provider().origin()).place(),
        first.reason() + "; no other property has a test either",
        "write a model for Spin, as in --to promela --out FILE");
  }
}

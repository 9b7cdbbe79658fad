package quiesce.promela;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.property.Property;
import quiesce.steps.Program;
import quiesce.steps.Step;
import quiesce.steps.Value;

/** The variables that all processes share, and what they hold in the beginning. */
record Declarations(World world) {
  /**
   * A variable.
   *
   * @param text its declaration
   * @param comment what it is; empty where its name says so
   */
  public record Variable(String text, String comment) {}

  private Spelling names() {
    return world.names();
  }

  /** What the strategy declares. */
  List<Variable> ofStrategy() {
    List<Variable> all = new ArrayList<>();
    for (Program.Shared v : world.program().shared()) {
      String size = v.isGlobal() ? "" : "[%d]".formatted(size(v));
      all.add(
          new Variable(
              "int " + names().variable(v.name()) + size, Spelling.comment(v.declaration())));
    }
    for (Program.Member m : world.program().members()) {
      all.add(
          new Variable(
              "int %s[OBJECTS + 1] = UNWRITTEN".formatted(names().member(m.name())),
              Spelling.comment(m.declaration())));
    }
    Set<String> parts =
        world.program().threads().stream()
            .flatMap(t -> t.nodes().stream())
            .flatMap(
                n -> n.step() instanceof Step.OfDeferred d ? d.parts() : Stream.<String>empty())
            .collect(Collectors.toSet());
    for (String lock : world.program().locks()) {
      String size = world.ofObjects().contains(lock) ? "[OBJECTS + 1]" : "";
      all.add(
          new Variable(
              "int " + names().lock(lock) + size,
              Spelling.comment((parts.contains(lock) ? "" : "lock ") + lock)));
    }
    for (quiesce.steps.Site s : world.program().sites()) {
      all.add(
          new Variable(
              "int " + names().site(s.name()), Spelling.comment("static call " + s.key())));
    }
    return all;
  }

  /** What others ask of a thread. */
  List<Variable> ofThreads() {
    List<Variable> all = new ArrayList<>();
    if (world.asksWhoIsRegistered()) {
      all.add(new Variable("byte registered[THREADS + 1]", "what each provider has registered"));
    }
    if (world.pins()) {
      all.add(new Variable("byte pinning", "the tasks that keep it registered"));
    }
    if (world.countsReferences()) {
      all.add(new Variable("int references = GOING", "to the module"));
    }
    if (world.isAwaited("")) {
      all.add(new Variable("int open", "the threads in a read-side section, a bit for each"));
      all.add(new Variable("int waits[THREADS + 1]", "those that a grace period waits for"));
    }
    for (String domain : world.domains()) {
      String name = names().domain(domain);
      all.add(new Variable("int open_" + name, Spelling.comment("the same of " + domain)));
      all.add(new Variable("int waits_" + name + "[THREADS + 1]", ""));
    }
    if (world.applies(Property.PRIOR_READERS_COMPLETE)) {
      for (Crew c : world.crews()) {
        c.held()
            .forEach(
                l ->
                    all.add(
                        new Variable(
                            "byte %s[%d]".formatted(At.held(c, l, names()), c.count()),
                            "an object that each will still use")));
      }
    }
    return all;
  }

  private int size(Program.Shared v) {
    return v.perCpu() ? world.cpus() : v.initial().size();
  }

  /** What variables hold in the beginning but 0. */
  List<String> initial() {
    List<String> all = new ArrayList<>();
    Terms terms = new Terms(world, world.crews().get(0));
    for (Program.Shared v : world.program().shared()) {
      for (int i = 0; i < size(v); i++) {
        Value first = v.initial().get(v.perCpu() ? 0 : i);
        String value = terms.of(first);
        if (!value.equals("0")) {
          String index = v.isGlobal() ? "" : "[" + i + "]";
          all.add("%s%s = %s".formatted(names().variable(v.name()), index, value));
        }
      }
    }
    return all;
  }
}

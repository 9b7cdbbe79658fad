package quiesce.emission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import quiesce.property.Property;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Program;
import quiesce.steps.Site;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/** What the specification of one program consists of: only what the program uses. */
public final class Shape {
  private final Program program;
  private final Options options;
  private final Names names = new Names();
  private final ThreadView provider;
  private final List<ThreadView> readers = new ArrayList<>();
  private final Applicability applicability;

  Shape(Program program, Options options) {
    this.program = program;
    this.options = options;
    program.shared().forEach(s -> names.of(s.name()));
    this.provider = new ThreadView(program, program.provider(), options.atomicity(), names);
    program
        .readers()
        .forEach(r -> readers.add(new ThreadView(program, r, options.atomicity(), names)));
    this.applicability = new Applicability(this);
  }

  Program program() {
    return program;
  }

  Options options() {
    return options;
  }

  Names names() {
    return names;
  }

  ThreadView provider() {
    return provider;
  }

  List<ThreadView> readers() {
    return readers;
  }

  List<ThreadView> threads() {
    List<ThreadView> all = new ArrayList<>();
    all.add(provider);
    all.addAll(readers);
    return all;
  }

  Applicability applicability() {
    return applicability;
  }

  String stepTemplate(String step) {
    return "tla/" + options.memory() + "/steps/" + step + ".ftl";
  }

  String idleName(ThreadView view) {
    return view.variable + "_Idle";
  }

  boolean any(Predicate<Step> what) {
    return threads().stream().anyMatch(v -> any(v, what));
  }

  static boolean any(ThreadView view, Predicate<Step> what) {
    return view.thread.nodes().stream().map(Node::step).anyMatch(what);
  }

  /** Whether somebody waits for a grace period. */
  boolean waits() {
    return any(Access.SynchronizeRcuBegin.class::isInstance);
  }

  /** The thread that waits for grace periods. */
  Optional<ThreadView> waiter() {
    return threads().stream()
        .filter(v -> any(v, Access.SynchronizeRcuBegin.class::isInstance))
        .findFirst();
  }

  /** The threads that can be inside a read-side section. */
  List<ThreadView> sectioned() {
    return threads().stream().filter(v -> !v.where(v::inSection).isEmpty()).toList();
  }

  /** How one thread's section is told from the others in a set. */
  String section(ThreadView view, String instance) {
    if (sectioned().size() == 1 && view.indexed()) {
      return instance;
    }
    return view.indexed()
        ? "<<\"" + view.thread.name() + "\", " + instance + ">>"
        : "<<\"" + view.thread.name() + "\">>";
  }

  /** Whether this fault can happen and some property looks at it. */
  boolean tracks(String fault) {
    return applicability.faults().contains(fault);
  }

  /** Whether anything can happen after which the kernel does not go on. */
  boolean oopses() {
    return tracks("NULL dereference") || tracks("BUG");
  }

  boolean retires() {
    return applicability.applies(Property.READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD);
  }

  /** The variables, in the order of their declaration. */
  List<String> variables() {
    Set<String> all = new LinkedHashSet<>();
    program.shared().forEach(s -> all.add(names.of(s.name())));
    program.members().forEach(m -> all.add(names.of(memberKey(m.name()))));
    sites().forEach(s -> all.add(names.of(s.name())));
    program.locks().forEach(l -> all.add(names.of(l)));
    all.add("life");
    threads().forEach(v -> all.add(v.variable));
    if (waits()) {
      all.add("awaited");
    }
    if (retires()) {
      all.add("retired");
    }
    all.add("faults");
    return List.copyOf(all);
  }

  /** For each shared thing of the C code, the variable that holds it. */
  Map<String, String> identifiers() {
    Map<String, String> all = new LinkedHashMap<>();
    program.shared().forEach(s -> all.put(s.name(), names.of(s.name())));
    program.members().forEach(m -> all.put(m.name(), names.of(memberKey(m.name()))));
    sites().forEach(s -> all.put(s.name(), names.of(s.name())));
    program.locks().forEach(l -> all.put(l, names.of(l)));
    threads().forEach(v -> all.put(v.thread.name() + "()", v.variable));
    return all;
  }

  String memberKey(String member) {
    return program.members().stream()
        .filter(m -> m.name().equals(member))
        .findFirst()
        .map(m -> m.struct() + "_" + m.name())
        .orElse(member);
  }

  List<Site> sites() {
    return program.sites();
  }

  /** Whether a step can keep its thread waiting for others, or going round until others act. */
  static boolean canHang(KernelThread thread, Predicate<Node> where) {
    return thread.nodes().stream()
        .filter(where)
        .anyMatch(
            n ->
                n.step() instanceof Wait && !(n.step() instanceof Wait.Registered)
                    || loops(thread, n.id()));
  }

  /** Whether a step can be taken again before its thread starts over. */
  static boolean loops(KernelThread thread, int id) {
    if (id == thread.entry() || thread.node(id).step() instanceof Local.NextCpu) {
      return false;
    }
    Set<Integer> seen = new LinkedHashSet<>();
    List<Integer> work = new ArrayList<>(thread.node(id).next());
    while (!work.isEmpty()) {
      int next = work.remove(work.size() - 1);
      if (next == id) {
        return true;
      }
      // The harness and the readers start over for ever, and for_each_possible_cpu() ends by
      // itself.
      if (next >= 0
          && seen.add(next)
          && next != thread.entry()
          && !(thread.node(next).step() instanceof Local.NextCpu)) {
        work.addAll(thread.node(next).next());
      }
    }
    return false;
  }
}

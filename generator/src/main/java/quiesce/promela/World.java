package quiesce.promela;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quiesce.analysis.Applicability;
import quiesce.export.Asked;
import quiesce.export.Lives;
import quiesce.property.Property;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.LockKind;
import quiesce.steps.Node;
import quiesce.steps.Program;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/**
 * Who and what there is in a model.
 *
 * @param objects how many there can be: those that are registered, and those that are allocated
 * @param crews the provider's first
 * @param ofObjects the locks, and parts of what runs later, of which each object has one
 */
record World(
    Program program,
    int cpus,
    int objects,
    Applicability properties,
    List<Crew> crews,
    Set<String> ofObjects,
    Spelling names) {
  /** The bits of an int but the sign. */
  private static final int BITS = 31;

  static World of(Program program, int cpus, int registrations) {
    int registered = program.module() ? 1 : registrations;
    int objects =
        registered * (1 + program.allocations()) + registrations * program.allocationsElsewhere();
    Spelling names = new Spelling();
    List<Crew> crews = new ArrayList<>();
    int next = 1;
    for (KernelThread t : program.threads()) {
      int count = crews.isEmpty() ? program.providers() : count(t, cpus, objects);
      crews.add(new Crew(t, names.thread(t), next, count, new Lives(t)));
      next += count;
    }
    return new World(program, cpus, objects, Asked.of(program), crews, ofObjects(program), names);
  }

  /** A run for each object can be in progress at once. */
  private static int count(KernelThread t, int cpus, int objects) {
    boolean ofObjects =
        t.node(t.entry()).step() instanceof Wait.Run r && r.of().object().isPresent();
    return ofObjects && !t.context().isHandler() ? Math.max(cpus, objects) : cpus;
  }

  private static Set<String> ofObjects(Program program) {
    return steps(program)
        .flatMap(
            s ->
                s instanceof Step.OfDeferred d && d.of().object().isPresent()
                    ? d.parts()
                    : s instanceof Step.OfLock l && l.object().isPresent()
                        ? Stream.of(l.lock())
                        : Stream.empty())
        .collect(Collectors.toSet());
  }

  private static Stream<Step> steps(Program program) {
    return program.threads().stream().flatMap(t -> t.nodes().stream()).map(Node::step);
  }

  boolean applies(Property p) {
    return properties.applies(p);
  }

  /** How many threads there are. */
  int threads() {
    return crews.stream().mapToInt(Crew::count).sum();
  }

  /** Whether each has a bit of a number. */
  boolean fits() {
    return threads() < BITS && domains().stream().allMatch(d -> sections(d) < BITS);
  }

  /** The numbers of all threads of which something is so. */
  IntStream numbers(java.util.function.Predicate<Crew> which) {
    return crews.stream().filter(which).flatMapToInt(Crew::numbers);
  }

  // ---- grace periods

  /** Whether anybody waits for a grace period of a domain; the empty one is that of RCU. */
  boolean isAwaited(String domain) {
    return program.has(s -> s instanceof Access.GracePeriodBegins g && g.domain().equals(domain));
  }

  /** Those who wait for grace periods of a domain. */
  IntStream waiters(String domain) {
    return numbers(
        c ->
            c.thread()
                .has(s -> s instanceof Access.GracePeriodBegins g && g.domain().equals(domain)));
  }

  /** The domains of SRCU. */
  Set<String> domains() {
    Set<String> all = new TreeSet<>();
    steps(program)
        .forEach(
            s -> {
              if (s instanceof Section.OfSrcu o) {
                all.add(o.section().domain());
              } else if (s instanceof Access.GracePeriodBegins g && !g.domain().isEmpty()) {
                all.add(g.domain());
              }
            });
    return all;
  }

  /** The names of a thread's sections in a domain. */
  static List<String> sections(KernelThread t, String domain) {
    return t.nodes().stream()
        .map(Node::step)
        .filter(s -> s instanceof Section.OfSrcu o && o.section().domain().equals(domain))
        .map(s -> ((Section.OfSrcu) s).section().name())
        .distinct()
        .sorted()
        .toList();
  }

  private int sections(String domain) {
    return crews.stream().mapToInt(c -> c.count() * sections(c.thread(), domain).size()).sum();
  }

  /** The bit of a section, as a number to shift by, for the thread that is {@code me}. */
  String bit(Crew crew, Section.Srcu section) {
    int before =
        crews.stream()
            .takeWhile(c -> !c.equals(crew))
            .mapToInt(c -> c.count() * sections(c.thread(), section.domain()).size())
            .sum();
    List<String> names = sections(crew.thread(), section.domain());
    return "%d + (me - %d) * %d"
        .formatted(before + names.indexOf(section.name()), crew.first(), names.size());
  }

  // ---- what threads know of one another

  /** Whether references to the module are counted. */
  boolean countsReferences() {
    return program.has(s -> s instanceof Access.Trylock t && t.kind().isOfModule())
        || program.has(s -> s instanceof Section.Unlock u && u.kind() == LockKind.MODULE);
  }

  /** Whether a run must call the callbacks of one registration: a list has those of several. */
  boolean asksWhoseCallbacks() {
    return properties.faults().contains("torn snapshot");
  }

  /** Whether it matters who is registered. */
  boolean asksWhoIsRegistered() {
    return applies(Property.SINGLE_PROVIDER)
        || program.readers().stream().anyMatch(KernelThread::pinsProvider);
  }

  /** Whether some kind of thread keeps the provider registered. */
  boolean pins() {
    return program.readers().stream().anyMatch(KernelThread::pinsProvider);
  }
}

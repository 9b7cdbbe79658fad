package quiesce.steps;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import quiesce.source.Place;
import quiesce.source.SourceFile;
import quiesce.source.Strategy;

/**
 * A strategy as threads of steps.
 *
 * @param providers how many modules register at the same time
 * @param unregister the function that unregisters; empty where what is registered stays for good
 * @param handedOver how many objects of each registration RCU may be given, to call something for
 *     them or to free them
 * @param module whether the file is a module that goes with its variables as it unregisters, so
 *     that what loads it again begins afresh
 * @param statements all that the file has, and the operands that {@code &&} or {@code ||} may leave
 *     out, whether any thread comes there or not
 * @param excused where nothing is missed if no run comes there: after a WARN_ON has fired, and
 *     where a provider only leaves
 * @param numbers the values that a callback which returns a number may return
 */
public record Program(
    Strategy strategy,
    String name,
    List<Shared> shared,
    List<Member> members,
    List<Site> sites,
    List<String> locks,
    KernelThread provider,
    List<KernelThread> readers,
    int providers,
    Optional<String> unregister,
    SortedSet<Integer> numbers,
    int handedOver,
    boolean module,
    List<Origin> statements,
    Set<Place> excused)
    implements Model {

  public Program {
    shared = List.copyOf(shared);
    members = List.copyOf(members);
    sites = List.copyOf(sites);
    locks = List.copyOf(locks);
    readers = List.copyOf(readers);
    statements = List.copyOf(statements);
    excused = Set.copyOf(excused);
  }

  /** Whether the module is kept by references to it. */
  public boolean counted() {
    return has(s -> s instanceof Section.Registered r && r.counted());
  }

  /** Whether nobody ever unregisters. */
  public boolean permanent() {
    return unregister.isEmpty();
  }

  /** The same of other variables and threads. */
  public Program with(
      List<Shared> variables,
      List<Member> otherMembers,
      KernelThread otherProvider,
      List<KernelThread> otherReaders) {
    return new Program(
        strategy,
        name,
        variables,
        otherMembers,
        sites,
        locks,
        otherProvider,
        otherReaders,
        providers,
        unregister,
        numbers,
        handedOver,
        module,
        statements,
        excused);
  }

  @Override
  public SourceFile file() {
    return strategy.file();
  }

  /** The provider first. */
  @Override
  public List<KernelThread> threads() {
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(provider), readers.stream())
        .toList();
  }

  /** Whether what is registered is ever torn down: unregistered, or not registered with success. */
  public boolean tearsDown() {
    return provider.flow().from(provider.entry()).stream()
        .anyMatch(id -> provider.node(id).step() instanceof Access.TearDown);
  }

  /** Whether any object ends: what is registered, or what the strategy allocates. */
  public boolean endsObjects() {
    return tearsDown() || has(Access.Free.class::isInstance);
  }

  /** Whether a member leads from one object to the next one of a list. */
  public boolean hasLists() {
    return members.stream().anyMatch(Member::link);
  }

  /** At how many places the provider allocates an object for what it registers. */
  public int allocations() {
    return provider.allocations();
  }

  /** The others that allocate, each time that they run. */
  public List<KernelThread> allocating() {
    return readers.stream().filter(t -> t.allocations() > 0).toList();
  }

  /** At how many places they do. */
  public int allocationsElsewhere() {
    return readers.stream().mapToInt(KernelThread::allocations).sum();
  }

  /**
   * A global or per-CPU variable, or an array, that some step uses.
   *
   * @param initial what it holds in the beginning; of an array, what each element does
   * @param link whether it leads from the head of a list to a member
   */
  public record Shared(
      String name,
      boolean perCpu,
      List<Value> initial,
      boolean array,
      boolean link,
      String declaration) {
    public Shared {
      initial = List.copyOf(initial);
    }

    /** Whether it is one place, the same for all. */
    public boolean isGlobal() {
      return !perCpu && !array;
    }
  }

  /**
   * A member that is a variable of the specification, since it may change or may be empty.
   *
   * @param initial what the provider's initialisation puts there; empty when the strategy does it
   * @param choices instead of an initial value: any of these
   * @param link whether it leads to a neighbour in a list
   */
  public record Member(
      String struct,
      String name,
      boolean slot,
      Optional<Value> initial,
      List<Value> choices,
      boolean link,
      String declaration) {

    /** With one value in place of those that it may have from the start. */
    public Member one() {
      return choices.isEmpty()
          ? this
          : new Member(
              struct, name, slot, Optional.of(choices.get(0)), List.of(), link, declaration);
    }
  }
}

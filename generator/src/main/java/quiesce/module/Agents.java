package quiesce.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.analysis.Field;
import quiesce.steps.Context;
import quiesce.tla.Conjunct;
import quiesce.tla.Expression;
import quiesce.tla.Logic;

/**
 * Who has something of memory for itself: what it knows, or a buffer of stores. A handler has what
 * its CPU has. Of a member of a crowd it is a field of its state: memory has it only while the
 * member takes a step, and by the name of its crowd.
 */
public final class Agents {
  /** What an agent has for itself of which nothing is known yet. */
  static final Expression IGNORANT = Logic.name("Ignorant");

  private static final String PROVIDER = "provider";
  private static final String OWN = "knows";

  private final Shape shape;

  Agents(Shape shape) {
    this.shape = shape;
  }

  /** Whether a thread's agent has something for itself. */
  boolean has(ThreadView v) {
    return shape.machine().hasOwn(v.thread);
  }

  /** Whose knowledge of memory a thread has, for example {@code c}: that of its CPU. */
  Expression of(ThreadView v) {
    return identity(v).of(Logic.name(v.index));
  }

  /** The agent that a CPU is where tasks know what is known there. */
  Expression cpu() {
    return isCrowds() ? Logic.string(Crowds.CPUS) : Logic.name(ActionScope.CPU);
  }

  /** The set of the agents that have something for themselves. */
  Expression all() {
    return Logic.union(each().distinct().toList());
  }

  /** Those that some threads are, whether they have something of memory for themselves or not. */
  Expression all(List<ThreadView> threads) {
    return Logic.union(threads.stream().map(v -> identity(v).all(v.indexSet)).distinct().toList());
  }

  /** The same with the CPUs, where tasks know what is known there. */
  Expression withCpus() {
    Expression all = isCrowds() ? new Expression.SetOf(List.of(cpu())) : Logic.name("CPUs");
    Stream<Expression> cpus =
        shape.threads().stream().anyMatch(v -> v.sharesCpu) ? Stream.of(all) : Stream.empty();
    return Logic.union(Stream.concat(each(), cpus).distinct().toList());
  }

  private Stream<Expression> each() {
    return shape.threads().stream().filter(this::has).map(v -> identity(v).all(v.indexSet));
  }

  /** How an agent is distinguished from others. */
  Identity identity(ThreadView v) {
    String name = v.thread.name();
    if (isCrowds()) {
      return isProvider(v) && v.indexed()
          ? Identity.index()
          : Identity.name(isOfCpu(v) ? Crowds.CPUS : v.variable);
    }
    return switch (v.thread.context()) {
      case PROVIDER -> v.indexed() ? Identity.index() : provided();
      case PROCESS -> Identity.name(name);
      case TASK -> tasks() > 1 ? Identity.tuple(name, true) : Identity.index();
      default -> Identity.index();
    };
  }

  private Identity provided() {
    return tasks() > 1 ? Identity.tuple(PROVIDER, false) : Identity.name(PROVIDER);
  }

  private long tasks() {
    return shape.threads().stream().filter(v -> v.thread.context() == Context.TASK).count();
  }

  private static boolean isProvider(ThreadView v) {
    return v.thread.context() == Context.PROVIDER;
  }

  private boolean isCrowds() {
    return shape.options().cpus().any();
  }

  // ---- members of crowds

  /**
   * A member of a crowd as an agent.
   *
   * @param crowd the variable that holds it
   * @param index the name that it is bound to
   * @param name by which memory has it during a step
   * @param fields the way from it to what it has for itself
   */
  public record Member(String crowd, String index, String name, List<String> fields) {
    /** What it has for itself. */
    public Expression own() {
      Expression own = Logic.name(index);
      for (String f : fields) {
        own = new Expression.Selected(own, f);
      }
      return own;
    }

    /** What memory is while it takes a step: its template defines that. */
    Expression inMemory() {
      return Logic.call(name + "_Memory", Logic.name(index));
    }

    /** The same where another takes it, too. */
    Expression in(Expression memory) {
      return with(memory, own());
    }

    /** What memory is without it. */
    Expression left(Expression memory) {
      return with(memory, IGNORANT);
    }

    private Expression with(Expression memory, Expression has) {
      return new Expression.Call("Knowing", List.of(memory, Logic.string(name), has));
    }

    /** What it has for itself where memory is this. */
    Expression known(Expression memory) {
      return new Expression.Call("Known", List.of(memory, Logic.string(name)));
    }

    /** What becomes of the crowd where it then has this for itself. */
    Conjunct.Update update(Expression value) {
      Stream<Expression.Selector> member =
          Stream.of(new Expression.Selector.Index(List.of(Logic.name(index))));
      List<Expression.Selector> path =
          Stream.concat(member, fields.stream().map(Expression.Selector.Field::new)).toList();
      return new Conjunct.Update(
          crowd,
          new Expression.Except(Logic.name(crowd), List.of(new Expression.Change(path, value))));
    }
  }

  /** Whether a thread has what its CPU has, where there is any number of these. */
  boolean isOfCpu(ThreadView v) {
    return isCrowds() && (v.thread.context().isHandler() || v.hold() == Hold.PLACE && v.sharesCpu);
  }

  /** The members of crowds whose own part of memory is used by a thread's steps. */
  List<Member> members(ThreadView v) {
    List<Member> all = new ArrayList<>();
    if (isCrowds() && has(v)) {
      if (isOfCpu(v) || v.sharesCpu && shape.machine().isTakenAlong()) {
        all.add(cpuAsMember());
      }
      ownRecord(v).ifPresent(all::add);
    }
    return all;
  }

  /** What a thread has for itself, where that is part of a member of a crowd. */
  Optional<Expression> own(ThreadView v) {
    Expression agent = of(v);
    return members(v).stream()
        .filter(m -> Logic.string(m.name()).equals(agent))
        .map(Member::own)
        .findFirst();
  }

  private static Member cpuAsMember() {
    return new Member(Crowds.CPUS, ActionScope.CPU, Crowds.CPUS, List.of(OWN));
  }

  private Optional<Member> ownRecord(ThreadView v) {
    if (isProvider(v) || isOfCpu(v) || !(v.instances instanceof Instances.Crowd crowd)) {
      return Optional.empty();
    }
    List<String> fields = Stream.concat(crowd.part().stream(), Stream.of(field(v))).toList();
    return Optional.of(new Member(crowd.variable(), crowd.index(), v.variable, fields));
  }

  private static String field(ThreadView v) {
    return Field.apart(OWN, v.thread.locals().keySet());
  }

  /**
   * A member of a crowd that reads memory.
   *
   * @param domain of the sections in which it does; empty if it also does outside of all
   * @param outside that it is in none of these
   */
  public record Reader(Member member, Optional<String> domain, Expression outside) {}

  /** All kinds of members, and where they read. */
  List<Reader> readers() {
    return members().stream().map(this::reader).toList();
  }

  private Reader reader(Member member) {
    // Who runs on a CPU for a while takes along what is known there, and reads where it likes.
    boolean visited = shape.threads().stream().anyMatch(v -> v.sharesCpu && !isOfCpu(v));
    if (visited && member.equals(cpuAsMember())) {
      return new Reader(member, Optional.empty(), Logic.TRUE);
    }
    List<ThreadView> threads =
        shape.threads().stream()
            .filter(v -> own(v).equals(Optional.of(member.own())) && v.sections.areAsked())
            .toList();
    Optional<String> domain =
        threads.stream()
            .map(v -> v.sections.covering())
            .reduce((a, c) -> a.stream().filter(c::contains).toList())
            .flatMap(all -> all.stream().findFirst());
    Stream<Expression> outside =
        domain.stream()
            .flatMap(d -> threads.stream().map(v -> v.isWhere(n -> !v.sections.isIn(n, d))));
    return new Reader(member, domain, Logic.all(outside));
  }

  /** All kinds of members. */
  List<Member> members() {
    return shape.threads().stream().flatMap(v -> members(v).stream()).distinct().toList();
  }

  /** Whether a CPU's state has what it knows. */
  boolean areCpusMembers() {
    return members().contains(cpuAsMember());
  }

  /** The field of a CPU's state that has what it knows. */
  static Crowds.Part ofCpu() {
    return new Crowds.Part(OWN, IGNORANT, false, ValueSet.of(ValueSet.Kind.KNOWLEDGE));
  }

  /** The fields of a thread's record that say what it has of memory, with their first values. */
  Map<String, Expression> fields(ThreadView v) {
    return isCrowds() && has(v) && ownRecord(v).isPresent() ? Map.of(field(v), IGNORANT) : Map.of();
  }

  /** What memory is at the beginning of a thread's step. */
  String memory(ThreadView v) {
    List<Member> members = members(v);
    if (members.isEmpty()) {
      return Path.MEMORY;
    }
    Expression memory = members.get(0).inMemory();
    for (Member m : members.subList(1, members.size())) {
      memory = m.in(memory);
    }
    return memory.text();
  }
}

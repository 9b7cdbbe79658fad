package quiesce.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.tla.Conjunct;
import quiesce.tla.Expression;
import quiesce.tla.Expression.Bound;
import quiesce.tla.Expression.Change;
import quiesce.tla.Expression.Except;
import quiesce.tla.Expression.Infix;
import quiesce.tla.Expression.Selected;
import quiesce.tla.Expression.Selector;
import quiesce.tla.Logic;
import quiesce.tla.Operator;
import quiesce.tla.Trees;
import quiesce.tla.Way;

/**
 * Actions of a thread that visits the CPUs one by one. The members of a crowd have no names that
 * its locals could hold: in place of each local there is a mark in the members' records, of those
 * that are still to be visited, or of the one that the local names.
 *
 * @param visitor the variable that holds the thread's record
 * @param named the local that names the member which the action touches; empty where it touches
 *     none, or chooses one
 * @param quiet whether a member that is still to be visited may be one too many
 */
record Visits(String visitor, CpuLocals locals, Optional<String> named, boolean quiet) {
  private static final Expression MEMBER = Logic.name(ActionScope.CPU);
  private static final Expression CROWD = Logic.name(Crowds.CPUS);
  private static final Instances.Crowd CPUS =
      new Instances.Crowd(Crowds.CPUS, ActionScope.CPU, Optional.empty());
  private static final Expression ANOTHER = Logic.name(Instances.Crowd.ANOTHER);
  private static final Bound ANY = new Bound(List.of(Instances.Crowd.ANOTHER), CROWD);

  /** As the template of the step has it with which a loop begins. */
  private static final Expression ALL = Logic.name("CPUs");

  /**
   * The same action, with marks.
   *
   * @throws NotLifted if it does more with a CPU than visit it
   */
  static Way of(Way body, ThreadView visitor, boolean quiet) {
    CpuLocals locals = visitor.cpus();
    return Stream.concat(Stream.of(Optional.<String>empty()), locals.ofOne().map(Optional::of))
        .map(named -> new Visits(visitor.variable, locals, named, quiet))
        .flatMap(v -> v.of(body).stream())
        .findFirst()
        .orElseThrow(() -> new NotLifted("the provider compares CPUs, or uses several at once"));
  }

  static Expression mark(String field) {
    return new Selected(MEMBER, field);
  }

  /** The same with marks; empty where some local is left that no mark takes the place of. */
  private Optional<Way> of(Way body) {
    Way way = marked(body);
    return Optional.of(named.map(n -> ofSome(chosen(n), way)).orElse(way)).filter(w -> !asks(w));
  }

  /** The mark of the member that a local names: one that names it briefly has none. */
  private String chosen(String local) {
    return locals.brief().contains(local) ? locals.loops().get(local) : local;
  }

  private boolean asks(Way way) {
    List<Expression> found = new ArrayList<>();
    way.map(
        whole ->
            Trees.map(
                whole,
                e -> {
                  if (locals.all().stream().anyMatch(f -> e.equals(local(f)) || sets(e, f))) {
                    found.add(e);
                  }
                  return e;
                }));
    return !found.isEmpty();
  }

  private boolean sets(Expression e, String field) {
    return e instanceof Except x
        && x.original().equals(Logic.name(visitor))
        && x.changes().stream().anyMatch(c -> field(c).equals(field));
  }

  private static String field(Change c) {
    return ((Selector.Field) c.path().get(0)).name();
  }

  private Expression local(String field) {
    return new Selected(Logic.name(visitor), field);
  }

  /** Of some member that has a mark. */
  private static Way ofSome(String mark, Way way) {
    List<Conjunct> parts = new ArrayList<>(List.of(new Conjunct.Condition(mark(mark))));
    parts.addAll(way.parts());
    Optional<Way.End> end = way.end().map(e -> new Way.End(e.outcome(), e.part() + 1));
    Conjunct some = new Conjunct.Exists(ActionScope.CPU, CROWD, new Way(parts, end));
    return new Way(List.of(some), Optional.empty());
  }

  private Way marked(Way way) {
    List<Conjunct> parts = new ArrayList<>();
    Optional<Way.End> end = way.end();
    Optional<String> none = Optional.empty();
    for (Conjunct part : way.parts()) {
      Optional<String> over = loopThatEnds(part);
      Optional<String> next = loopThatContinues(part);
      if (over.isPresent()) {
        parts.addAll(ends(over.get()));
        none = over;
      } else if (next.isPresent()) {
        Way one = next((Conjunct.Exists) part, next.get());
        parts.addAll(one.parts());
        end = one.end();
      } else {
        parts.addAll(marked(part));
      }
    }
    none.ifPresent(f -> parts.remove(ofAll(f, Logic.FALSE)));
    return new Way(parts, end.map(e -> new Way.End(e.outcome(), parts.size() - 1)));
  }

  private List<Conjunct> marked(Conjunct part) {
    if (part instanceof Conjunct.Condition c) {
      return List.of(new Conjunct.Condition(marked(c.holds())));
    } else if (part instanceof Conjunct.Either e) {
      return List.of(new Conjunct.Either(e.ways().stream().map(this::marked).toList()));
    } else if (part instanceof Conjunct.Let l) {
      return List.of(new Conjunct.Let(l.name(), marked(l.value()), marked(l.way())));
    } else if (part instanceof Conjunct.Exists e) {
      return List.of(new Conjunct.Exists(e.variable(), marked(e.set()), marked(e.way())));
    } else if (part instanceof Conjunct.Update u) {
      return u.now() instanceof Except x && u.variable().equals(visitor)
          ? visitor(x)
          : List.of(new Conjunct.Update(u.variable(), marked(u.now())));
    }
    return List.of(part);
  }

  private Optional<String> loopThatContinues(Conjunct part) {
    return locals.left().stream()
        .filter(f -> part instanceof Conjunct.Exists e && e.set().equals(local(f)))
        .filter(f -> named.isEmpty())
        .findFirst();
  }

  /** The next CPU is some member that is still to be visited. */
  private Way next(Conjunct.Exists e, String loop) {
    Expression cpu = Logic.name(e.variable());
    Way way = marked(e.way().map(x -> Trees.map(x, part -> part.equals(cpu) ? MEMBER : part)));
    Set<Conjunct> chosen =
        locals.brief().stream()
            .filter(l -> locals.loops().get(l).equals(loop))
            .map(l -> ofMember(l, Logic.TRUE))
            .collect(Collectors.toSet());
    if (way.parts().stream().noneMatch(chosen::contains)) {
      return ofSome(loop, way);
    }
    // Which one it is, the action decides that touches it.
    chosen.add(ofMember(loop, Logic.FALSE));
    List<Conjunct> parts = new ArrayList<>(way.parts());
    parts.removeAll(chosen);
    parts.add(0, new Conjunct.Condition(CPUS.some(mark(loop))));
    return new Way(parts, way.end());
  }

  private Optional<String> loopThatEnds(Conjunct part) {
    return locals.left().stream()
        .filter(f -> part.equals(new Conjunct.Condition(Logic.equal(local(f), Logic.EMPTY))))
        .findFirst();
  }

  /** All have been visited; whoever has not been was one too many. */
  private List<Conjunct> ends(String loop) {
    Expression visited = Logic.negated(mark(loop));
    if (!quiet) {
      return List.of(new Conjunct.Condition(CPUS.every(visited)));
    }
    return List.of(
        new Conjunct.Condition(CPUS.some(visited)),
        new Conjunct.Update(Crowds.CPUS, CPUS.without(mark(loop))));
  }

  private Expression marked(Expression e) {
    return Trees.map(
        e,
        part -> {
          if (named.filter(n -> part.equals(local(n))).isPresent()) {
            return MEMBER;
          }
          return part instanceof Infix i ? compared(i) : part;
        });
  }

  /** That another local names the same CPU, or none or another one. */
  private Expression compared(Infix i) {
    for (String f : locals.ofOne().toList()) {
      Expression same = Logic.equal(MEMBER, local(f));
      if (i.equals(same) || i.equals(Logic.equal(local(f), MEMBER))) {
        return mark(f);
      } else if (Logic.negated(i).equals(same)
          || Logic.negated(i).equals(Logic.equal(local(f), MEMBER))) {
        return Logic.negated(mark(f));
      }
    }
    return i;
  }

  /** What becomes of the marks, and of the thread. */
  private List<Conjunct> visitor(Except record) {
    List<Conjunct> all = new ArrayList<>();
    List<Change> own = new ArrayList<>();
    for (Change c : record.changes()) {
      Change now = new Change(c.path(), marked(c.value()));
      Optional<Conjunct> mark = mark(field(c), now.value());
      mark.ifPresentOrElse(all::add, () -> own.add(now));
    }
    if (!own.isEmpty()) {
      all.add(new Conjunct.Update(visitor, new Except(record.original(), own)));
    }
    return all;
  }

  /** What becomes of a mark; empty if that is not known, or the field is none. */
  private Optional<Conjunct> mark(String field, Expression value) {
    boolean left = locals.left().contains(field);
    if (!left && locals.ofOne().noneMatch(field::equals)) {
      return Optional.empty();
    } else if (value.equals(Logic.NULL)) {
      boolean his = named.filter(field::equals).isPresent();
      return Optional.of(his ? ofMember(chosen(field), Logic.FALSE) : ofAll(field, Logic.FALSE));
    } else if (left && value.equals(ALL)) {
      return Optional.of(ofAll(field, Logic.TRUE));
    } else if (left && value.equals(withoutMember(field))) {
      return Optional.of(ofMember(field, Logic.FALSE));
    }
    return !left && value.equals(MEMBER)
        ? Optional.of(ofMember(field, Logic.TRUE))
        : Optional.empty();
  }

  private Expression withoutMember(String field) {
    return new Infix(Operator.WITHOUT, local(field), new Expression.SetOf(List.of(MEMBER)));
  }

  private static Conjunct ofMember(String field, Expression value) {
    return Crowds.update(MEMBER, field, value);
  }

  private static Conjunct ofAll(String field, Expression value) {
    Change change = new Change(List.of(new Selector.Field(field)), value);
    return new Conjunct.Update(
        Crowds.CPUS, new Expression.Image(new Except(ANOTHER, List.of(change)), List.of(ANY)));
  }
}

package quiesce.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.analysis.Field;
import quiesce.steps.Section;
import quiesce.tla.Conjunct;
import quiesce.tla.Expression;
import quiesce.tla.Expression.Bound;
import quiesce.tla.Expression.Change;
import quiesce.tla.Expression.Infix;
import quiesce.tla.Expression.SetOf;
import quiesce.tla.Logic;
import quiesce.tla.Operator;

/**
 * A field in each reader's record: whether its section is waited for or, where several may wait at
 * once, by whom. The members of a crowd have no identity by which a set could name them.
 */
record AwaitedFlags(Shape shape) implements Awaiting {
  /** The definition that says when a grace period is over. */
  static final String NOBODY = "NobodyIsAwaited";

  private static final Expression BEFORE = Logic.name("@");

  @Override
  public List<Conjunct.Update> begins(ThreadView waiter, String domain) {
    Map<Bound, List<Change>> crowds = new LinkedHashMap<>();
    for (SectionSets.Inside inside : inside(domain)) {
      Instances.Crowd crowd = (Instances.Crowd) inside.reader().instances;
      Bound members = new Bound(List.of(Instances.Crowd.ANOTHER), Logic.name(crowd.variable()));
      List<Expression.Selector> path = new ArrayList<>(crowd.path());
      path.remove(0);
      path.add(new Expression.Selector.Field(field(inside.reader(), inside.section())));
      crowds
          .computeIfAbsent(members, m -> new ArrayList<>())
          .add(new Change(path, awaited(waiter, crowd.ofAnother(inside.condition()))));
    }
    return crowds.entrySet().stream().map(e -> update(e.getKey(), e.getValue())).toList();
  }

  private static Conjunct.Update update(Bound members, List<Change> changes) {
    Expression member = Logic.name(members.names().get(0));
    return new Conjunct.Update(
        ((Expression.Name) members.set()).text(),
        new Expression.Image(new Expression.Except(member, changes), List.of(members)));
  }

  /** The waiter itself is in no section that it waits for. */
  private List<SectionSets.Inside> inside(String domain) {
    return new SectionSets(shape)
        .inside(domain).stream().filter(i -> !shape.isProvider(i.reader())).toList();
  }

  private static Expression awaited(ThreadView waiter, Expression inside) {
    return waiter.indexed()
        ? Logic.choice(inside, new Infix(Operator.CUP, BEFORE, only(waiter)), BEFORE)
        : inside;
  }

  private static Expression only(ThreadView waiter) {
    return new SetOf(List.of(Logic.name(waiter.index)));
  }

  @Override
  public Expression isOver(ThreadView waiter) {
    if (shape.threads().stream().allMatch(v -> fields(v).isEmpty() || Crowds.isQuiet(shape, v))) {
      return Logic.TRUE;
    }
    return waiter.indexed()
        ? new Expression.Call(NOBODY, List.of(Logic.name(waiter.index)))
        : Logic.name(NOBODY);
  }

  /** Who is still awaited then was one too many. */
  @Override
  public List<Conjunct.Update> over(ThreadView waiter) {
    return shape.threads().stream()
        .filter(v -> !fields(v).isEmpty() && Crowds.isQuiet(shape, v))
        .map(
            v ->
                new Conjunct.Update(
                    v.instances.variable(),
                    ((Instances.Crowd) v.instances).without(Logic.negated(isFree(v, waiter)))))
        .toList();
  }

  /** That a waiter does not wait for a thread. */
  Expression isFree(ThreadView reader, ThreadView waiter) {
    return Logic.all(
        fields(reader).keySet().stream()
            .map(reader::field)
            .map(
                f ->
                    waiter.indexed()
                        ? new Infix(Operator.NOT_IN, Logic.name(waiter.index), f)
                        : Logic.negated(f)));
  }

  @Override
  public void ends(
      ActionScope action, ThreadView reader, Optional<Section.Srcu> section, Expression open) {
    String field = field(reader, section);
    if (!fields(reader).containsKey(field)) {
      return;
    }
    action.set(field, Logic.choice(open, reader.field(field), atRest()).text());
  }

  @Override
  public Optional<MemoryScope.Variable> variable() {
    return Optional.empty();
  }

  @Override
  public Map<String, Expression> fields(ThreadView reader) {
    Map<String, Expression> all = new LinkedHashMap<>();
    new SectionSets(shape)
        .domains().stream()
            .flatMap(d -> inside(d).stream())
            .filter(i -> i.reader() == reader)
            .forEach(i -> all.put(field(reader, i.section()), atRest()));
    return all;
  }

  /** Sections of SRCU are numbered: their names are no identifiers. */
  private String field(ThreadView reader, Optional<Section.Srcu> section) {
    String number =
        section
            .map(s -> shape.srcuSections(reader).toList().indexOf(s))
            .map(i -> "_" + (i + 1))
            .orElse("");
    return Field.apart("awaited" + number, reader.thread.locals().keySet());
  }

  private Expression atRest() {
    return isSeveral() ? Logic.EMPTY : Logic.FALSE;
  }

  @Override
  public ValueSet values() {
    return ValueSet.of(isSeveral() ? ValueSet.Kind.PROVIDERS : ValueSet.Kind.TRUTH);
  }

  private boolean isSeveral() {
    return waiter().indexed();
  }

  private ThreadView waiter() {
    return shape.waiters().get(0);
  }
}

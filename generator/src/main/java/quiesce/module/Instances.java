package quiesce.module;

import java.util.List;
import java.util.Optional;
import quiesce.tla.Expression;
import quiesce.tla.Logic;
import quiesce.tla.Trees;

/**
 * Where the state of a thread is in the specification: how one instance's record is read and
 * updated, how all of them are initialised, and how something is said of some or of all. Nothing
 * else decides that.
 */
public sealed interface Instances {
  /** The variable that holds them. */
  String variable();

  /** The same in another variable. */
  Instances in(String other);

  /** The name that an instance is bound to; empty where there is one. */
  default String index() {
    return "";
  }

  /** The set of the instances, as a name; empty where there is one. */
  default String set() {
    return "";
  }

  /** One instance's record. */
  Expression record();

  /** A field of one instance's record. */
  default Expression field(String name) {
    return new Expression.Selected(record(), name);
  }

  /** The way from the variable to one instance's record, for what it becomes. */
  List<Expression.Selector> path();

  /** What the variable is at the beginning, where each instance's record is this. */
  Expression each(Expression record);

  /** That something holds of all instances. */
  Expression every(Expression what);

  /** That something holds of some instance. */
  Expression some(Expression what);

  /** A single thread: the variable is its record. */
  record One(String variable) implements Instances {
    @Override
    public One in(String other) {
      return new One(other);
    }

    @Override
    public Expression record() {
      return Logic.name(variable);
    }

    @Override
    public List<Expression.Selector> path() {
      return List.of();
    }

    @Override
    public Expression each(Expression record) {
      return record;
    }

    @Override
    public Expression every(Expression what) {
      return what;
    }

    @Override
    public Expression some(Expression what) {
      return what;
    }
  }

  /**
   * As many as there are CPUs, tasks or modules: the variable is a function from these.
   *
   * @param index the name that one of them is bound to
   * @param set of them
   */
  record Each(String variable, String index, String set) implements Instances {
    @Override
    public Each in(String other) {
      return new Each(other, index, set);
    }

    @Override
    public Expression record() {
      return new Expression.Applied(Logic.name(variable), List.of(Logic.name(index)));
    }

    @Override
    public List<Expression.Selector> path() {
      return List.of(new Expression.Selector.Index(List.of(Logic.name(index))));
    }

    @Override
    public Expression each(Expression record) {
      return new Expression.Function(List.of(range()), record);
    }

    @Override
    public Expression every(Expression what) {
      return new Expression.Quantified(Expression.Quantifier.FOR_ALL, List.of(range()), what);
    }

    @Override
    public Expression some(Expression what) {
      return new Expression.Quantified(Expression.Quantifier.EXISTS, List.of(range()), what);
    }

    private Expression.Bound range() {
      return new Expression.Bound(List.of(index), Logic.name(set));
    }
  }

  /**
   * Any number: the variable is a crowd, the set of the states that its members are in.
   *
   * @param variable the crowd
   * @param index the name that a member is bound to
   * @param part the field of a member that is the thread's record; empty where the member is
   */
  record Crowd(String variable, String index, Optional<String> part) implements Instances {
    /** A member that is not the one of an action. */
    static final String ANOTHER = "m";

    @Override
    public Crowd in(String other) {
      return new Crowd(other, index, part);
    }

    @Override
    public String set() {
      return variable;
    }

    @Override
    public Expression record() {
      Expression member = Logic.name(index);
      return part.<Expression>map(p -> new Expression.Selected(member, p)).orElse(member);
    }

    @Override
    public List<Expression.Selector> path() {
      Expression.Selector member = new Expression.Selector.Index(List.of(Logic.name(index)));
      return part.map(p -> List.of(member, new Expression.Selector.Field(p)))
          .orElse(List.of(member));
    }

    @Override
    public Expression each(Expression record) {
      return new Expression.SetOf(List.of(record));
    }

    @Override
    public Expression every(Expression what) {
      Expression.Bound members = new Expression.Bound(List.of(ANOTHER), Logic.name(variable));
      return new Expression.Quantified(
          Expression.Quantifier.FOR_ALL, List.of(members), ofAnother(what));
    }

    @Override
    public Expression some(Expression what) {
      Expression.Bound members = new Expression.Bound(List.of(index), Logic.name(variable));
      return new Expression.Quantified(Expression.Quantifier.EXISTS, List.of(members), what);
    }

    /** The members for which something does not hold. */
    Expression without(Expression what) {
      Expression.Bound members = new Expression.Bound(List.of(ANOTHER), Logic.name(variable));
      return new Expression.Filter(members, Logic.negated(ofAnother(what)));
    }

    /** What is said of a member, said of one of another name: actions have one of their own. */
    Expression ofAnother(Expression what) {
      return Trees.map(what, e -> e.equals(Logic.name(index)) ? Logic.name(ANOTHER) : e);
    }
  }
}

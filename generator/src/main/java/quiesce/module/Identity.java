package quiesce.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quiesce.tla.Expression;
import quiesce.tla.Logic;
import quiesce.tla.Operator;
import quiesce.tla.Value;

/**
 * How one instance of a thread is distinguished from others in a set: by its index, by the name of
 * its function, or by both, as a tuple. TLC does not compare a string with a tuple.
 */
public record Identity(Optional<String> name, boolean indexed, boolean tuple) {
  static Identity index() {
    return new Identity(Optional.empty(), true, false);
  }

  static Identity name(String name) {
    return new Identity(Optional.of(name), false, false);
  }

  static Identity tuple(String name, boolean indexed) {
    return new Identity(Optional.of(name), indexed, true);
  }

  /** Of a section of SRCU, among those of all domains. */
  public static Identity ofSrcu(String thread, String section, boolean indexed) {
    return tuple(srcuName(thread, section), indexed);
  }

  /** What all instances of a thread call a section of SRCU. */
  static String srcuName(String thread, String section) {
    return thread + " in " + section;
  }

  /**
   * @param index of the instance; not asked where there is one
   */
  Expression of(Expression index) {
    List<Expression> parts = new ArrayList<>();
    name.map(Logic::string).ifPresent(parts::add);
    if (indexed) {
      parts.add(index);
    }
    return tuple ? new Expression.Tuple(parts) : parts.get(0);
  }

  /**
   * All instances, as a set.
   *
   * @param indices the set of these; not asked where there is one instance
   */
  Expression all(String indices) {
    Expression each = Logic.name(indices);
    if (!indexed) {
      return new Expression.SetOf(List.of(of(each)));
    }
    return name.<Expression>map(
            n ->
                new Expression.Chain(
                    Operator.PRODUCT,
                    List.of(new Expression.SetOf(List.of(Logic.string(n))), each)))
        .orElse(each);
  }

  /**
   * The same as TLC prints it.
   *
   * @param index the model value; not asked where there is one
   */
  public Value of(String index) {
    List<Value> parts = new ArrayList<>();
    name.map(Value.Str::new).ifPresent(parts::add);
    if (indexed) {
      parts.add(new Value.ModelValue(index));
    }
    return tuple ? new Value.Seq(parts) : parts.get(0);
  }
}

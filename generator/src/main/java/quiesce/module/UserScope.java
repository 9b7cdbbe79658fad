package quiesce.module;

import java.util.List;
import java.util.stream.Stream;
import quiesce.analysis.Field;
import quiesce.tla.Expression;
import quiesce.tla.Logic;

/** What a step's template can ask and note about threads inside of an object's callbacks. */
public final class UserScope {
  private final ActionScope action;
  private final Shape shape;

  UserScope(ActionScope action, Shape shape) {
    this.action = action;
    this.shape = shape;
  }

  private Stream<ThreadView> all() {
    return shape.threads().stream().filter(v -> v.calls);
  }

  /** Whether anybody enters callbacks at all. */
  public boolean isThere() {
    return all().findAny().isPresent();
  }

  /** Whether some of them are in crowds, and may be too many. */
  public boolean isSpare() {
    return all().anyMatch(v -> Crowds.isQuiet(shape, v));
  }

  /** That an instance of a thread is inside of an object. */
  private static Expression inside(ThreadView v, String object) {
    return Logic.equal(v.field(Field.INSIDE), Expression.of(object));
  }

  /** Notes that nobody is inside of the object: all who seem to be are too many. */
  public String absent(String object) {
    List<ThreadView> others = all().filter(v -> !Crowds.isQuiet(shape, v)).toList();
    others.forEach(v -> action.require(Logic.negated(v.instances.some(inside(v, object)))));
    all()
        .filter(v -> Crowds.isQuiet(shape, v))
        .forEach(v -> action.note(v.instances.variable(), without(v, inside(v, object))));
    return "";
  }

  private static Expression without(ThreadView v, Expression gone) {
    return ((Instances.Crowd) v.instances).without(gone);
  }
}

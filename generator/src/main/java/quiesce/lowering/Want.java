package quiesce.lowering;

import java.util.Optional;
import quiesce.source.Type;
import quiesce.steps.Value;

/**
 * What becomes of an expression's value.
 *
 * @param used whether anybody looks at it
 * @param local where it should go, if it is of this kind
 * @param target what a pointer is to lead to, where one is needed
 */
record Want(boolean used, Optional<String> local, Typed.Kind kind, Optional<Type> target) {
  static final Want NOTHING = new Want(false, Optional.empty(), Typed.Kind.VOID, Optional.empty());
  static final Want A_VALUE = new Want(true, Optional.empty(), Typed.Kind.VOID, Optional.empty());

  /** In a variable of the function. */
  static Want in(Typed variable) {
    return new Want(
        true, Optional.of(Assignments.local(variable)), variable.kind(), variable.target());
  }

  /** A value of this type, anywhere. */
  static Want of(Type type) {
    Typed like = Typed.of(new Value.Null(), type);
    return new Want(true, Optional.empty(), like.kind(), like.target());
  }

  /** The wanted local if it fits, and otherwise a fresh one. */
  String localFor(Typed.Kind actual, String base, Scope scope) {
    return local.filter(l -> kind == actual).orElseGet(() -> scope.fresh(base, actual));
  }
}

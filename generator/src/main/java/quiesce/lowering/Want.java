package quiesce.lowering;

import java.util.Optional;

/**
 * What becomes of an expression's value.
 *
 * @param used whether anybody looks at it
 * @param local where it should go, if it is of this kind
 */
record Want(boolean used, Optional<String> local, Typed.Kind kind) {
  static final Want NOTHING = new Want(false, Optional.empty(), Typed.Kind.VOID);
  static final Want A_VALUE = new Want(true, Optional.empty(), Typed.Kind.VOID);

  static Want in(String local, Typed.Kind kind) {
    return new Want(true, Optional.of(local), kind);
  }

  /** The wanted local if it fits, and otherwise a fresh one. */
  String localFor(Typed.Kind actual, String base, Scope scope) {
    return local.filter(l -> kind == actual).orElseGet(() -> scope.fresh(base, actual));
  }
}

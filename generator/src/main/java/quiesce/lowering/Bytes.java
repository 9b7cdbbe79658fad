package quiesce.lowering;

import quiesce.source.Constant;
import quiesce.source.Expression;

/** {@code memcpy()} and {@code memset()}: of structs as a whole, or of data. */
final class Bytes {
  private static final int ARGUMENTS = 3;

  private final ThreadLowering in;

  Bytes(ThreadLowering in) {
    this.in = in;
  }

  Typed lower(Expression.Call c) {
    Calls.arguments(c, ARGUMENTS);
    in.symbols
        .members()
        .copies(c)
        .ifPresentOrElse(all -> all.forEach(in.assignments::lower), () -> data(c));
    return Typed.NOTHING;
  }

  /** Bytes that are only handed on: what is in them is not followed. */
  private void data(Expression.Call c) {
    for (Expression e : c.arguments()) {
      if (!(e instanceof Expression.Size)
          && in.expressions.evaluate(e).kind() != Typed.Kind.DATA
          && Constant.of(e).isEmpty()) {
        throw new Refusal(
            e.place(),
            c.name() + "() of what is neither a struct as a whole nor data that is only handed on",
            "assign the members one by one");
      }
    }
  }
}

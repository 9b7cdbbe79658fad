package quiesce.tla;

import quiesce.tla.Expression.Case;
import quiesce.tla.Expression.Chain;
import quiesce.tla.Expression.If;
import quiesce.tla.Expression.Infix;
import quiesce.tla.Expression.Lambda;
import quiesce.tla.Expression.Let;
import quiesce.tla.Expression.Prefix;
import quiesce.tla.Expression.Quantified;
import quiesce.tla.Expression.Raw;

/** How tight expressions bind. */
final class Precedence {
  /** Binds tighter than any operator. */
  static final int TIGHT = 16;

  /** Reaches as far right as possible. */
  static final int REACHING = 0;

  private Precedence() {}

  /** How tight an expression's own operator binds. */
  static int of(Expression e) {
    if (e instanceof Infix i) {
      return i.operator().low();
    } else if (e instanceof Chain c) {
      return c.operator().low();
    } else if (e instanceof Prefix p) {
      return p.operator().low();
    } else if (e instanceof Raw r) {
      return r.tight() ? TIGHT : REACHING;
    }
    boolean reaches =
        e instanceof Quantified
            || e instanceof If
            || e instanceof Case
            || e instanceof Let
            || e instanceof Lambda;
    return reaches ? REACHING : TIGHT;
  }
}

package quiesce.tla;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import quiesce.tla.Expression.Bound;
import quiesce.tla.Expression.Selector;

/** Expressions of every kind, some deep. */
final class SampleExpressions {
  private static final Arbitrary<String> NAMES =
      Arbitraries.of("x", "memory", "awaited", "sample", "provider", "\uff41\uff3f\uff12");

  private SampleExpressions() {}

  static Arbitrary<Expression> all() {
    return deep(3);
  }

  static Arbitrary<Expression> deep(int depth) {
    Arbitrary<Expression> simple =
        Arbitraries.oneOf(
            NAMES.map(Logic::name),
            Arbitraries.of("torn down", "=> (* :>", "").map(Logic::string),
            Arbitraries.integers().greaterOrEqual(-Integer.MAX_VALUE).map(Logic::number),
            Arbitraries.of(Logic.TRUE, Logic.FALSE, Logic.NULL, Logic.EMPTY));
    return depth == 0 ? simple : Arbitraries.lazy(() -> composed(depth - 1, simple));
  }

  private static Arbitrary<Expression> composed(int depth, Arbitrary<Expression> simple) {
    Arbitrary<Expression> e = deep(depth);
    Arbitrary<List<Expression>> several = e.list().ofMinSize(1).ofMaxSize(4);
    Arbitrary<Bound> bound =
        Combinators.combine(NAMES.list().ofMinSize(1).ofMaxSize(2), e).as(Bound::new);
    Arbitrary<List<Bound>> bounds = bound.list().ofMinSize(1).ofMaxSize(2);
    return Arbitraries.oneOf(
        List.of(
            simple,
            Combinators.combine(infix(), e, e).as(Expression.Infix::new),
            Combinators.combine(
                    Arbitraries.of(Operator.AND, Operator.OR, Operator.PRODUCT),
                    e.list().ofMinSize(2).ofMaxSize(4))
                .as(Expression.Chain::new),
            Combinators.combine(prefix(), NAMES.map(Logic::name).map(Expression.class::cast), e)
                .as((o, n, x) -> new Expression.Prefix(o, o == Operator.NEGATIVE ? n : x)),
            e.map(Expression.Primed::new),
            Combinators.combine(NAMES, several).as(Expression.Call::new),
            Combinators.combine(e, several).as(Expression.Applied::new),
            Combinators.combine(e, NAMES).as(Expression.Selected::new),
            several.map(Expression.SetOf::new),
            several.map(Expression.Tuple::new),
            Combinators.combine(NAMES, e)
                .as(Expression.FieldValue::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(Expression.Fields::new),
            Combinators.combine(NAMES, e)
                .as(Expression.FieldValue::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(Expression.Records::new),
            Combinators.combine(e, e).as(Expression.Functions::new),
            Combinators.combine(Arbitraries.of(true, false), e, NAMES).as(Expression.Step::new),
            Combinators.combine(e, change(e).list().ofMinSize(1).ofMaxSize(3))
                .as(Expression.Except::new),
            Combinators.combine(bounds, e).as(Expression.Function::new),
            Combinators.combine(NAMES, e, e)
                .as((n, s, p) -> new Expression.Filter(new Bound(List.of(n), s), p)),
            Combinators.combine(NAMES, several, bounds)
                .as((n, a, b) -> new Expression.Image(new Expression.Call(n, a), b)),
            Combinators.combine(Arbitraries.of(Expression.Quantifier.class), bounds, e)
                .as(Expression.Quantified::new),
            Combinators.combine(e, e, e).as(Expression.If::new),
            Combinators.combine(
                    Combinators.combine(e, e)
                        .as(Expression.Arm::new)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3),
                    e.optional().map(o -> (Optional<Expression>) o))
                .as(Expression.Case::new),
            Combinators.combine(
                    Combinators.combine(NAMES, NAMES.list().ofMaxSize(2), e)
                        .as(Expression.Definition::new)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(2),
                    e)
                .as(Expression.Let::new),
            Combinators.combine(NAMES.list().ofMinSize(1).ofMaxSize(2), e)
                .as(Expression.Lambda::new)));
  }

  private static Arbitrary<Expression.Change> change(Arbitrary<Expression> e) {
    Arbitrary<Selector> selector =
        Arbitraries.oneOf(
            NAMES.map(n -> (Selector) new Selector.Field(n)),
            e.list().ofMinSize(1).ofMaxSize(2).map(l -> (Selector) new Selector.Index(l)));
    return Combinators.combine(selector.list().ofMinSize(1).ofMaxSize(2), e)
        .as(Expression.Change::new);
  }

  private static Arbitrary<Operator> infix() {
    return Arbitraries.of(Operator.values()).filter(o -> !o.isPrefix() && !o.isChained());
  }

  private static Arbitrary<Operator> prefix() {
    return Arbitraries.of(Operator.values()).filter(Operator::isPrefix);
  }
}

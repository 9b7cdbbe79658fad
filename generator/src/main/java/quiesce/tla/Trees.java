package quiesce.tla;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import quiesce.tla.Expression.Applied;
import quiesce.tla.Expression.Arm;
import quiesce.tla.Expression.Bound;
import quiesce.tla.Expression.Call;
import quiesce.tla.Expression.Case;
import quiesce.tla.Expression.Chain;
import quiesce.tla.Expression.Change;
import quiesce.tla.Expression.Definition;
import quiesce.tla.Expression.Except;
import quiesce.tla.Expression.FieldValue;
import quiesce.tla.Expression.Fields;
import quiesce.tla.Expression.Filter;
import quiesce.tla.Expression.Function;
import quiesce.tla.Expression.Functions;
import quiesce.tla.Expression.If;
import quiesce.tla.Expression.Image;
import quiesce.tla.Expression.Infix;
import quiesce.tla.Expression.Lambda;
import quiesce.tla.Expression.Let;
import quiesce.tla.Expression.Name;
import quiesce.tla.Expression.Prefix;
import quiesce.tla.Expression.Primed;
import quiesce.tla.Expression.Quantified;
import quiesce.tla.Expression.Records;
import quiesce.tla.Expression.Selected;
import quiesce.tla.Expression.Selector;
import quiesce.tla.Expression.SetOf;
import quiesce.tla.Expression.Step;
import quiesce.tla.Expression.Tuple;

/** Changes all parts of expressions alike. */
public final class Trees {
  private Trees() {}

  /** The expression with each part changed, the parts of a part before itself. */
  public static Expression map(Expression e, UnaryOperator<Expression> change) {
    return change.apply(within(e, part -> map(part, change)));
  }

  /** The names and calls in it, those that it binds itself too. */
  static Set<String> names(Expression e) {
    Set<String> all = new LinkedHashSet<>();
    map(
        e,
        part -> {
          if (part instanceof Name n) {
            all.add(n.text());
          } else if (part instanceof Call c) {
            all.add(c.operator());
          }
          return part;
        });
    return all;
  }

  /** The expression with its immediate parts changed. */
  private static Expression within(Expression e, UnaryOperator<Expression> f) {
    if (e instanceof Infix i) {
      return new Infix(i.operator(), f.apply(i.left()), f.apply(i.right()));
    } else if (e instanceof Chain c) {
      return new Chain(c.operator(), each(c.operands(), f));
    } else if (e instanceof Prefix p) {
      return new Prefix(p.operator(), f.apply(p.operand()));
    } else if (e instanceof Primed p) {
      return new Primed(f.apply(p.operand()));
    } else if (e instanceof Call c) {
      return new Call(c.operator(), each(c.arguments(), f));
    } else if (e instanceof Applied a) {
      return new Applied(f.apply(a.function()), each(a.arguments(), f));
    } else if (e instanceof Selected s) {
      return new Selected(f.apply(s.record()), s.field());
    } else if (e instanceof SetOf s) {
      return new SetOf(each(s.elements(), f));
    } else if (e instanceof Tuple t) {
      return new Tuple(each(t.elements(), f));
    } else if (e instanceof Fields r) {
      return new Fields(fields(r.fields(), f));
    } else if (e instanceof Records r) {
      return new Records(fields(r.fields(), f));
    } else if (e instanceof Functions x) {
      return new Functions(f.apply(x.from()), f.apply(x.to()));
    } else if (e instanceof Except x) {
      return new Except(
          f.apply(x.original()), x.changes().stream().map(c -> changed(c, f)).toList());
    } else if (e instanceof Step s) {
      return new Step(s.mayStutter(), f.apply(s.action()), s.variables());
    }
    return binding(e, f);
  }

  /** The same of those that bind names or choose. */
  private static Expression binding(Expression e, UnaryOperator<Expression> f) {
    if (e instanceof Function x) {
      return new Function(bounds(x.bounds(), f), f.apply(x.value()));
    } else if (e instanceof Filter x) {
      return new Filter(bound(x.bound(), f), f.apply(x.condition()));
    } else if (e instanceof Image i) {
      return new Image(f.apply(i.value()), bounds(i.bounds(), f));
    } else if (e instanceof Quantified q) {
      return new Quantified(q.quantifier(), bounds(q.bounds(), f), f.apply(q.body()));
    } else if (e instanceof If i) {
      return new If(f.apply(i.condition()), f.apply(i.yes()), f.apply(i.no()));
    } else if (e instanceof Case c) {
      return new Case(
          c.arms().stream().map(a -> new Arm(f.apply(a.condition()), f.apply(a.value()))).toList(),
          c.other().map(f));
    } else if (e instanceof Let l) {
      return new Let(
          l.definitions().stream().map(d -> definition(d, f.apply(d.body()))).toList(),
          f.apply(l.body()));
    } else if (e instanceof Lambda l) {
      return new Lambda(l.parameters(), f.apply(l.body()));
    }
    return e;
  }

  static Definition definition(Definition d, Expression body) {
    return new Definition(d.name(), d.parameters(), body, d.comment());
  }

  private static List<Expression> each(List<Expression> all, UnaryOperator<Expression> f) {
    return all.stream().map(f).toList();
  }

  private static List<FieldValue> fields(List<FieldValue> all, UnaryOperator<Expression> f) {
    return all.stream().map(v -> new FieldValue(v.name(), f.apply(v.value()))).toList();
  }

  private static Change changed(Change c, UnaryOperator<Expression> f) {
    List<Selector> path = new ArrayList<>();
    for (Selector s : c.path()) {
      path.add(s instanceof Selector.Index i ? new Selector.Index(each(i.arguments(), f)) : s);
    }
    return new Change(path, f.apply(c.value()));
  }

  private static List<Bound> bounds(List<Bound> all, UnaryOperator<Expression> f) {
    return all.stream().map(b -> bound(b, f)).toList();
  }

  private static Bound bound(Bound b, UnaryOperator<Expression> f) {
    return new Bound(b.names(), f.apply(b.set()));
  }
}

package quiesce.lowering;

import java.util.Optional;
import quiesce.source.Expression;
import quiesce.source.Expression.Operator;
import quiesce.source.Place;
import quiesce.source.Statement;
import quiesce.source.Type;

/**
 * The number beside a local that may be an error: below 0 if it is one, and 0 if it is a pointer.
 */
final class ErrorNumber {
  private ErrorNumber() {}

  static String beside(String local) {
    // No name of C has a dot in it.
    return local + ".error";
  }

  static Expression error(Expression.Name local) {
    return new Expression.Name(local.place(), beside(local.name()));
  }

  static Expression number(Place place, int value) {
    return new Expression.Number(place, value);
  }

  static Statement declared(String local, Place place, Expression value) {
    return new Statement.Declaration(place, new Type.Int(), beside(local), Optional.of(value));
  }

  static Statement assigned(Place place, Expression target, Expression value) {
    return new Statement.Evaluation(place, new Expression.Assign(place, target, value));
  }

  static Expression isNumber(Expression.Name n) {
    return new Expression.Binary(n.place(), Operator.NOT_EQUAL, error(n), number(n.place(), 0));
  }

  static Expression isError(Expression.Name n) {
    // A number above 0 is none: what is made of it looks like a pointer, and is followed.
    return new Expression.Binary(n.place(), Operator.LESS, error(n), number(n.place(), 0));
  }

  static Statement returned(Place place, Expression value) {
    return new Statement.Return(place, Optional.of(value));
  }
}

package quiesce.lowering;

import java.util.Optional;
import quiesce.source.Constant;
import quiesce.source.Expression;
import quiesce.source.Type;
import quiesce.steps.Value;

/** What the initialisers of variables, of elements and of members mean. */
final class Initial {
  private Initial() {}

  /**
   * A value of a type.
   *
   * @param what is initialised, in words
   * @throws Refusal where something of this type cannot hold it
   */
  static Value of(Expression e, Type type, String what) {
    Typed.Kind kind = Typed.Kind.of(type);
    Optional<Integer> number = Constant.of(e);
    if (e instanceof Expression.Text && kind != Typed.Kind.DATA) {
      throw new Refusal(
          e.place(),
          "a string initialises %s, which is %s".formatted(what, kind.words()),
          "give the member the type const char *");
    } else if (type instanceof Type.Bool && number.isPresent()) {
      return new Value.Truth(number.get() != 0);
    } else if (type instanceof Type.Lock && e instanceof Expression.Call) {
      return zero(type);
    } else if (type.isNumber() && number.isPresent()) {
      return new Value.Number(number.get());
    }
    if (type instanceof Type.Numbered && e instanceof Expression.Null) {
      return new Value.Number(0);
    }
    boolean pointer = !(type instanceof Type.Bool) && !type.isNumber();
    boolean isNull = e instanceof Expression.Null || number.equals(Optional.of(0));
    if (pointer && (isNull || e instanceof Expression.Text)) {
      return new Value.Null();
    }
    throw new Refusal(
        e.place(),
        what + " cannot be initialised with this",
        pointer ? "write NULL, or assign it in a function" : "write a number");
  }

  /** What may be a function, or a struct by its address, by its name. */
  static Optional<String> function(Expression e) {
    Expression named = e instanceof Expression.AddressOf a ? a.operand() : e;
    return named instanceof Expression.Name n ? Optional.of(n.name()) : Optional.empty();
  }

  /** What is there without an initialiser. */
  static Value zero(Type type) {
    if (type instanceof Type.Bool) {
      return new Value.Truth(false);
    }
    boolean number = type.isNumber() || type instanceof Type.Lock;
    return number ? new Value.Number(0) : new Value.Null();
  }
}

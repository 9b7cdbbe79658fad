package quiesce.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An expression as it is written. Names are not resolved: a macro call is a {@link Call}. {@code
 * -x} is {@code 0 - x}, and {@code ~x} is {@code -1 - x}.
 */
public sealed interface Expression {
  /** Where the expression begins; of a binary operator or call, where its first operand begins. */
  Place place();

  record Name(Place place, String name) implements Expression {}

  record Number(Place place, int value) implements Expression {}

  record Text(Place place, String value) implements Expression {}

  /** {@code sizeof} something: it evaluates nothing, and how large things are is not followed. */
  record Size(Place place, String word) implements Expression {}

  /**
   * {@code { .member = value }} as what a struct is initialised with; members that it leaves out
   * are 0. A member of a struct in it has the names of both, with a dot between them.
   *
   * @param struct of a compound literal
   */
  record Braced(Place place, Optional<String> struct, Map<String, Expression> members)
      implements Expression {
    public Braced {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  record Null(Place place) implements Expression {}

  record Truth(Place place, boolean value) implements Expression {}

  record Not(Place place, Expression operand) implements Expression {}

  record AddressOf(Place place, Expression operand) implements Expression {}

  record Dereference(Place place, Expression operand) implements Expression {}

  /**
   * {@code container_of(pointer, struct NAME, member)}.
   *
   * @param orNull whether the pointer may be NULL, which leads to NULL then
   */
  record Container(Place place, Expression pointer, String struct, String member, boolean orNull)
      implements Expression {}

  /** Changes no value, but says what a {@code *} before it means. */
  record Cast(Place place, Expression operand) implements Expression {}

  /**
   * {@code (unsigned long)x}: a number of another type.
   *
   * @param words the type as it is written
   * @param unsigned whether a number below 0 would become another one
   * @param bits how many it has, where an int has more
   */
  record Converted(
      Place place, String words, boolean unsigned, Optional<Integer> bits, Expression operand)
      implements Expression {
    /** Whether a number is the same in this type. */
    public boolean keeps(int value) {
      int above = bits.map(b -> 1 << (unsigned ? b : b - 1)).orElse(0);
      int below = unsigned ? 0 : bits.map(b -> -(1 << (b - 1))).orElse(Integer.MIN_VALUE);
      return value >= below && (bits.isEmpty() || value < above);
    }
  }

  record Binary(Place place, Operator operator, Expression left, Expression right)
      implements Expression {}

  /** {@code target = value}; its value is what the target then holds. */
  record Assign(Place place, Expression target, Expression value) implements Expression {}

  /**
   * {@code target += value}, and {@code ++target} as {@code target += 1}; its value is what the
   * target then holds.
   *
   * @param old whether it is what the target held before: {@code target++}
   */
  record Update(Place place, Expression target, Operator operator, Expression value, boolean old)
      implements Expression {}

  /** {@code condition ? then : otherwise}; without the middle, it is what was tested. */
  record Conditional(
      Place place, Expression condition, Optional<Expression> then, Expression otherwise)
      implements Expression {
    /** The operands of which one alone is evaluated. */
    public Stream<Expression> arms() {
      return Stream.concat(then.stream(), Stream.of(otherwise));
    }
  }

  /**
   * {@code object->member}, also {@code object->inner.member} as one member of that name; the place
   * is that of the arrow's left operand.
   */
  record Member(Place place, Expression object, String member) implements Expression {}

  /** {@code array[index]}; the place is that of the array. */
  record Index(Place place, Expression array, Expression index) implements Expression {}

  /**
   * {@code variable.member}, of a variable that is a struct: a variable by itself. A member of a
   * struct in it has the names of both, with a dot between them.
   */
  record Part(Place place, String variable, String member) implements Expression {
    /** As C writes it. */
    public String name() {
      return variable + "." + member;
    }
  }

  /** {@code callee(arguments)}: a function, a primitive, a member, or {@code static_call(x)()}. */
  record Call(Place place, Expression callee, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }

    /** The name of the function or primitive; empty when the callee is no name. */
    public String name() {
      return callee instanceof Name n ? n.name() : "";
    }
  }

  /** What it gives another value, by itself. */
  default Optional<Expression> changes() {
    if (this instanceof Assign a) {
      return Optional.of(a.target());
    }
    return this instanceof Update u ? Optional.of(u.target()) : Optional.empty();
  }

  /** What is called by it: a function and a pointer to it are called alike. */
  default Expression called() {
    return this instanceof Dereference d ? d.operand().called() : this;
  }

  /** {@code this.member}; empty where a struct cannot be what this is. */
  default Optional<Expression> dot(String member) {
    if (this instanceof Name n) {
      return Optional.of(new Part(n.place(), n.name(), member));
    } else if (this instanceof Part p) {
      return Optional.of(new Part(p.place(), p.variable(), p.member() + "." + member));
    } else if (this instanceof Member m) {
      return Optional.of(new Member(m.place(), m.object(), m.member() + "." + member));
    } else if (this instanceof Dereference d) {
      return Optional.of(new Member(d.place(), d.operand(), member));
    }
    boolean oneOfSeveral =
        this instanceof Index || this instanceof Call c && c.name().equals("per_cpu");
    return oneOfSeveral
        ? Optional.of(new Member(place(), new AddressOf(place(), this), member))
        : Optional.empty();
  }

  /** The expression without the casts around it. */
  default Expression bare() {
    return this instanceof Cast c ? c.operand().bare() : this;
  }

  enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    AND("&&"),
    OR("||"),
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    DIVIDE("/"),
    REMAINDER("%"),
    SHIFT_LEFT("<<"),
    SHIFT_RIGHT(">>"),
    BIT_AND("&"),
    BIT_OR("|"),
    BIT_XOR("^"),
    LESS("<"),
    GREATER(">"),
    AT_MOST("<="),
    AT_LEAST(">=");

    private final String c;

    Operator(String c) {
      this.c = c;
    }

    /** The operator as C writes it. */
    public String c() {
      return c;
    }

    /** Whether it makes a number of two, and no truth. */
    public boolean isArithmetic() {
      return switch (this) {
        case PLUS, MINUS, TIMES, DIVIDE, REMAINDER -> true;
        case SHIFT_LEFT, SHIFT_RIGHT, BIT_AND, BIT_OR, BIT_XOR -> true;
        default -> false;
      };
    }

    static Operator of(String c) {
      return Stream.of(values()).filter(o -> o.c.equals(c)).findFirst().orElseThrow();
    }
  }
}

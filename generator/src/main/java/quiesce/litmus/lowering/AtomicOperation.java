package quiesce.litmus.lowering;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quiesce.steps.Access.Order;
import quiesce.steps.Value;

/**
 * An atomic operation, as its name says.
 *
 * @param operator what it does to the variable; of the other kinds it is PLUS
 * @param unit whether the operand is 1 and not an argument
 */
record AtomicOperation(
    Kind kind, Value.Operator operator, boolean unit, Order order, Result result) {

  enum Kind {
    XCHG,
    CMPXCHG,
    CALCULATE,
    ADD_UNLESS
  }

  /** What the operation returns. */
  enum Result {
    NOTHING,
    OLD,
    NEW,
    /** Whether the new value is 0. */
    IS_ZERO,
    IS_NEGATIVE,
    /** Whether something was added. */
    DONE
  }

  private static final String ORDER = "(?:_(?<order>relaxed|acquire|release))?";
  private static final Pattern EXCHANGE =
      Pattern.compile("(?:atomic_)?(?<kind>xchg|cmpxchg)" + ORDER);
  private static final Pattern NOTHING =
      Pattern.compile("atomic_(?<op>add|sub|inc|dec|and|or|xor|andnot)");
  private static final Pattern FETCH =
      Pattern.compile("atomic_fetch_(?<op>add|sub|inc|dec|and|or|xor|andnot)" + ORDER);
  private static final Pattern RETURN =
      Pattern.compile("atomic_(?<op>add|sub|inc|dec)_return" + ORDER);
  private static final Pattern TEST = Pattern.compile("atomic_(?<op>sub|inc|dec)_and_test");
  private static final Pattern NEGATIVE = Pattern.compile("atomic_(?<op>add)_negative" + ORDER);

  private static final Map<String, Value.Operator> OPERATORS =
      Map.of(
          "add", Value.Operator.PLUS,
          "inc", Value.Operator.PLUS,
          "sub", Value.Operator.MINUS,
          "dec", Value.Operator.MINUS,
          "and", Value.Operator.AND,
          "or", Value.Operator.OR,
          "xor", Value.Operator.XOR,
          "andnot", Value.Operator.AND_NOT);

  /** The types atomic64_t and atomic_long_t have the operations of atomic_t. */
  static String plain(String name) {
    return name.replaceFirst("^atomic(64|_long)_", "atomic_");
  }

  /** The operation of a name that {@link #plain} has made. */
  static Optional<AtomicOperation> of(String name) {
    Matcher m = EXCHANGE.matcher(name);
    if (m.matches()) {
      Kind kind = m.group("kind").equals("xchg") ? Kind.XCHG : Kind.CMPXCHG;
      return Optional.of(
          new AtomicOperation(kind, Value.Operator.PLUS, false, order(m), Result.OLD));
    }
    m = NOTHING.matcher(name);
    if (m.matches()) {
      return Optional.of(calculate(m, Order.RELAXED, Result.NOTHING));
    }
    m = TEST.matcher(name);
    if (m.matches()) {
      return Optional.of(calculate(m, Order.FULL, Result.IS_ZERO));
    }
    for (Map.Entry<Pattern, Result> each :
        Map.of(FETCH, Result.OLD, RETURN, Result.NEW, NEGATIVE, Result.IS_NEGATIVE).entrySet()) {
      m = each.getKey().matcher(name);
      if (m.matches()) {
        return Optional.of(calculate(m, order(m), each.getValue()));
      }
    }
    return switch (name) {
      case "atomic_fetch_add_unless" -> Optional.of(unless(false, Result.OLD));
      case "atomic_add_unless" -> Optional.of(unless(false, Result.DONE));
      case "atomic_inc_not_zero" -> Optional.of(unless(true, Result.DONE));
      default -> Optional.empty();
    };
  }

  private static AtomicOperation calculate(Matcher m, Order order, Result result) {
    String op = m.group("op");
    boolean unit = op.equals("inc") || op.equals("dec");
    return new AtomicOperation(Kind.CALCULATE, OPERATORS.get(op), unit, order, result);
  }

  private static AtomicOperation unless(boolean unit, Result result) {
    return new AtomicOperation(Kind.ADD_UNLESS, Value.Operator.PLUS, unit, Order.FULL, result);
  }

  private static Order order(Matcher m) {
    return m.group("order") == null
        ? Order.FULL
        : Order.valueOf(m.group("order").toUpperCase(Locale.ROOT));
  }
}

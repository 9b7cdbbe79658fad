package quiesce.tla;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The operators of TLA+ that are written between their operands or before them, with the ranges of
 * their precedence: Lamport, Specifying Systems, table 6.
 */
public enum Operator {
  IMPLIES("=>", 1, 1),
  EQUIVALENT("<=>", 2, 2),
  AND("/\\", 3, 3),
  OR("\\/", 3, 3),
  EQUAL("=", 5, 5),
  DIFFERENT("#", 5, 5),
  LESS("<", 5, 5),
  NOT_LESS(">=", 5, 5),
  GREATER(">", 5, 5),
  NOT_GREATER("<=", 5, 5),
  IN("\\in", 5, 5),
  NOT_IN("\\notin", 5, 5),
  SUBSET_OF("\\subseteq", 5, 5),
  OVERRIDDEN_BY("@@", 6, 6),
  MAPPED_TO(":>", 7, 7),
  CUP("\\cup", 8, 8),
  CAP("\\cap", 8, 8),
  WITHOUT("\\", 8, 8),
  UP_TO("..", 9, 9),
  PLUS("+", 10, 10),
  MODULO("%", 10, 11),
  MINUS("-", 11, 11),
  PRODUCT("\\X", 10, 13),
  TIMES("*", 13, 13),
  DIVIDED_BY("\\div", 13, 13),
  CONCATENATED_WITH("\\o", 13, 13),

  NOT("~", 4, 4),
  ALWAYS("[]", 4, 15),
  EVENTUALLY("<>", 4, 15),
  UNCHANGED("UNCHANGED", 4, 15),
  ENABLED("ENABLED", 4, 15),
  SUBSET("SUBSET", 8, 8),
  UNION("UNION", 8, 8),
  DOMAIN("DOMAIN", 9, 9),
  NEGATIVE("-", 12, 12);

  /** How tight a relation binds: it is between conditions and values. */
  static final int RELATION = 5;

  private static final Map<String, Operator> INFIX = table(o -> !o.isPrefix());
  private static final Map<String, Operator> PREFIX = table(Operator::isPrefix);

  private final String sign;
  private final int low;
  private final int high;

  Operator(String sign, int low, int high) {
    this.sign = sign;
    this.low = low;
    this.high = high;
  }

  private static Map<String, Operator> table(Function<Operator, Boolean> kind) {
    return Arrays.stream(values())
        .filter(kind::apply)
        .collect(Collectors.toMap(Operator::sign, o -> o));
  }

  static Optional<Operator> infix(String sign) {
    return Optional.ofNullable(INFIX.get(sign));
  }

  static Optional<Operator> prefix(String sign) {
    return Optional.ofNullable(PREFIX.get(sign));
  }

  public String sign() {
    return sign;
  }

  /** The lower end of its precedence. */
  int low() {
    return low;
  }

  /** The upper end. */
  int high() {
    return high;
  }

  boolean isPrefix() {
    return compareTo(NOT) >= 0;
  }

  /** Whether a word, which a blank separates from its operand. */
  boolean isWord() {
    return Character.isLetter(sign.charAt(0));
  }

  /** Whether more than two consecutive operands are one expression. */
  boolean isChained() {
    return this == AND || this == OR || this == PRODUCT;
  }

  /** Whether {@code a op b op c} is read from the left. */
  boolean isLeftAssociative() {
    return switch (this) {
      case CUP, CAP, PLUS, TIMES, CONCATENATED_WITH, OVERRIDDEN_BY -> true;
      default -> false;
    };
  }

  /** Whether it computes with integers; who mixes such operators writes parentheses. */
  boolean isArithmetic() {
    return switch (this) {
      case PLUS, MINUS, TIMES, MODULO, DIVIDED_BY -> true;
      default -> false;
    };
  }

  /** The relation that holds where this one does not. */
  Optional<Operator> opposite() {
    return switch (this) {
      case EQUAL -> Optional.of(DIFFERENT);
      case DIFFERENT -> Optional.of(EQUAL);
      case LESS -> Optional.of(NOT_LESS);
      case NOT_LESS -> Optional.of(LESS);
      case GREATER -> Optional.of(NOT_GREATER);
      case NOT_GREATER -> Optional.of(GREATER);
      case IN -> Optional.of(NOT_IN);
      case NOT_IN -> Optional.of(IN);
      default -> Optional.empty();
    };
  }
}

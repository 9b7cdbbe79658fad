package quiesce.source.cut;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Follows {@code #if} and its like. A branch begins with the brackets that were open before all of
 * them; what comes after {@code #endif} begins with those of the first branch.
 */
final class Conditionals {
  private final Deque<Open> open = new ArrayDeque<>();
  private Map<Condition, Token> conditions = Map.of();

  /** An {@code #if} that has not ended. */
  private static final class Open {
    private final Map<Condition, Token> around;
    private final Brackets before;
    private Map<Condition, Token> otherwise;
    private Optional<Brackets> first = Optional.empty();

    Open(Map<Condition, Token> around, Brackets before) {
      this.around = around;
      this.before = before;
      this.otherwise = around;
    }
  }

  /** The conditions under which the text is kept here, and the lines that they come from. */
  Map<Condition, Token> here() {
    return conditions;
  }

  /** Whether nothing is kept here, whatever the configuration. */
  boolean isDead() {
    return conditions.keySet().stream().anyMatch(Condition::isFalse);
  }

  /**
   * Follows a preprocessor line.
   *
   * @param now the brackets that are open before it
   * @return those that are open after it
   */
  Brackets follow(Token line, String directive, String rest, Brackets now) {
    switch (directive) {
      case "if", "ifdef", "ifndef" -> {
        open.push(new Open(conditions, now));
        branch(Condition.of(directive, rest), line);
        return now;
      }
      case "elif", "else" -> {
        if (open.isEmpty()) {
          return now;
        }
        end(now);
        conditions = open.peek().otherwise;
        if (directive.equals("elif")) {
          branch(Condition.of(directive, rest), line);
        }
        return open.peek().before;
      }
      case "endif" -> {
        if (open.isEmpty()) {
          return now;
        }
        end(now);
        Open ended = open.pop();
        conditions = ended.around;
        return ended.first.orElse(ended.before);
      }
      default -> {
        return now;
      }
    }
  }

  private void branch(Condition condition, Token line) {
    Open innermost = open.peek();
    Map<Condition, Token> before = innermost.otherwise;
    conditions = with(before, condition, line);
    innermost.otherwise = with(before, condition.not(), line);
  }

  private static Map<Condition, Token> with(
      Map<Condition, Token> before, Condition condition, Token line) {
    if (condition.isTrue() || before.containsKey(condition)) {
      return before;
    }
    Map<Condition, Token> with = new LinkedHashMap<>(before);
    with.put(condition, line);
    return Collections.unmodifiableMap(with);
  }

  private void end(Brackets now) {
    if (!isDead()) {
      open.peek().first = open.peek().first.or(() -> Optional.of(now));
    }
  }
}

package quiesce.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The condition of an {@code #if}: of names, numbers, {@code defined()}, {@code IS_ENABLED()} and
 * its like, {@code !}, {@code &&}, {@code ||} and parentheses. Of what is not known nothing follows
 * but where the rest decides.
 */
final class PreprocessorCondition {
  private static final Pattern WORD = Pattern.compile("\\s*(\\w+|&&|\\|\\||[!()]|\\S)");
  private static final int DEEPEST = 50;

  private final List<String> words = new ArrayList<>();
  private final Function<Asked, Optional<Boolean>> names;
  private final Set<String> unknown = new TreeSet<>();
  private int at;
  private int depth;
  private boolean understood = true;

  /**
   * What is asked for.
   *
   * @param how {@code defined}, {@code IS_ENABLED} and its like, or nothing for the value itself
   */
  record Asked(String how, String name) {}

  /**
   * What a condition comes to.
   *
   * @param outcome if it is decided
   * @param unknown the names of which it depends otherwise
   */
  record Result(boolean understood, Optional<Boolean> outcome, Set<String> unknown) {}

  private PreprocessorCondition(String text, Function<Asked, Optional<Boolean>> names) {
    this.names = names;
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group(1));
    }
  }

  static Result of(String text, Function<Asked, Optional<Boolean>> names) {
    String plain = text.replace("\\\n", " ").replaceAll("(?s)/\\*.*?\\*/|//.*", " ");
    PreprocessorCondition condition = new PreprocessorCondition(plain, names);
    Optional<Boolean> outcome = condition.either();
    return new Result(
        condition.understood && condition.at == condition.words.size(), outcome, condition.unknown);
  }

  private Optional<Boolean> either() {
    Set<String> before = new TreeSet<>(unknown);
    Optional<Boolean> left = both();
    while (accept("||")) {
      Optional<Boolean> right = both();
      left = or(left, right);
    }
    return decided(left, before);
  }

  private Optional<Boolean> both() {
    Set<String> before = new TreeSet<>(unknown);
    Optional<Boolean> left = operand();
    while (accept("&&")) {
      Optional<Boolean> right = operand();
      left = or(left.map(b -> !b), right.map(b -> !b)).map(b -> !b);
    }
    return decided(left, before);
  }

  /** Where it is decided, it depends on nothing that is not known. */
  private Optional<Boolean> decided(Optional<Boolean> outcome, Set<String> before) {
    if (outcome.isPresent()) {
      unknown.retainAll(before);
    }
    return outcome;
  }

  private static Optional<Boolean> or(Optional<Boolean> left, Optional<Boolean> right) {
    boolean decided = left.equals(Optional.of(true)) || right.equals(Optional.of(true));
    return decided ? Optional.of(true) : left.flatMap(l -> right);
  }

  private Optional<Boolean> operand() {
    if (++depth > DEEPEST) {
      understood = false;
      return Optional.empty();
    }
    try {
      if (accept("!")) {
        return operand().map(b -> !b);
      } else if (accept("(")) {
        Optional<Boolean> inner = either();
        understood &= accept(")");
        return inner;
      }
      return name();
    } finally {
      depth--;
    }
  }

  private Optional<Boolean> name() {
    String word = at < words.size() ? words.get(at++) : "";
    if (word.matches("\\d+[uUlL]*")) {
      return Optional.of(!word.matches("0+[uUlL]*"));
    } else if (!word.matches("[A-Za-z_]\\w*")) {
      understood = false;
      return Optional.empty();
    } else if (word.equals("defined") || Enabled.isOne(word)) {
      boolean bracket = accept("(");
      String name = at < words.size() ? words.get(at++) : "";
      understood &= name.matches("[A-Za-z_]\\w*") && (!bracket || accept(")"));
      return asked(word, name);
    }
    return asked("", word);
  }

  private Optional<Boolean> asked(String how, String name) {
    Optional<Boolean> known = names.apply(new Asked(how, name));
    if (known.isEmpty()) {
      unknown.add(name);
    }
    return known;
  }

  private boolean accept(String word) {
    boolean there = at < words.size() && words.get(at).equals(word);
    at += there ? 1 : 0;
    return there;
  }
}

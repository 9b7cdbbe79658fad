package quiesce.tla;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The words and signs of a text, one at a time. In a list of bullets it ends with the item. */
final class TokenCursor {
  /** There is something else than what was expected. */
  static final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unexpected() {
      super(null, null, false, false);
    }
  }

  private final List<Tokens.Token> tokens;
  private final Tokens.Token end;
  private int next;

  /** The column of the innermost bullet. */
  private int bullet = -1;

  TokenCursor(List<Tokens.Token> tokens) {
    this.tokens = tokens;
    this.end = tokens.get(tokens.size() - 1);
  }

  Tokens.Token token() {
    Tokens.Token t = tokens.get(next);
    return t.column() > bullet ? t : end;
  }

  void advance() {
    next++;
  }

  boolean at(String sign) {
    return token().is(sign);
  }

  /** Whether a sign follows the token here. */
  boolean isNext(String sign) {
    return next + 1 < tokens.size() && tokens.get(next + 1).is(sign);
  }

  boolean take(String sign) {
    boolean there = at(sign);
    next += there ? 1 : 0;
    return there;
  }

  void expect(String sign) {
    if (!take(sign)) {
      throw new Unexpected();
    }
  }

  void expectEnd() {
    if (token() != end) {
      throw new Unexpected();
    }
  }

  String word() {
    Tokens.Token t = token();
    if (t.kind() != Tokens.Kind.WORD) {
      throw new Unexpected();
    }
    next++;
    return t.text();
  }

  /** Reads what is to the right of a bullet. */
  <T> T rightOf(int column, Supplier<T> item) {
    int outer = bullet;
    bullet = column;
    T read = item.get();
    bullet = outer;
    return read;
  }

  /** Reads something if it is there. */
  <T> Optional<T> attempt(Supplier<T> reader) {
    int start = next;
    int outer = bullet;
    try {
      return Optional.of(reader.get());
    } catch (Unexpected e) {
      next = start;
      bullet = outer;
      return Optional.empty();
    }
  }
}

package quiesce.source;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Collects what is wrong with one file, so that all of it can be reported at once. */
public final class Diagnostics {
  private final SourceFile file;
  private final List<Diagnostic> found = new ArrayList<>();

  public Diagnostics(SourceFile file) {
    this.file = file;
  }

  public SourceFile file() {
    return file;
  }

  public void report(Place place, String message, String help) {
    found.add(new Diagnostic(file, place, message, help));
  }

  public void report(Token token, String message, String help) {
    report(place(token), message, help);
  }

  void report(Token token, Unsupported construct, Object... arguments) {
    report(token, construct.message(arguments), construct.help());
  }

  /** Where the token begins. */
  public Place place(Token token) {
    return new Place(token.getLine(), column(token.getLine(), token.getCharPositionInLine()));
  }

  /** Just after the token, which lies on one line. */
  public Place behind(Token token) {
    int codePoints = token.getText().codePointCount(0, token.getText().length());
    return new Place(
        token.getLine(), column(token.getLine(), token.getCharPositionInLine() + codePoints));
  }

  /** ANTLR counts code points from 0; a {@link Place} counts chars, as Java strings do, from 1. */
  private int column(int line, int codePoints) {
    String text = file.line(line);
    return text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())))
        + 1;
  }

  public boolean none() {
    return found.isEmpty();
  }

  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new SourceException(found);
    }
  }
}

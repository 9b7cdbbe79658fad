package quiesce.export;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a file is licensed under, in the words of SPDX.
 *
 * @param expression identifiers, joined by {@code WITH}, {@code AND} and {@code OR}
 */
public record License(String expression) {
  private static final String IDENTIFIER = "[A-Za-z0-9][A-Za-z0-9.+-]*";
  private static final Pattern FORM =
      Pattern.compile(IDENTIFIER + "( (?:WITH|AND|OR) " + IDENTIFIER + ")*");
  private static final int LONGEST = 200;

  /** Empty if it is no such expression. */
  public static Optional<License> of(String expression) {
    boolean fits = expression.length() <= LONGEST && FORM.matcher(expression).matches();
    return fits ? Optional.of(new License(expression)) : Optional.empty();
  }
}

package quiesce.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCLexer;

/**
 * A macro.
 *
 * @param parameters empty of one that takes no parentheses
 * @param body the words that it expands to
 * @param unsupported what it has that is not supported; refused where the macro is used
 */
public record Macro(
    String name,
    Optional<List<String>> parameters,
    List<Token> body,
    Optional<String> unsupported) {

  /**
   * Reads a definition.
   *
   * @param text what is after {@code #define}, of which the first word is a name
   */
  public static Macro of(String text) {
    List<Token> words =
        KernelC.words(text).stream()
            .filter(t -> t.getChannel() != KernelCLexer.COMMENTS && t.getType() != Token.EOF)
            .toList();
    String name = words.get(0).getText();
    boolean takesArguments =
        words.size() > 1
            && words.get(1).getType() == KernelCLexer.LPAREN
            && words.get(1).getStartIndex() == words.get(0).getStopIndex() + 1;
    int close = takesArguments ? closing(words) : 0;
    List<Token> inside = takesArguments ? words.subList(2, close) : List.of();
    List<Token> body = words.subList(Math.min(close + 1, words.size()), words.size());
    return new Macro(
        name,
        takesArguments ? Optional.of(parameters(inside)) : Optional.empty(),
        List.copyOf(body),
        close < words.size()
            ? unsupported(inside, body)
            : Optional.of("parameters that do not end"));
  }

  private static int closing(List<Token> words) {
    int at = 2;
    while (at < words.size() && words.get(at).getType() != KernelCLexer.RPAREN) {
      at++;
    }
    return at;
  }

  private static List<String> parameters(List<Token> inside) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < inside.size(); i += 2) {
      names.add(inside.get(i).getText());
    }
    return List.copyOf(names);
  }

  private static Optional<String> unsupported(List<Token> inside, List<Token> body) {
    if (inside.stream().anyMatch(t -> t.getType() == KernelCLexer.ELLIPSIS)) {
      return Optional.of("any number of arguments");
    }
    for (int i = 0; i < inside.size(); i++) {
      int wanted = i % 2 == 0 ? KernelCLexer.NAME : KernelCLexer.COMMA;
      if (inside.get(i).getType() != wanted
          || wanted == KernelCLexer.COMMA && i + 1 == inside.size()) {
        return Optional.of("a parameter that is no name");
      }
    }
    return body.stream().anyMatch(t -> t.getChannel() == KernelCLexer.DIRECTIVES)
        ? Optional.of("'#' or '##'")
        : Optional.empty();
  }

  /** Whether it is defined in the same way: C allows that to be done twice. */
  boolean isAlike(Macro other) {
    return parameters.equals(other.parameters) && words().equals(other.words());
  }

  private List<String> words() {
    return body.stream().map(Token::getText).toList();
  }
}

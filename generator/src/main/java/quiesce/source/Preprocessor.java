package quiesce.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCLexer;

/** Carries out the preprocessor lines of a file, and refuses those that it may not have. */
final class Preprocessor {
  private static final Pattern DIRECTIVE = Pattern.compile("#\\s*(\\w*)\\s*(.*)", Pattern.DOTALL);
  private static final Pattern INCLUDED = Pattern.compile("<[^>\n]+>|\"[^\"\n]+\"");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

  private final Diagnostics diagnostics;
  private final Map<String, Macro> macros = new HashMap<>();
  private final Map<String, Macro> builtIn = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();

  private Preprocessor(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * The words that the parser gets.
   *
   * @param all words of the file, with comments and preprocessor lines
   * @throws SourceException when macros expand to too much
   */
  static List<Token> processed(
      List<Token> all, Configuration configuration, Diagnostics diagnostics) {
    Preprocessor preprocessor = new Preprocessor(diagnostics);
    List<Token> words = ConditionalText.kept(all, configuration, diagnostics);
    List<Token> text = words.stream().filter(t -> t.getChannel() != KernelCLexer.COMMENTS).toList();
    List<Token> expanded =
        new MacroExpansion(preprocessor::macro, preprocessor::directive, diagnostics).of(text);
    return Enabled.replaced(expanded, configuration, diagnostics);
  }

  private Optional<Macro> macro(String name) {
    Macro own = macros.get(name);
    return own != null ? Optional.of(own) : builtIn(name);
  }

  private Optional<Macro> builtIn(String name) {
    return diagnostics
        .profile()
        .definition(name)
        .map(text -> builtIn.computeIfAbsent(name, n -> Macro.of(text)));
  }

  /** What is conditional has been decided, where #if is understood. */
  private void directive(Token token) {
    Matcher matcher = DIRECTIVE.matcher(token.getText().replace("\\\n", ""));
    String name = matcher.matches() ? matcher.group(1) : "";
    switch (name) {
      case "include" -> include(token, matcher.group(2));
      case "define", "undef" -> {
        if (!diagnostics.report(token, Construct.DEFINE)) {
          macro(token, name, matcher.group(2));
        }
      }
      case "if", "ifdef", "ifndef", "elif", "else", "endif" ->
          diagnostics.report(token, Construct.CONDITIONAL_COMPILATION, name);
      default -> diagnostics.report(token, Construct.DIRECTIVE);
    }
  }

  /** Opens no file: what it could define is either built in, or has to be in this file. */
  private void include(Token token, String file) {
    if (diagnostics.report(token, Construct.INCLUDE)) {
      return;
    }
    if (INCLUDED.matcher(file).lookingAt()) {
      diagnostics.setAside(token, Harmless.Kind.DIRECTIVE, "include");
    } else {
      diagnostics.report(
          token,
          "'#include' without the name of a file",
          "write #include <linux/name.h>, or drop the line");
    }
  }

  private void macro(Token token, String directive, String text) {
    Matcher matcher = NAME.matcher(text);
    if (!matcher.lookingAt()) {
      diagnostics.report(
          token, "'#%s' without a name".formatted(directive), "write #define NAME value");
    } else if (!isFree(matcher.group())) {
      diagnostics.report(
          token,
          "'%s' has a meaning already, and cannot be a macro".formatted(matcher.group()),
          "rename the macro, or drop the line");
    } else if (directive.equals("undef")) {
      macros.remove(matcher.group());
    } else {
      define(token, Macro.of(text));
    }
  }

  private boolean isFree(String name) {
    return Fragments.isName(name) && builtIn(name).isEmpty();
  }

  private void define(Token token, Macro macro) {
    Macro before = macros.putIfAbsent(macro.name(), macro);
    if (before != null && !before.isAlike(macro)) {
      diagnostics.report(
          token,
          "the macro '%s' is defined twice: first in line %d"
              .formatted(macro.name(), places.get(macro.name()).line()),
          "rename one of the two, or write #undef %s before".formatted(macro.name()));
    }
    places.put(macro.name(), diagnostics.place(token));
    diagnostics.defined(macro.name(), token);
  }
}

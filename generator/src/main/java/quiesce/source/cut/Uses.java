package quiesce.source.cut;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import quiesce.source.grammar.KernelCLexer;

/**
 * Finds the names that a piece uses: not those of members, labels, parameters and of what is
 * declared inside. A macro may have any name, so each word may use one.
 */
final class Uses {
  private final Words words;
  private final int body;
  private final boolean macro;
  private final Set<Name> found = new LinkedHashSet<>();
  private final Deque<Set<String>> scopes = new ArrayDeque<>();

  private Uses(Words words, int body, boolean macro) {
    this.words = words;
    this.body = body;
    this.macro = macro;
    scopes.push(new HashSet<>());
  }

  /**
   * @param body the first word that is a statement's, or as many as there are words
   */
  static Set<Name> of(Words words, int body) {
    return new Uses(words, body, false).found();
  }

  /** Of what a macro expands to. */
  static Set<Name> ofMacro(Words words, Set<String> parameters) {
    Uses uses = new Uses(words, 0, true);
    uses.scopes.peek().addAll(parameters);
    return uses.found();
  }

  private Set<Name> found() {
    for (int i = 0; i < words.size(); i++) {
      if (mayDeclare(i)) {
        Declaration.at(words, i).ifPresent(d -> scopes.peek().addAll(d.names()));
      }
      if (Character.isJavaIdentifierStart(words.text(i).charAt(0))) {
        found.add(new Name(Name.Space.MACRO, words.text(i)));
      }
      switch (words.type(i)) {
        case KernelCLexer.LBRACE -> scopes.push(new HashSet<>());
        case KernelCLexer.RBRACE -> {
          if (scopes.size() > 1) {
            scopes.pop();
          }
        }
        case KernelCLexer.NAME, KernelCLexer.LOOP_MACRO -> name(i);
        default -> {}
      }
    }
    return found;
  }

  private boolean mayDeclare(int at) {
    return switch (words.type(at - 1)) {
      case KernelCLexer.SEMICOLON, KernelCLexer.LBRACE, KernelCLexer.RBRACE -> true;
      // In statements, a product in brackets looks as a parameter does.
      case KernelCLexer.LPAREN ->
          at <= body
              || words.isType(words.afterSpecifiers(at))
              || words.is(at - 2, KernelCLexer.FOR);
      case KernelCLexer.COMMA -> at <= body || words.isType(words.afterSpecifiers(at));
      case KernelCLexer.COLON -> words.isType(words.afterSpecifiers(at));
      default -> at == 0 && !macro;
    };
  }

  private void name(int at) {
    String text = words.text(at);
    int before = at - 1;
    while (words.isSpecifier(before)) {
      before--;
    }
    if (words.isTag(before)) {
      found.add(new Name(Name.Space.TAG, text));
    } else if (!isMember(at) && !isLabel(at) && scopes.stream().noneMatch(s -> s.contains(text))) {
      found.add(Name.ordinary(text));
      found.add(new Name(Name.Space.STATIC_CALL, text));
    }
  }

  private boolean isMember(int at) {
    return words.is(at - 1, KernelCLexer.DOT) || words.is(at - 1, KernelCLexer.ARROW);
  }

  private boolean isLabel(int at) {
    if (words.is(at - 1, KernelCLexer.GOTO)) {
      return true;
    }
    return words.is(at + 1, KernelCLexer.COLON)
        && switch (words.type(at - 1)) {
          case KernelCLexer.SEMICOLON,
              KernelCLexer.LBRACE,
              KernelCLexer.RBRACE,
              KernelCLexer.COLON ->
              at > body;
          default -> false;
        };
  }
}

package quiesce.source.cut;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;
import quiesce.source.Macro;
import quiesce.source.Profile;
import quiesce.source.grammar.KernelCLexer;

/** Finds out what the words of a piece define, declare and use. */
final class PieceReader {
  private final Words words;
  private final Set<Name> defines = new LinkedHashSet<>();
  private final Set<Name> mayDefine = new LinkedHashSet<>();
  private final int body;

  private PieceReader(List<Token> tokens) {
    this.words = new Words(tokens);
    this.body = body();
  }

  /**
   * @param tokens those of the default channel
   */
  static Piece read(List<Token> tokens, Map<Condition, Token> conditions) {
    PieceReader reader = new PieceReader(tokens);
    Piece.Kind kind = reader.classified();
    return new Piece(
        kind,
        tokens.get(0),
        tokens.get(tokens.size() - 1),
        reader.defines,
        reader.mayDefine,
        Uses.of(reader.words, reader.body),
        conditions,
        reader.initcall(),
        tokens.stream().anyMatch(t -> t.getType() == KernelCLexer.ROLE));
  }

  /** Where the block of a function begins; all else ends with a semicolon. */
  private int body() {
    int last = words.size() - 1;
    if (!words.is(last, KernelCLexer.RBRACE)) {
      return words.size();
    }
    int at = 0;
    while (at < last && !words.is(at, KernelCLexer.LBRACE)) {
      boolean opens = words.is(at, KernelCLexer.LPAREN) || words.is(at, KernelCLexer.LBRACK);
      at = opens ? words.after(at) : at + 1;
    }
    return Math.min(at, last);
  }

  private Piece.Kind classified() {
    Optional<Declaration> declared = Declaration.at(words, 0);
    int start = words.afterSpecifiers(0);
    if (declared.isEmpty()) {
      return line(start);
    }
    Declaration d = declared.get();
    tags(d);
    enumerators();
    boolean isBlock = body < words.size();
    boolean typedef = begins(start, "typedef");
    boolean declaresOnly =
        begins(start, "extern") && !isBlock && !assigns()
            || d.function() && !isBlock && !typedef
            || d.names().isEmpty() && !d.body();
    Set<Name> found = declaresOnly ? mayDefine : defines;
    d.names().stream()
        .limit(isBlock ? 1 : d.names().size())
        .forEach(name -> found.add(Name.ordinary(name)));
    if (declaresOnly) {
      return Piece.Kind.DECLARATION;
    } else if (isBlock) {
      return Piece.Kind.FUNCTION;
    }
    return typedef || d.names().isEmpty() ? Piece.Kind.TYPE : Piece.Kind.VARIABLE;
  }

  private boolean begins(int start, String word) {
    for (int i = 0; i < start; i++) {
      if (words.text(i).equals(word)) {
        return true;
      }
    }
    return false;
  }

  private boolean assigns() {
    for (int i = 0; i < words.size(); i++) {
      if (words.is(i, KernelCLexer.ASSIGN)) {
        return true;
      }
    }
    return false;
  }

  /** Structs may define others inside. */
  private void tags(Declaration d) {
    for (int i = 0; i < body; i++) {
      int name = words.isTag(i) ? words.afterSpecifiers(i + 1) : -1;
      if (words.isName(name) && words.is(words.afterSpecifiers(name + 1), KernelCLexer.LBRACE)) {
        defines.add(new Name(Name.Space.TAG, words.text(name)));
      }
    }
    if (!d.body() && d.names().isEmpty()) {
      d.tag().ifPresent(tag -> mayDefine.add(new Name(Name.Space.TAG, tag)));
    }
  }

  private void enumerators() {
    for (int i = 0; i < body; i++) {
      if (words.is(i, KernelCLexer.ENUM)) {
        int open = words.afterSpecifiers(i + 1);
        open = words.isName(open) ? words.afterSpecifiers(open + 1) : open;
        if (words.is(open, KernelCLexer.LBRACE)) {
          int end = words.after(open) - 1;
          for (int at = open + 1; at < end; at++) {
            if (words.isName(at) && (at == open + 1 || words.is(at - 1, KernelCLexer.COMMA))) {
              defines.add(Name.ordinary(words.text(at)));
            } else if (words.is(at, KernelCLexer.LPAREN)) {
              at = words.after(at) - 1;
            }
          }
        }
      }
    }
  }

  /** A macro with arguments, which defines something or not. */
  private Piece.Kind line(int start) {
    if (!words.is(start + 1, KernelCLexer.LPAREN)) {
      return Piece.Kind.OTHER;
    }
    int end = Math.min(words.after(start + 1), words.size()) - 1;
    switch (words.type(start)) {
      case KernelCLexer.DEFINE_PER_CPU -> {
        defines(end - 1, Name.Space.ORDINARY);
        return Piece.Kind.VARIABLE;
      }
      case KernelCLexer.DEFINE_STATIC_CALL, KernelCLexer.DEFINE_STATIC_CALL_RET0 -> {
        defines(start + 2, Name.Space.STATIC_CALL);
        return Piece.Kind.VARIABLE;
      }
      case KernelCLexer.DEFINE_LOCK, KernelCLexer.DEFINE_SRCU -> {
        defines(start + 2, Name.Space.ORDINARY);
        return Piece.Kind.VARIABLE;
      }
      default -> {
        OptionalInt named = words.isName(start) ? named(words.text(start)) : OptionalInt.empty();
        if (named.isPresent()) {
          defines(endOfArgument(start + 1, named.getAsInt()), Name.Space.ORDINARY);
          return Piece.Kind.VARIABLE;
        }
        if (words.isName(start) && !Profile.STRATEGY.isLineSetAside(words.text(start))) {
          arguments(start + 1, end);
        }
        return body < words.size() ? Piece.Kind.FUNCTION : Piece.Kind.OTHER;
      }
    }
  }

  /** Which argument of a macro that is built in is the name of a variable that it defines. */
  private static OptionalInt named(String name) {
    Optional<Macro> macro = Profile.STRATEGY.definition(name).map(Macro::of);
    List<String> parameters = macro.flatMap(Macro::parameters).orElse(List.of());
    if (parameters.isEmpty()) {
      return OptionalInt.empty();
    }
    PieceReader expansion = new PieceReader(macro.get().body());
    expansion.classified();
    return IntStream.range(0, parameters.size())
        .filter(i -> expansion.defines.contains(Name.ordinary(parameters.get(i))))
        .findFirst();
  }

  /** The last word of an argument. */
  private int endOfArgument(int open, int argument) {
    int commas = 0;
    int at = open + 1;
    while (at < words.size()
        && !words.is(at, KernelCLexer.RPAREN)
        && (commas < argument || !words.is(at, KernelCLexer.COMMA))) {
      commas += words.is(at, KernelCLexer.COMMA) ? 1 : 0;
      boolean opens = words.is(at, KernelCLexer.LPAREN) || words.is(at, KernelCLexer.LBRACE);
      at = opens ? words.after(at) : at + 1;
    }
    return at - 1;
  }

  private void defines(int at, Name.Space space) {
    if (words.isName(at)) {
      defines.add(new Name(space, words.text(at)));
    }
  }

  /** Each argument that is a name may be what is defined. */
  private void arguments(int open, int end) {
    if (initcall().isPresent()) {
      return;
    }
    for (int at = open + 1; at < end; at++) {
      boolean begins = at == open + 1 || words.is(at - 1, KernelCLexer.COMMA);
      boolean ends = at + 1 == end || words.is(at + 1, KernelCLexer.COMMA);
      if (words.isName(at) && begins && ends) {
        mayDefine.add(Name.ordinary(words.text(at)));
      } else if (words.is(at, KernelCLexer.LPAREN) || words.is(at, KernelCLexer.LBRACE)) {
        at = words.after(at) - 1;
      }
    }
  }

  private Optional<Piece.Initcall> initcall() {
    boolean one =
        words.isName(0)
            && words.is(1, KernelCLexer.LPAREN)
            && words.isName(2)
            && words.is(3, KernelCLexer.RPAREN)
            && body == words.size();
    return one
        ? Profile.STRATEGY.roleOf(words.text(0)).map(r -> new Piece.Initcall(words.text(2), r))
        : Optional.empty();
  }

  /** Whether a macro with arguments begins a line with these, which precede its parenthesis. */
  static boolean beginsMacroLine(List<Token> tokens) {
    Words words = new Words(tokens);
    int name = words.afterSpecifiers(0);
    return name == tokens.size() - 1 && (words.isName(name) || isDefine(words.type(name)));
  }

  private static boolean isDefine(int type) {
    return switch (type) {
      case KernelCLexer.DEFINE_PER_CPU,
          KernelCLexer.DEFINE_STATIC_CALL,
          KernelCLexer.DEFINE_STATIC_CALL_RET0,
          KernelCLexer.DEFINE_LOCK,
          KernelCLexer.DEFINE_SRCU ->
          true;
      default -> false;
    };
  }
}

package quiesce.source.cut;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import quiesce.source.BraceRepair;
import quiesce.source.Macro;
import quiesce.source.grammar.KernelCLexer;

/**
 * Splits a file into pieces at its top level, by its words and brackets alone: what is left out
 * later may be any C, or none.
 */
final class Splitter {
  private static final Pattern DIRECTIVE = Pattern.compile("#\\s*(\\w*)\\s*(.*)", Pattern.DOTALL);
  private static final Pattern MACRO = Pattern.compile("[A-Za-z_]\\w*");
  private static final int MOST_BEFORE_MACRO = 4;

  private final int repairedFrom;
  private final List<Piece> pieces = new ArrayList<>();
  private final Conditionals conditionals = new Conditionals();
  private final List<Token> open = new ArrayList<>();
  private Brackets brackets = Brackets.NONE;

  /** Of the piece that is open: the first of its parentheses, and whether it was assigned to. */
  private Optional<Integer> opened = Optional.empty();

  private Optional<Integer> closed = Optional.empty();
  private Map<Condition, Token> conditions = Map.of();
  private boolean assigned;
  private boolean block;

  private Splitter(int repairedFrom) {
    this.repairedFrom = repairedFrom;
  }

  /** The pieces, in the order of the text. */
  static List<Piece> split(String text) {
    Splitter splitter = new Splitter(Integer.MAX_VALUE);
    splitter.all(text);
    if (splitter.open.isEmpty()) {
      return splitter.pieces;
    }
    // Something is never closed: from there on the layout shows where definitions begin.
    Splitter second = new Splitter(splitter.open.get(0).getStartIndex());
    second.all(text);
    second.end();
    return second.pieces;
  }

  private void all(String text) {
    KernelCLexer lexer = new KernelCLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    for (Token word = lexer.nextToken(); word.getType() != Token.EOF; word = lexer.nextToken()) {
      if (word.getChannel() == KernelCLexer.DIRECTIVES) {
        directive(word);
      } else if (word.getChannel() == Token.DEFAULT_CHANNEL && !conditionals.isDead()) {
        word(word);
        if (continues(word)) {
          skipString(lexer);
        }
      }
    }
  }

  /** Whether it is a string whose line ends with a backslash; the lexer has strings of one line. */
  private static boolean continues(Token word) {
    return word.getType() == KernelCLexer.UNTERMINATED_TEXT && word.getText().endsWith("\\");
  }

  private static void skipString(KernelCLexer lexer) {
    CharStream text = lexer.getInputStream();
    boolean escaped = true;
    int next = text.LA(1);
    while (next != Token.EOF && (escaped || next != '"' && next != '\n')) {
      escaped = !escaped && next == '\\';
      lexer.getInterpreter().consume(text);
      next = text.LA(1);
    }
    if (next == '"') {
      lexer.getInterpreter().consume(text);
    }
  }

  private void directive(Token line) {
    Matcher matcher = DIRECTIVE.matcher(line.getText().replace("\\\n", ""));
    String name = matcher.matches() ? matcher.group(1) : "";
    if (name.equals("define") || name.equals("undef")) {
      if (!conditionals.isDead() && MACRO.matcher(matcher.group(2)).lookingAt()) {
        macro(line, name.equals("define"), matcher.group(2));
      }
    } else {
      brackets = conditionals.follow(line, name, name.isEmpty() ? "" : matcher.group(2), brackets);
    }
  }

  private void macro(Token line, boolean define, String text) {
    Macro macro = Macro.of(text);
    Set<Name> name = Set.of(new Name(Name.Space.MACRO, macro.name()));
    pieces.add(
        new Piece(
            define ? Piece.Kind.MACRO : Piece.Kind.UNDEF,
            line,
            line,
            define ? name : Set.of(),
            define ? Set.of() : name,
            Uses.ofMacro(
                new Words(macro.body()), new LinkedHashSet<>(macro.parameters().orElse(List.of()))),
            conditionals.here(),
            Optional.empty(),
            false));
  }

  private void word(Token word) {
    boolean begins = BraceRepair.beginsDefinition(word);
    if (!open.isEmpty() && begins && word.getStartIndex() > repairedFrom && !brackets.none()) {
      end();
      brackets = Brackets.NONE;
    } else if (!open.isEmpty() && brackets.none() && endsBefore(word)) {
      end();
    }
    boolean outside = brackets.none();
    if (outside) {
      outside(word);
    }
    if (open.isEmpty()) {
      conditions = conditionals.here();
    }
    open.add(word);
    brackets = brackets.after(word);
    boolean closes = word.getType() == KernelCLexer.RBRACE && (block || outside);
    if (brackets.none()) {
      if (closed.isEmpty() && word.getType() == KernelCLexer.RPAREN) {
        closed = Optional.of(open.size() - 1);
      }
      if (closes || word.getType() == KernelCLexer.SEMICOLON) {
        end();
      }
    }
  }

  /** A word that is in no brackets. */
  private void outside(Token word) {
    switch (word.getType()) {
      case KernelCLexer.ASSIGN -> assigned = true;
      case KernelCLexer.LPAREN -> opened = opened.or(() -> Optional.of(open.size()));
      case KernelCLexer.LBRACE -> block = !assigned && !isAggregate();
      default -> {}
    }
  }

  /** Whether the brace that comes next is that of a struct, a union or an enum. */
  private boolean isAggregate() {
    int at = open.size() - 1;
    while (at >= 0) {
      switch (open.get(at).getType()) {
        case KernelCLexer.STRUCT, KernelCLexer.UNION, KernelCLexer.ENUM -> {
          return true;
        }
        case KernelCLexer.NAME, KernelCLexer.ANNOTATION, KernelCLexer.ATTRIBUTE -> at--;
        case KernelCLexer.RPAREN -> {
          int before = opening(at) - 1;
          if (before < 0 || open.get(before).getType() != KernelCLexer.ATTRIBUTE) {
            return false;
          }
          at = before;
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  private int opening(int close) {
    int depth = 0;
    for (int at = close; at >= 0; at--) {
      int type = open.get(at).getType();
      depth += type == KernelCLexer.RPAREN ? 1 : type == KernelCLexer.LPAREN ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    return 0;
  }

  /** Whether the piece has ended without a semicolon: a macro on lines of its own. */
  private boolean endsBefore(Token word) {
    Token last = open.get(open.size() - 1);
    if (word.getCharPositionInLine() != 0 || last.getLine() == word.getLine()) {
      return false;
    }
    return switch (word.getType()) {
      case KernelCLexer.SEMICOLON,
          KernelCLexer.LBRACE,
          KernelCLexer.ASSIGN,
          KernelCLexer.COMMA,
          KernelCLexer.ATTRIBUTE ->
          false;
      default -> isMacroLine();
    };
  }

  private boolean isMacroLine() {
    return closed.filter(c -> c == open.size() - 1).isPresent()
        && opened.filter(o -> o > 0 && o <= MOST_BEFORE_MACRO).isPresent()
        && PieceReader.beginsMacroLine(open.subList(0, opened.get()));
  }

  private void end() {
    if (!open.isEmpty()) {
      Piece piece = PieceReader.read(open, conditions);
      boolean headless = open.get(0).getType() == KernelCLexer.LBRACE;
      if (!headless || !joined(piece)) {
        pieces.add(piece);
      }
    }
    open.clear();
    opened = Optional.empty();
    closed = Optional.empty();
    assigned = false;
    block = false;
  }

  /** A block belongs to the function whose parameters are declared before it, in the old style. */
  private boolean joined(Piece block) {
    int head = pieces.size() - 1;
    while (head >= 0 && pieces.get(head).kind() == Piece.Kind.VARIABLE) {
      head--;
    }
    if (head < 0 || pieces.get(head).kind() != Piece.Kind.DECLARATION) {
      return false;
    }
    Piece function = pieces.get(head).with(block);
    pieces.subList(head, pieces.size()).clear();
    return pieces.add(function);
  }
}

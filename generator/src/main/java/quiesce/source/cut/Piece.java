package quiesce.source.cut;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import quiesce.source.Item;

/**
 * A part of a file that is cut out, or left out, as a whole.
 *
 * @param first its first word
 * @param last its last word
 * @param defines what the file has by it, and by nothing else
 * @param mayDefine what it may define where nothing else does: it declares it, or hands it to a
 *     macro
 * @param uses all names in it that may be of something outside of it
 * @param conditions under which the preprocessor keeps it
 * @param initcall who is called by whom, where it says that
 * @param roles whether it has words for roles
 */
record Piece(
    Kind kind,
    Token first,
    Token last,
    Set<Name> defines,
    Set<Name> mayDefine,
    Set<Name> uses,
    Map<Condition, Token> conditions,
    Optional<Initcall> initcall,
    boolean roles) {

  enum Kind {
    FUNCTION("function"),
    VARIABLE("variable"),
    TYPE("type"),
    MACRO("macro"),
    /** {@code #undef}: belongs to the macro. */
    UNDEF(""),
    /** A prototype, a variable of elsewhere, a struct without its members. */
    DECLARATION(""),
    OTHER("");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** What it is called; empty if it is not worth a mention. */
    String word() {
      return word;
    }
  }

  /** {@code module_init(function);} and its like. */
  record Initcall(String function, Item.Role role) {}

  /** A function whose parameters are declared after its head, up to the block that is last. */
  Piece with(Piece block) {
    Set<Name> both = new LinkedHashSet<>(uses);
    both.addAll(block.uses);
    return new Piece(
        Kind.FUNCTION,
        first,
        block.last,
        mayDefine,
        Set.of(),
        both,
        conditions,
        Optional.empty(),
        roles);
  }
}

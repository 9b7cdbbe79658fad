package quiesce.source;

import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** A word that comes of a macro. It is where the macro is used, or where the argument is. */
final class ExpandedToken extends CommonToken {
  private static final long serialVersionUID = 1L;

  private final transient Place.Expansion expansion;

  ExpandedToken(Token word, Place.Expansion expansion) {
    super(word);
    this.expansion = expansion;
  }

  Place.Expansion expansion() {
    return expansion;
  }
}

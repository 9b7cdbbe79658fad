package quiesce.source;

import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * The words in front of a declarator, taken apart.
 *
 * @param base the type that they name, before the declarator makes it a pointer
 * @param roles with the token of each
 * @param staticWord the token of {@code static}
 * @param refused whether something among them was refused, so that what is missing is no new error
 * @param typedef whether they make the declaration one of a type
 */
record Specifiers(
    Optional<Type> base,
    Map<Item.Role, Token> roles,
    Optional<Token> staticWord,
    boolean refused,
    boolean typedef) {}

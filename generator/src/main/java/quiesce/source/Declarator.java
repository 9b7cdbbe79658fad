package quiesce.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCParser.ParameterContext;
import quiesce.source.grammar.KernelCParser.SuffixContext;

/**
 * A declarator taken apart: the name, and what it makes of the type in front of it.
 *
 * @param pointers how many {@code *} are before the name
 * @param functionPointer whether it is {@code (*name)(...)}
 * @param parameters of a function, whether prototype or definition
 * @param array how many elements, of an array
 * @param roles that are between the {@code *} and the name
 */
record Declarator(
    Token name,
    int pointers,
    boolean functionPointer,
    Optional<List<ParameterContext>> parameters,
    Optional<SuffixContext> array,
    Map<Item.Role, Token> roles) {}

package quiesce.module;

import java.util.List;
import java.util.Optional;
import quiesce.tla.Expression;

/**
 * A reader that may hold an object, for the templates of properties.
 *
 * @param index who
 * @param set from which set
 * @param pointers that it may have
 * @param inside what it may be inside of
 * @param decides that it only decides what it will do with its pointers, if it ever does
 */
public record Holder(
    String index,
    String set,
    List<String> pointers,
    List<String> inside,
    Optional<Expression> decides) {}

package quiesce.memory;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.tla.Value;

/**
 * What happened to memory from one state to the next.
 *
 * @param before the memory
 * @param after likewise
 * @param agent whose step it was; empty where memory did something by itself
 * @param nodes the steps taken
 * @param isVariable whether a location is a variable of its own, in no memory
 */
public record Taken(
    Value before,
    Value after,
    Optional<Value> agent,
    List<Node> nodes,
    Predicate<Location> isVariable,
    Naming naming) {}

package quiesce.litmus.tree;

import java.util.Optional;
import quiesce.source.Place;

/**
 * A line of the initial state.
 *
 * @param type empty when the line gives none
 * @param value empty for a declaration alone
 */
public record Setting(Place place, Optional<Type> type, Spot spot, Optional<Constant> value) {}

package quiesce.litmus.tree;

import java.util.OptionalInt;
import quiesce.source.Place;

/**
 * Something that has a value before and after the processes have run.
 *
 * @param process whose register it is; empty for memory
 */
public record Spot(Place place, OptionalInt process, String name) {}

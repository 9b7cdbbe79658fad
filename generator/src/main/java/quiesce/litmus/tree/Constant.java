package quiesce.litmus.tree;

import quiesce.source.Place;

/** What a variable may hold at the beginning, and be compared with at the end. */
public sealed interface Constant {
  Place place();

  record Number(Place place, int value) implements Constant {}

  /** The address of a variable, with or without {@code &}. */
  record Address(Place place, String variable) implements Constant {}
}

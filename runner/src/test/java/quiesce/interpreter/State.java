package quiesce.interpreter;

import java.util.Arrays;

/** All that a machine is at one moment: cells, whose meaning {@link Layout} says. */
final class State {
  private final int[] cells;

  State(int size) {
    this.cells = new int[size];
  }

  private State(int[] cells) {
    this.cells = cells;
  }

  /** Another one that may be changed until it is looked up anywhere. */
  State copy() {
    return new State(cells.clone());
  }

  int get(int cell) {
    return cells[cell];
  }

  void set(int cell, int word) {
    cells[cell] = word;
  }

  void add(int cell, int more) {
    cells[cell] += more;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof State s && Arrays.equals(cells, s.cells);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(cells);
  }
}

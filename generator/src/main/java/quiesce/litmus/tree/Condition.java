package quiesce.litmus.tree;

/** A condition on the final state. */
public sealed interface Condition {
  record True() implements Condition {}

  record EqualsConstant(Spot left, Constant right) implements Condition {}

  record EqualsSpot(Spot left, Spot right) implements Condition {}

  record Not(Condition operand) implements Condition {}

  record And(Condition left, Condition right) implements Condition {}

  record Or(Condition left, Condition right) implements Condition {}
}

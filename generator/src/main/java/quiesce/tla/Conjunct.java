package quiesce.tla;

import java.util.List;

/** A part of what an action does. A template of the same name writes it. */
public sealed interface Conjunct {
  /** What must hold. */
  record Condition(Expression holds) implements Conjunct {}

  /** What a variable becomes. */
  record Update(String variable, Expression now) implements Conjunct {}

  /** The variables that stay as they are. */
  record Unchanged(Expression variables) implements Conjunct {}

  /** One of several ways. */
  record Either(List<Way> ways) implements Conjunct {
    public Either {
      ways = List.copyOf(ways);
    }
  }

  /** Any element of a set. */
  record Exists(String variable, Expression set, Way way) implements Conjunct {}

  /** A name for a value. */
  record Let(String name, Expression value, Way way) implements Conjunct {}
}

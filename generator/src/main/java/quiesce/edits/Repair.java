package quiesce.edits;

import java.util.List;
import java.util.Optional;

/**
 * Something that makes a strategy stronger in one place.
 *
 * @param function that it is in
 * @param what it is, in words
 * @param changes how many changes a person would count it as
 * @param edits of the text, which belong together
 * @param lines where something runs differently with it; a run that comes to none of them is as it
 *     was
 * @param effect what it does to the runs there are
 */
public record Repair(
    String function, String what, int changes, List<Edit> edits, Lines lines, Effect effect) {
  public Repair {
    edits = List.copyOf(edits);
  }

  /**
   * Lines of a function.
   *
   * @param from the first one, counted from 1
   * @param to the last one
   * @param all whether it is about all of the function, with what that calls
   */
  public record Lines(int from, int to, boolean all) {
    /** Of the whole file. */
    static final Lines EVERYWHERE = new Lines(1, Integer.MAX_VALUE, true);

    /** Whether some line is one of them, whatever function it is in. */
    public boolean everywhere() {
      return to == Integer.MAX_VALUE;
    }
  }

  /** What a repair does to the runs there are. */
  public sealed interface Effect {
    /** It may bring others. */
    record Other() implements Effect {}

    /**
     * It takes some away, or makes them wait.
     *
     * @param orders whether all that it does more than the next weaker way, or than the file as it
     *     is, is to put accesses in order
     */
    record OnlyRemoves(Optional<Degree> degree, boolean orders) implements Effect {}

    /**
     * One of several ways to do the same.
     *
     * @param of what they are about
     * @param rank the stronger the greater
     */
    record Degree(String of, int rank) {}

    Effect OTHER = new Other();
    Effect REMOVES = new OnlyRemoves(Optional.empty(), false);

    /** The same where there are stronger and weaker ways. */
    static Effect removes(String of, int rank, boolean orders) {
      return new OnlyRemoves(Optional.of(new Degree(of, rank)), orders);
    }
  }

  public boolean onlyRemoves() {
    return effect instanceof Effect.OnlyRemoves;
  }

  /** Whether a weaker way does as well, or none, where all accesses are in order. */
  public boolean orders() {
    return effect instanceof Effect.OnlyRemoves r && r.orders();
  }

  /** Whether it takes no run away that the other does not take away. */
  public boolean isWithin(Repair other) {
    return equals(other)
        || effect instanceof Effect.OnlyRemoves one
            && other.effect instanceof Effect.OnlyRemoves two
            && one.degree().isPresent()
            && two.degree().isPresent()
            && one.degree().get().of().equals(two.degree().get().of())
            && one.degree().get().rank() <= two.degree().get().rank();
  }

  /** Whether the two can be made together. */
  public boolean allows(Repair other) {
    return edits.stream().allMatch(e -> other.edits.stream().allMatch(e::allows));
  }
}

package quiesce.litmus.tree;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import quiesce.source.Item;
import quiesce.source.SourceFile;
import quiesce.steps.Litmus;

/**
 * A litmus test as it is written.
 *
 * @param processes from P0 on, each with a body
 * @param locations what is to be shown beside the places of the condition
 * @param words every name of the file
 */
public record LitmusTest(
    SourceFile file,
    String name,
    List<Setting> initial,
    List<Item.Function> processes,
    List<Spot> locations,
    Optional<Condition> filter,
    Condition condition,
    Litmus.Quantifier quantifier,
    Set<String> words) {

  public LitmusTest {
    initial = List.copyOf(initial);
    processes = List.copyOf(processes);
    locations = List.copyOf(locations);
    words = Set.copyOf(words);
  }
}

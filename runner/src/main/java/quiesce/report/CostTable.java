package quiesce.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quiesce.cost.PathCost;
import quiesce.cost.ReaderCost;
import quiesce.cost.StrategyCost;
import quiesce.steps.Program;
import quiesce.text.Visible;

/**
 * What strategies cost, one row for each of their readers.
 *
 * @param head of the columns
 * @param rows with a cell for each column
 * @param notes what a person must know who compares them
 */
public record CostTable(List<String> head, List<List<String>> rows, List<String> notes) {
  private static final List<String> HEAD =
      List.of("strategy", "reader", "nothing registered", "registered", "unregister");

  public CostTable {
    head = List.copyOf(head);
    rows = rows.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
  }

  public static CostTable of(List<Program> programs) {
    return of(programs, programs.stream().map(p -> Visible.of(p.name())).toList());
  }

  /** The same with other names for the strategies. */
  static CostTable of(List<Program> programs, List<String> names) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      StrategyCost cost = StrategyCost.of(programs.get(i));
      for (ReaderCost reader : cost.readers()) {
        rows.add(
            List.of(
                names.get(i),
                CostPage.name(reader),
                reader.nothingRegistered().toString(),
                reader.registered().toString(),
                unregister(cost.update().unregister())));
      }
    }
    return new CostTable(HEAD, rows, CostPage.notes(programs));
  }

  private static String unregister(Optional<PathCost> unregister) {
    return unregister.map(PathCost::toString).orElse("never");
  }
}

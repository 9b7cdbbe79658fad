package quiesce.fix;

import java.util.List;
import java.util.Optional;
import quiesce.cost.StrategyCost;
import quiesce.edits.Repair;
import quiesce.verdict.Scope;

/**
 * Repairs that make every property hold.
 *
 * @param written the text of the file with them
 * @param weakest the least that is known of what holds then
 */
public record Fix(
    List<Repair> repairs, String written, StrategyCost cost, Optional<Scope> weakest) {
  public Fix {
    repairs = List.copyOf(repairs);
  }

  /** How many changes a person would count. */
  public int changes() {
    return repairs.stream().mapToInt(Repair::changes).sum();
  }
}

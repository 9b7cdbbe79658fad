package quiesce.promela;

import java.util.List;
import quiesce.promela.Statement.Branch;

/**
 * A place in a process, and what may happen there.
 *
 * @param comment the line of C, or what the harness does
 * @param branches each in one step; none where nothing ever happens
 */
public record Block(String label, String comment, List<Branch> branches) {
  public Block {
    branches = List.copyOf(branches);
  }
}

package quiesce.report;

import java.util.List;

/**
 * What a reader and an unregistration pay, for each strategy, in words.
 *
 * @param head one text for each column
 * @param rows each as long as the head
 * @param notes what the words of the table mean
 */
public record CostTable(List<String> head, List<List<String>> rows, List<String> notes) {
  public CostTable {
    head = List.copyOf(head);
    rows = rows.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
  }
}

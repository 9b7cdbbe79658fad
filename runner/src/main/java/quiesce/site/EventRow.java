package quiesce.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import quiesce.explanation.Counterexample;
import quiesce.explanation.Event;
import quiesce.explanation.Relation;
import quiesce.text.Visible;

/**
 * An event in the column of its CPU.
 *
 * @param number of the step that it is, from 1
 * @param function whose head is to be shown above the note; empty if that is above already
 * @param context of that function; empty for a plain task
 * @param line 0 for the harness
 * @param says the event in a sentence
 * @param sources the earlier events that it depends on
 */
public record EventRow(
    int number,
    int cpu,
    String function,
    String context,
    String note,
    int line,
    boolean repeated,
    String says,
    List<Source> sources) {

  /**
   * An earlier event that it depends on.
   *
   * @param step its number
   * @param how "reads" or "waits for"
   */
  public record Source(int step, String how) {}

  static List<EventRow> of(Counterexample example) {
    List<EventRow> rows = new ArrayList<>();
    Map<Integer, String> heads = new HashMap<>();
    int loop = example.backTo().orElse(Integer.MAX_VALUE);
    for (int i = 0; i < example.events().size(); i++) {
      Event e = example.events().get(i);
      if (i == loop) {
        heads.clear();
      }
      String head = isHarness(e) ? "" : e.function() + " " + e.context();
      boolean news = !head.equals(heads.put(e.cpu(), head)) && !isHarness(e);
      if (e.note().equals("return")) {
        heads.remove(e.cpu());
      }
      rows.add(
          new EventRow(
              i + 1,
              e.cpu(),
              news ? Visible.of(e.function()) : "",
              news ? context(e) : "",
              Visible.of(e.note()),
              e.line(),
              i >= loop,
              says(e),
              sources(example, i)));
    }
    return rows;
  }

  private static List<Source> sources(Counterexample example, int event) {
    return example.relations().stream()
        .filter(r -> r.to() == event)
        .map(
            r ->
                new Source(
                    r.from() + 1, r.kind() == Relation.Kind.READS_FROM ? "reads" : "waits for"))
        .toList();
  }

  private static boolean isHarness(Event e) {
    return e.line() == 0;
  }

  private static String context(Event e) {
    return e.context().equals("task") ? "" : Visible.of(e.context());
  }

  private static String says(Event e) {
    String where = "CPU " + e.cpu();
    if (isHarness(e)) {
      return where + ": " + Visible.of(e.note());
    }
    String what = e.note().isEmpty() ? "begins" : Visible.of(e.note());
    return where + ", " + Visible.of(e.function()) + "(), line " + e.line() + ": " + what;
  }
}

package quiesce.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import quiesce.cost.ReaderCost;
import quiesce.cost.StrategyCost;
import quiesce.emission.Templates;
import quiesce.steps.Program;

/**
 * What one strategy costs, for the template that prints it.
 *
 * @param lines of one width each up to their text
 * @param notes what a person must know who reads them
 */
public record CostPage(List<Line> lines, List<String> notes) {
  private static final String AS_WRITTEN =
      "Counted in the C as it is written; a lock is taken to be free.";
  private static final String PATCHED =
      "Static calls as x86 patches them; elsewhere each is a load and an indirect call, and its"
          + " update a store.";

  /**
   * @param who pays, padded to the longest
   * @param when it is paid, padded likewise
   */
  public record Line(String who, String when, String cost) {}

  public static CostPage of(Program program) {
    StrategyCost cost = StrategyCost.of(program);
    List<Line> lines = new ArrayList<>();
    for (ReaderCost reader : cost.readers()) {
      String name = name(reader);
      lines.add(new Line(name, "nothing registered", reader.nothingRegistered().toString()));
      lines.add(new Line(name, "registered", reader.registered().toString()));
    }
    lines.add(new Line("register", "", cost.update().register().toString()));
    cost.update()
        .unregister()
        .ifPresent(path -> lines.add(new Line("unregister", "", path.toString())));
    return new CostPage(lines, notes(List.of(program)));
  }

  /** Lines, the last one with its end. */
  public String render(Templates templates) {
    return templates.render("report/cost.ftl", Map.of("page", this));
  }

  public int whoWidth() {
    return lines.stream().mapToInt(l -> l.who().length()).max().orElse(0);
  }

  public int whenWidth() {
    return lines.stream().mapToInt(l -> l.when().length()).max().orElse(0);
  }

  static String name(ReaderCost reader) {
    return reader.reader() + "() [" + reader.context().label() + "]";
  }

  static List<String> notes(List<Program> programs) {
    boolean patched = programs.stream().anyMatch(p -> !p.sites().isEmpty());
    return patched ? List.of(AS_WRITTEN, PATCHED) : List.of(AS_WRITTEN);
  }
}

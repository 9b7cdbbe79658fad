package quiesce.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.WordUtils;
import quiesce.cost.PathCost;
import quiesce.cost.ReaderCost;
import quiesce.cost.StrategyCost;
import quiesce.steps.Program;
import quiesce.template.Templates;
import quiesce.text.Wrap;

/**
 * What one strategy costs, for the template that prints it.
 *
 * @param whoWidth of the longest one who pays
 * @param whenWidth of the longest time when it is paid
 * @param notes what a person must know who reads them
 */
public record CostPage(int whoWidth, int whenWidth, List<Line> lines, List<String> notes) {
  private static final int NARROWEST = 20;
  private static final String AS_WRITTEN = "Counted in the C as it is written, every lock free.";
  private static final String PATCHED =
      "Static calls are x86's: elsewhere a call is a load and an indirect call, an update a store.";
  private static final String BEHIND_A_COMMA = "(?<=,) ";

  /**
   * @param who pays
   * @param when it is paid
   * @param cost over one line or more
   */
  public record Line(String who, String when, List<String> cost) {}

  private record Paid(String who, String when, PathCost path) {}

  /**
   * @param width of the longest line, if there is room for costs
   */
  public static CostPage of(Program program, int width) {
    StrategyCost cost = StrategyCost.of(program);
    List<Paid> paid = new ArrayList<>();
    for (ReaderCost reader : cost.readers()) {
      paid.add(new Paid(name(reader), "nothing registered", reader.nothingRegistered()));
      paid.add(new Paid(name(reader), "registered", reader.registered()));
    }
    paid.add(new Paid("register", "", cost.update().register()));
    cost.update().unregister().ifPresent(path -> paid.add(new Paid("unregister", "", path)));
    int who = paid.stream().mapToInt(p -> p.who().length()).max().orElse(0);
    int when = paid.stream().mapToInt(p -> p.when().length()).max().orElse(0);
    int room = Math.max(NARROWEST, width - 2 - who - 2 - when - 2);
    return new CostPage(
        who,
        when,
        paid.stream()
            .map(p -> new Line(p.who(), p.when(), wrapped(p.path().toString(), room)))
            .toList(),
        notes(List.of(program)).stream()
            .map(note -> String.join("\n", Wrap.lines(note, width, "    ")))
            .toList());
  }

  private static List<String> wrapped(String text, int width) {
    return WordUtils.wrap(text, width, "\n", false, BEHIND_A_COMMA)
        .lines()
        .flatMap(line -> Wrap.lines(line, width, "  ").stream())
        .toList();
  }

  /** Lines, the last one with its end. */
  public String render(Templates templates) {
    return templates.render("report/cost.ftl", Map.of("page", this));
  }

  static String name(ReaderCost reader) {
    return reader.reader() + "() [" + reader.context().label() + "]";
  }

  static List<String> notes(List<Program> programs) {
    boolean patched = programs.stream().anyMatch(p -> !p.sites().isEmpty());
    return patched ? List.of(AS_WRITTEN, PATCHED) : List.of(AS_WRITTEN);
  }
}

package quiesce.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import quiesce.property.Property;

/** A sweep as RFC 4180 has it: a row for each point, after the names of the columns. */
public final class SweepCsv {
  private static final String END = "\r\n";

  /** What a spreadsheet takes for the begin of a formula. */
  private static final String FORMULA = "=+-@\t\r";

  private SweepCsv() {}

  public static String render(Sweep sweep) {
    List<Property> properties = sweep.properties();
    List<String> head =
        new ArrayList<>(
            List.of(
                "strategy", "memory", "compiler", "cpus", "registrations", "states", "states for"));
    properties.forEach(p -> head.add(p.title()));
    StringBuilder text = new StringBuilder(row(head));
    sweep.results().forEach(r -> text.append(row(cells(r, properties))));
    return text.toString();
  }

  private static List<String> cells(Result r, List<Property> properties) {
    List<String> cells = new ArrayList<>();
    cells.add(r.point().strategy());
    cells.add(r.point().memory());
    cells.add(r.point().compiler() ? "on" : "off");
    cells.add(r.point().cpus().toString());
    cells.add(r.point().registrations().toString());
    cells.add(r.states().isPresent() ? Long.toString(r.states().getAsLong()) : "");
    cells.add(r.states().isEmpty() ? "" : r.anyNumber() ? "any number" : "given numbers");
    properties.forEach(p -> cells.add(r.of(p).map(SweepCsv::verdict).orElse("")));
    return cells;
  }

  private static String verdict(Found found) {
    return found.word() + (found.fewer() ? " for " + found.numbers() : "");
  }

  private static String row(List<String> cells) {
    return cells.stream().map(SweepCsv::cell).collect(Collectors.joining(",")) + END;
  }

  static String cell(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    String plain = formula ? "'" + text : text;
    boolean quoted = plain.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return quoted ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
  }
}

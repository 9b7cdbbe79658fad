package quiesce.cli;

import java.util.Optional;
import picocli.CommandLine.Option;
import quiesce.report.TextStyle;

/** How the answer looks. */
final class ReportOptions {
  /** When to use colours. */
  enum Colour {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Option(
      names = "--color",
      paramLabel = "auto|always|never",
      defaultValue = "auto",
      description = "Colours; auto: on a terminal, unless NO_COLOR is set.")
  private Colour colour;

  @Option(
      names = "--ascii",
      description = "Plain ASCII, as where the locale's charset is not UTF-8.")
  private boolean ascii;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress on stderr.")
  private boolean quiet;

  @Option(
      names = "--width",
      paramLabel = "N",
      converter = Converters.OfWidth.class,
      description =
          "The longest line, from 55; 75 for a changelog. Default: COLUMNS, the terminal's width,"
              + " or 100.")
  private Optional<Integer> width = Optional.empty();

  boolean quiet() {
    return quiet;
  }

  TextStyle style(Console console) {
    boolean auto = console.terminal() && console.variable("NO_COLOR").isEmpty();
    return new TextStyle(
        ascii || !console.unicode(),
        colour == Colour.ALWAYS || colour == Colour.AUTO && auto,
        width.orElseGet(console::width));
  }
}

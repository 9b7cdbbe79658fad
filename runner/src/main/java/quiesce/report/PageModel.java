package quiesce.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.WordUtils;
import quiesce.text.Visible;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;

/**
 * One strategy, for the template of its page.
 *
 * @param states how many there are; empty if nobody knows
 */
public record PageModel(
    String name,
    String title,
    List<Line> lines,
    List<String> neverTaken,
    String states,
    String bounds,
    String summary) {

  private static final int WIDTH = 100;
  private static final int MARK_WIDTH = 6;

  /**
   * @param mark padded to its width
   * @param property padded to the longest one's width
   * @param text its meaning or the reason for its verdict, over one line or more
   */
  public record Line(String mark, String property, List<String> text) {}

  static PageModel of(CheckReport report, StrategyVerdicts strategy, TextStyle style) {
    int width =
        strategy.properties().stream().mapToInt(v -> v.property().title().length()).max().orElse(0);
    return new PageModel(
        strategy.subject().name(),
        Visible.of(Sources.title(strategy)),
        strategy.properties().stream().map(v -> line(v, width, style)).toList(),
        Sentences.neverTaken(strategy),
        strategy
            .explored()
            .map(
                c ->
                    String.format(
                        Locale.ROOT, "%,d distinct states, depth %d", c.distinct(), c.depth()))
            .orElse(""),
        report.boundsOf(strategy.subject().memory()),
        Sentences.summary(List.of(strategy)));
  }

  private static Line line(PropertyVerdict v, int width, TextStyle style) {
    Mark mark = Mark.of(v);
    String property = v.property().title();
    int room = WIDTH - 2 - MARK_WIDTH - width - 2;
    return new Line(
        style.paint(mark.text(style) + (v.unexpected() ? "!" : ""), mark, MARK_WIDTH),
        property + " ".repeat(width - property.length()),
        WordUtils.wrap(Sentences.verdict(v), room, "\n", false)
            .lines()
            .collect(Collectors.toList()));
  }
}

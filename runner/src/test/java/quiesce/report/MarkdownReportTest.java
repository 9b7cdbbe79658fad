package quiesce.report;

import static org.assertj.core.api.Assertions.assertThat;
import static quiesce.report.Samples.HOLDS;
import static quiesce.report.Samples.UNKNOWN;
import static quiesce.report.Samples.VIOLATED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.text.StringEscapeUtils;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import quiesce.format.Markdown;
import quiesce.golden.Golden;
import quiesce.template.Templates;
import quiesce.text.Visible;

class MarkdownReportTest {
  private static final CostTable COSTS =
      new CostTable(
          List.of("strategy", "reader"),
          List.of(List.of("mixed", "1 load | 1 branch")),
          List.of("A load costs *nothing*."));

  private final MarkdownReport markdown = new MarkdownReport(new Templates(Optional.empty()));

  @Test
  void theSummaryIsATableAndEveryCounterexample() {
    String summary = markdown.summary(Samples.everything());

    Golden.check("quiesce/report/summary.md", summary);
    assertThat(Markdown.read(summary))
        .contains("<td>mixed</td>")
        .contains("<h3>mixed (sc): NoUseBeforeInit is violated, as the strategy expects</h3>");
  }

  @Test
  void theFullReportHasTheCAndItsVerdictsAndEndsWithTheSpecifications() {
    CheckReport report =
        Samples.report(
            Samples.strategy("safe", "sc", 89, Map.of(), HOLDS, HOLDS),
            Samples.strategy("safe", "weak", 1234, Map.of(), HOLDS, VIOLATED, UNKNOWN));

    String full = markdown.full(report, COSTS);

    String ending = "## Generated specifications\n";
    Golden.check("quiesce/report/full.md", full.substring(0, full.indexOf(ending)));
    assertThat(full.substring(full.indexOf(ending)))
        .contains("### safe (sc)\n\n```tla\n", "### safe (weak)\n\n```tla\n", "MODULE Safe");
    assertThat(Markdown.read(full)).contains("<td>1 load | 1 branch</td>");
  }

  @Test
  void theFullReportTakesNoTextOfAStrategyForMoreThanText() {
    String name = "<script> | `x` ``` *) ==== ]]> [a](b) \\end{verbatim} \u202e";

    String full =
        markdown.full(Samples.report(Samples.strategy(name, 1, Map.of(), VIOLATED)), COSTS);

    String html = StringEscapeUtils.unescapeHtml4(Markdown.read(full));
    String shown = Visible.of(name);
    assertThat(html)
        .contains("<td>" + shown + "</td>")
        .contains("<h2>" + shown + ": about " + shown + "</h2>")
        .contains("/** strategy: " + shown)
        .contains("<h3>" + shown + " (sc): NoNullDereference is violated</h3>");
  }

  @Property(tries = 500)
  void anyTextIsShownAsItIs(@ForAll String text) {
    String line = "x " + new MarkdownText().text(text);
    String cells = "| a | b |\n| --- | --- |\n| " + new MarkdownText().text(text) + " | x |\n";

    assertThat(TextContentRenderer.builder().build().render(Parser.builder().build().parse(line)))
        .isEqualTo(("x " + Visible.of(text).replaceAll("\\s+", " ").strip()).strip());
    assertThat(Markdown.read(cells)).contains("<td>x</td>");
  }

  @Property(tries = 500)
  void noFenceIsEndedByWhatStandsInIt(@ForAll String text) {
    String html =
        Markdown.read(new MarkdownText().fenced("", text + "\n```\n~~~\n<script>") + "\nx");

    assertThat(html)
        .startsWith("<pre><code>")
        .endsWith("&lt;script&gt;\n</code></pre>\n<p>x</p>\n");
  }
}

package quiesce.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import quiesce.catalogue.InputException;
import quiesce.document.Strategies.Question;
import quiesce.emission.Templates;
import quiesce.explanation.Columns;
import quiesce.explanation.Counterexample;
import quiesce.explanation.Explainer;
import quiesce.report.CheckReport;
import quiesce.report.VerdictSentence;
import quiesce.report.VerdictTable;
import quiesce.source.SourceFile;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Verdict;

/** What blocks hold. */
final class Contents {
  private final Templates templates;
  private final String engine;
  private final Function<Question, StrategyVerdicts> verdicts;
  private final Function<Question, quiesce.emission.Specification> specifications;

  /**
   * @param engine such as {@code TLC 2.18}
   */
  Contents(
      Templates templates,
      String engine,
      Function<Question, StrategyVerdicts> verdicts,
      Function<Question, quiesce.emission.Specification> specifications) {
    this.templates = templates;
    this.engine = engine;
    this.verdicts = verdicts;
    this.specifications = specifications;
  }

  /**
   * @param files the strategies that the block names
   * @param ascii whether signs have to be written in ASCII
   * @throws InputException if there is no such content
   */
  List<Content> of(Block block, List<SourceFile> files, boolean ascii) {
    if (block instanceof Block.Matrix matrix) {
      return matrix(matrix, files, ascii);
    } else if (block instanceof Block.OneVerdict one) {
      return List.of(verdict(one, files.get(0)));
    } else if (block instanceof Block.Race race) {
      return race(race, files.get(0));
    } else if (block instanceof Block.Source source) {
      return List.of(new Content.Code("c", SourceLines.of(files.get(0), source.lines())));
    } else if (block instanceof Block.Tla tla) {
      String module = specifications.apply(new Question(files.get(0), tla.options())).module();
      return List.of(
          new Content.Code(
              "tla",
              tla.definition()
                  .map(name -> Definitions.find(module, name))
                  .orElseGet(() -> module.lines().toList())));
    }
    throw new IllegalStateException("no such block: " + block);
  }

  private List<Content> matrix(Block.Matrix block, List<SourceFile> files, boolean ascii) {
    VerdictTable table = VerdictTable.of(report(block, files), block.properties(), ascii);
    List<Content> contents = new ArrayList<>();
    contents.add(new Content.Table(table.head(), table.rows()));
    contents.add(new Content.Paragraph(String.join(", ", table.key()) + "."));
    contents.add(new Content.Paragraph(String.join(", ", table.names()) + "."));
    if (!table.remarks().isEmpty()) {
      contents.add(new Content.Items(table.remarks()));
    }
    contents.add(new Content.Paragraph(table.bounds() + "."));
    return contents;
  }

  private CheckReport report(Block block, List<SourceFile> files) {
    List<StrategyVerdicts> all =
        files.stream()
            .flatMap(f -> block.models().stream().map(o -> new Question(f, o)))
            .map(verdicts)
            .toList();
    return new CheckReport(block.models(), engine, all);
  }

  private Content verdict(Block.OneVerdict block, SourceFile file) {
    CheckReport report = report(block, List.of(file));
    StrategyVerdicts strategy = report.strategies().get(0);
    return new Content.Paragraph(
        VerdictSentence.of(strategy, block.property()) + " (" + report.bounds() + ").");
  }

  private List<Content> race(Block.Race block, SourceFile file) {
    CheckReport report = report(block, List.of(file));
    StrategyVerdicts strategy = report.strategies().get(0);
    PropertyVerdict found = VerdictSentence.verdict(strategy, block.property());
    if (!(found.verdict() instanceof Verdict.Violated violated)) {
      throw new InputException(
          "there is no counterexample: " + VerdictSentence.of(strategy, block.property()));
    }
    Counterexample example =
        Explainer.explain(strategy.subject().specification(), block.property(), violated.trace());
    List<String> text =
        new Columns(templates).render(example).stripTrailing().stripIndent().lines().toList();
    return List.of(
        new Content.Code("text", text),
        new Content.Paragraph(strategy.subject().name() + ": " + report.bounds() + "."));
  }
}

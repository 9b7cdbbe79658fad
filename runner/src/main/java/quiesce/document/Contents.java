package quiesce.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import quiesce.catalogue.InputException;
import quiesce.diagram.Mermaid;
import quiesce.diagram.Picture;
import quiesce.diagram.PictureWriter;
import quiesce.diagram.SequencePicture;
import quiesce.diagram.StateGraph;
import quiesce.diagram.StateGraphPicture;
import quiesce.document.Strategies.Question;
import quiesce.explanation.Columns;
import quiesce.explanation.Counterexample;
import quiesce.explanation.Explainer;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.report.CheckReport;
import quiesce.report.CostTable;
import quiesce.report.TextStyle;
import quiesce.report.VerdictSentence;
import quiesce.report.VerdictTable;
import quiesce.report.WhyPage;
import quiesce.source.SourceFile;
import quiesce.steps.Program;
import quiesce.template.Templates;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;
import quiesce.verdict.Verdict;
import quiesce.why.Answer;

/** What blocks hold. */
final class Contents {
  private final Templates templates;
  private final Models models;

  Contents(Templates templates, Models models) {
    this.templates = templates;
    this.models = models;
  }

  /** What is known of strategies. */
  interface Models {
    /** Such as {@code TLC 2.18}. */
    String engine();

    Subject subject(Question question);

    /**
     * @param shown the only properties that verdicts are needed on
     */
    StrategyVerdicts verdicts(Question question, Set<Property> shown);

    /** What the lines of a strategy are there for, asked for under several memory models. */
    Answer why(List<Question> questions);

    /**
     * @throws InputException if there are too many states
     */
    StateGraph graph(Question question);
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
      return List.of(module(tla, files.get(0)));
    } else if (block instanceof Block.Cost cost) {
      return cost(cost, files);
    } else if (block instanceof Block.Why why) {
      return why(why, files.get(0), ascii);
    } else if (block instanceof Block.Graph graph) {
      return graph(graph, files.get(0));
    }
    throw new IllegalStateException("no such block: " + block);
  }

  private Content module(Block.Tla block, SourceFile file) {
    String module = models.subject(new Question(file, block.options())).asked().module();
    return new Content.Code(
        "tla",
        block
            .definition()
            .map(name -> Definitions.find(module, name))
            .orElseGet(() -> Definitions.all(module)));
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
    contents.add(new Content.Paragraph(StringUtils.capitalize(table.bounds()) + "."));
    return contents;
  }

  private CheckReport report(Block block, List<SourceFile> files) {
    List<StrategyVerdicts> all =
        files.stream()
            .flatMap(f -> block.models().stream().map(o -> new Question(f, o)))
            .map(question -> models.verdicts(question, block.shown()))
            .toList();
    refuseTwins(all);
    return new CheckReport(block.models(), models.engine(), all);
  }

  /** Two rows of one name could not be distinguished. */
  private static void refuseTwins(List<StrategyVerdicts> all) {
    Set<String> names = new HashSet<>();
    for (StrategyVerdicts s : all) {
      if (!names.add(s.subject().memory() + " " + s.subject().name())) {
        throw new InputException(
            "two of the strategies are called "
                + s.subject().name()
                + "; give one of them another name, in its line 'strategy:'");
      }
    }
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
        Explainer.explain(violated.specification(), block.property(), violated.trace());
    String name = strategy.subject().name();
    String what = block.property().title();
    Content content =
        switch (block.form()) {
          case TEXT -> code("text", new Columns(templates).render(example));
          case MERMAID -> code("mermaid", new Mermaid(templates).sequence(example));
          case SVG ->
              figure(
                  SequencePicture.of(example),
                  name + ": " + what + " is violated",
                  block.file().orElseGet(() -> drawing(name, what, block.options())));
        };
    return List.of(content, new Content.Paragraph(name + ": " + report.bounds() + "."));
  }

  private List<Content> graph(Block.Graph block, SourceFile file) {
    StateGraph graph = models.graph(new Question(file, block.options()));
    String name = models.subject(new Question(file, block.options())).name();
    Content content =
        block.form() == Block.Form.MERMAID
            ? code("mermaid", new Mermaid(templates).graph(graph))
            : figure(
                StateGraphPicture.of(graph),
                graph.title(),
                block.file().orElseGet(() -> drawing(name, "states", block.options())));
    return List.of(content, new Content.Paragraph(graph.title() + ": " + graph.bounds() + "."));
  }

  private List<Content> why(Block.Why block, SourceFile file, boolean ascii) {
    CheckReport report = report(block, List.of(file));
    Answer answer =
        models.why(block.models().stream().map(options -> new Question(file, options)).toList());
    List<Content> contents = new ArrayList<>();
    WhyPage.headlines(answer).forEach(line -> contents.add(new Content.Paragraph(line + ".")));
    contents.add(
        new Content.Code(
            "c",
            new WhyPage(new TextStyle(ascii, false))
                .body(answer, SourceLines.first(file)).stream().flatMap(String::lines).toList()));
    contents.add(
        new Content.Paragraph("! is necessary, - is not. As it is: " + report.bounds() + "."));
    return contents;
  }

  private List<Content> cost(Block.Cost block, List<SourceFile> files) {
    List<Program> programs =
        files.stream()
            .map(f -> models.subject(new Question(f, block.models().get(0))))
            .map(Subject::program)
            .toList();
    CostTable table = CostTable.of(programs);
    List<Content> contents = new ArrayList<>();
    contents.add(new Content.Table(table.head(), table.rows()));
    if (!table.notes().isEmpty()) {
      contents.add(new Content.Items(table.notes()));
    }
    return contents;
  }

  /** Without the margin that a terminal gives it. */
  private static Content code(String language, String text) {
    return new Content.Code(language, text.stripTrailing().stripIndent().lines().toList());
  }

  private Content figure(Picture picture, String title, String file) {
    PictureWriter writer = new PictureWriter(templates);
    return new Content.Figure(file, title, writer.svg(picture), writer.tikz(picture));
  }

  /** Where a drawing goes that nobody has named a file for. */
  private static String drawing(String strategy, String what, Options options) {
    String memory = options.memory().equals(Options.DEFAULT.memory()) ? "" : "-" + options.memory();
    return "images/"
        + (strategy + "-" + what + memory).replaceAll("[^A-Za-z0-9._-]+", "-")
        + ".svg";
  }
}

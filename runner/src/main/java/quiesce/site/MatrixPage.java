package quiesce.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import quiesce.catalogue.Groups;
import quiesce.property.Property;
import quiesce.report.CheckReport;
import quiesce.report.CostTable;
import quiesce.report.Mark;
import quiesce.report.Sentences;
import quiesce.report.TextStyle;
import quiesce.source.Strategy;
import quiesce.steps.Program;
import quiesce.text.Visible;
import quiesce.verdict.StrategyVerdicts;

/**
 * Strategies and properties, for the template of the first page.
 *
 * @param memories the memory models, in the order of the marks in a cell
 * @param sections one for each group of strategies
 * @param key what the marks mean that occur
 * @param costs the heads of the columns that say what a strategy costs
 * @param notLifted which passes are for given numbers though any was asked for
 * @param notes what a person must know who compares them
 */
public record MatrixPage(
    List<String> memories,
    List<Column> columns,
    List<Section> sections,
    List<Key> key,
    List<String> costs,
    List<String> notes,
    String bounds,
    List<String> notLifted,
    String summary) {

  /** The columns of costs that say of whom they are. */
  private static final int NAMES = 2;

  private static final int READER = 1;

  /** Those that are in no group. */
  private static final String WITHOUT = "others";

  private static final Comparator<String> GROUPS =
      Comparator.<String, Boolean>comparing(WITHOUT::equals).thenComparing(Groups.ORDER);

  /** A property. */
  public record Column(String head, String name, String meaning) {}

  /**
   * What is in one group.
   *
   * @param name empty where there is one group alone
   */
  public record Section(String name, List<Row> rows) {}

  /**
   * A strategy.
   *
   * @param page its path
   * @param cells one for each column
   * @param costs for each column of costs, what readers pay, or all alike
   */
  public record Row(
      String name,
      String title,
      String page,
      List<Cell> cells,
      List<Count> states,
      List<List<Price>> costs) {}

  /**
   * What somebody pays.
   *
   * @param reader who does; empty where there is one alone, or all pay the same
   */
  public record Price(String reader, String cost) {}

  /** What is known of a property, by its short and its full name, under each memory model. */
  public record Cell(String head, String property, List<VerdictMark> marks) {}

  /** How many distinct states there are. */
  public record Count(String memory, String states) {}

  /** What a mark means. */
  public record Key(String kind, String sign, String meaning) {}

  /**
   * @param strategies of the report, by name
   * @param pages of the strategies, by name
   */
  static MatrixPage of(
      CheckReport report,
      Map<String, List<StrategyVerdicts>> strategies,
      Map<String, String> pages) {
    List<Property> properties = report.properties();
    CostTable costs =
        CostTable.of(strategies.values().stream().map(MatrixPage::program).distinct().toList());
    return new MatrixPage(
        report.memories(),
        properties.stream().map(p -> new Column(p.shortName(), p.title(), p.meaning())).toList(),
        sections(strategies, e -> row(e.getKey(), e.getValue(), properties, pages.get(e.getKey()))),
        key(report),
        costs.head().subList(NAMES, costs.head().size()),
        costs.notes(),
        report.bounds(),
        report.notLifted(),
        Sentences.summary(report.strategies()));
  }

  private static List<Section> sections(
      Map<String, List<StrategyVerdicts>> strategies,
      Function<Map.Entry<String, List<StrategyVerdicts>>, Row> row) {
    Map<String, List<Row>> groups = new TreeMap<>(GROUPS);
    strategies
        .entrySet()
        .forEach(
            e ->
                groups
                    .computeIfAbsent(group(e.getValue().get(0)), g -> new ArrayList<>())
                    .add(row.apply(e)));
    boolean sole = groups.size() == 1;
    return groups.entrySet().stream()
        .map(e -> new Section(sole ? "" : Visible.of(e.getKey()), e.getValue()))
        .toList();
  }

  private static String group(StrategyVerdicts strategy) {
    Strategy tree = strategy.subject().program().strategy();
    return Groups.of(tree.file(), tree.frontMatter()).orElse(WITHOUT);
  }

  private static Row row(
      String name, List<StrategyVerdicts> models, List<Property> properties, String page) {
    return new Row(
        Visible.of(name),
        StrategyPage.title(models.get(0)),
        page,
        properties.stream().map(p -> cell(models, p)).toList(),
        models.stream()
            .map(
                m ->
                    new Count(
                        m.subject().memory(),
                        m.explored()
                            .map(c -> String.format(Locale.ROOT, "%,d", c.distinct()))
                            .orElse("unknown")))
            .toList(),
        prices(CostTable.of(List.of(program(models)))));
  }

  private static List<List<Price>> prices(CostTable costs) {
    return IntStream.range(NAMES, costs.head().size())
        .mapToObj(
            column ->
                costs.rows().stream().map(r -> r.get(column)).distinct().count() == 1
                    ? List.of(new Price("", costs.rows().get(0).get(column)))
                    : costs.rows().stream()
                        .map(r -> new Price(r.get(READER), r.get(column)))
                        .toList())
        .toList();
  }

  private static Program program(List<StrategyVerdicts> models) {
    return models.get(0).subject().program();
  }

  private static Cell cell(List<StrategyVerdicts> models, Property property) {
    return new Cell(
        property.shortName(),
        property.title(),
        models.stream()
            .flatMap(
                m ->
                    m.properties().stream()
                        .filter(v -> v.property() == property)
                        .map(v -> VerdictMark.of(m, v)))
            .toList());
  }

  private static List<Key> key(CheckReport report) {
    Set<Mark> used = report.verdicts().map(Mark::of).collect(Collectors.toSet());
    return Arrays.stream(Mark.values())
        .filter(used::contains)
        .map(
            m ->
                new Key(
                    m.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    m.text(new TextStyle(false, false)),
                    m.meaning()))
        .toList();
  }
}

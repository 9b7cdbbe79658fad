package quiesce.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import quiesce.explanation.Counterexample;
import quiesce.report.CheckReport;
import quiesce.report.Violation;
import quiesce.template.Templates;
import quiesce.text.Visible;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;

/** A report as a web site that needs no server and no network. */
public final class Site {
  /** The page to begin with. */
  public static final String INDEX = "index.html";

  private final CheckReport report;
  private final Templates templates;
  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<Explorer> explorers = new ArrayList<>();

  private Site(CheckReport report, Templates templates) {
    this.report = report;
    this.templates = templates;
  }

  /**
   * All files of the site, by their paths in it.
   *
   * @param overrides a directory laid out as {@code templates/} is; what it lacks is taken from
   *     there
   */
  public static Map<String, String> render(CheckReport report, Optional<Path> overrides) {
    Site site = new Site(report, new Templates(overrides));
    site.files.putAll(Assets.read(overrides));
    site.pages();
    return site.files;
  }

  private void pages() {
    Map<String, List<StrategyVerdicts>> strategies =
        report.strategies().stream()
            .collect(
                Collectors.groupingBy(
                    s -> s.subject().name(), LinkedHashMap::new, Collectors.toList()));
    Map<String, String> folders = new LinkedHashMap<>();
    Slugs.of(strategies.keySet()).forEach((name, slug) -> folders.put(name, "strategies/" + slug));
    strategies.forEach((name, models) -> strategy(folders.get(name), models));
    explorers();
    Map<String, String> pages = new LinkedHashMap<>();
    folders.forEach((name, folder) -> pages.put(name, folder + "/" + INDEX));
    page(INDEX, "matrix", MatrixPage.of(report, strategies, pages));
  }

  private void strategy(String folder, List<StrategyVerdicts> models) {
    Set<String> explained = new LinkedHashSet<>();
    for (StrategyVerdicts model : models) {
      model
          .subject()
          .asked()
          .files()
          .forEach(
              (name, text) ->
                  files.put(folder + "/" + model.subject().memory() + "/" + name, text));
      for (PropertyVerdict v : model.properties()) {
        Optional<Explorer> explorer = explorer(folder, model, v);
        explorer.ifPresent(explorers::add);
        explorer.map(Explorer::anchor).ifPresent(explained::add);
      }
    }
    page(folder + "/" + INDEX, "strategy", StrategyPage.of(report, models, explained));
  }

  /** A counterexample and where its page is. */
  private record Explorer(
      String folder, String anchor, StrategyVerdicts model, Counterexample example) {
    String path() {
      return folder + "/" + anchor + ".html";
    }

    ExplorerPage.Neighbour neighbour() {
      return new ExplorerPage.Neighbour(
          path(),
          Visible.of(
              "%s, %s (%s)"
                  .formatted(
                      example.property().title(),
                      model.subject().name(),
                      model.subject().memory())));
    }
  }

  /** The counterexample of a verdict, if there is one to step through. */
  private Optional<Explorer> explorer(String folder, StrategyVerdicts model, PropertyVerdict v) {
    return Violation.of(model, v)
        .filter(violation -> !violation.trace().states().isEmpty())
        .map(Violation::counterexample)
        .map(e -> new Explorer(folder, VerdictMark.anchor(model.subject().memory(), v), model, e));
  }

  /** The pages of the counterexamples, each with links to its neighbours. */
  private void explorers() {
    for (int i = 0; i < explorers.size(); i++) {
      Explorer e = explorers.get(i);
      page(
          e.path(),
          "explorer",
          ExplorerPage.of(
              report, e.model(), e.anchor(), e.example(), neighbour(i - 1), neighbour(i + 1)));
    }
  }

  private Optional<ExplorerPage.Neighbour> neighbour(int i) {
    return i < 0 || i >= explorers.size()
        ? Optional.empty()
        : Optional.of(explorers.get(i).neighbour());
  }

  private void page(String path, String template, Object model) {
    String root = "../".repeat((int) path.chars().filter(c -> c == '/').count());
    files.put(
        path, templates.render("site/" + template + ".ftlh", Map.of("page", model, "root", root)));
  }
}

package quiesce.site;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import quiesce.emission.Templates;
import quiesce.explanation.Counterexample;
import quiesce.report.CheckReport;
import quiesce.report.Violation;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;

/** A report as a web site that needs no server and no network. */
public final class Site {
  /** The page to begin with. */
  public static final String INDEX = "index.html";

  private final CheckReport report;
  private final Templates templates;
  private final Map<String, String> files = new LinkedHashMap<>();

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
    Map<String, String> pages = new LinkedHashMap<>();
    folders.forEach((name, folder) -> pages.put(name, folder + "/" + INDEX));
    page(INDEX, "matrix", MatrixPage.of(report, strategies, pages));
  }

  private void strategy(String folder, List<StrategyVerdicts> models) {
    Set<String> explained = new LinkedHashSet<>();
    for (StrategyVerdicts model : models) {
      model
          .subject()
          .specification()
          .files()
          .forEach(
              (name, text) ->
                  files.put(folder + "/" + model.subject().memory() + "/" + name, text));
      for (PropertyVerdict v : model.properties()) {
        explorer(folder, model, v).ifPresent(explained::add);
      }
    }
    page(folder + "/" + INDEX, "strategy", StrategyPage.of(report, models, explained));
  }

  /** The page of a counterexample, if there is one. */
  private Optional<String> explorer(String folder, StrategyVerdicts model, PropertyVerdict v) {
    Optional<Counterexample> example =
        Violation.of(model, v)
            .filter(violation -> !violation.trace().states().isEmpty())
            .map(Violation::counterexample);
    String anchor = VerdictMark.anchor(model.subject().memory(), v);
    example.ifPresent(
        e ->
            page(
                folder + "/" + anchor + ".html",
                "explorer",
                ExplorerPage.of(report, model, anchor, e)));
    return example.map(e -> anchor);
  }

  private void page(String path, String template, Object model) {
    String root = "../".repeat((int) path.chars().filter(c -> c == '/').count());
    files.put(
        path, templates.render("site/" + template + ".ftlh", Map.of("page", model, "root", root)));
  }
}

package quiesce.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import quiesce.engine.tlc.Counts;
import quiesce.engine.tlc.Reason;
import quiesce.engine.tlc.Trace;
import quiesce.report.CheckReport;
import quiesce.text.Visible;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Verdict;

/** The files of a site, without a browser. */
class SiteTest {
  private static Map<String, String> catalogue;
  private static Map<String, String> hostile;

  @BeforeAll
  static void render() {
    catalogue = Site.render(Sites.ofCatalogue(), Optional.empty());
    hostile = Site.render(Sites.hostile(), Optional.empty());
  }

  @Test
  void everyLinkLeadsToSomethingInTheSite() {
    for (Map<String, String> site : List.of(catalogue, hostile)) {
      Map<String, Document> pages = pages(site);
      pages.forEach(
          (path, page) -> {
            for (Element e : page.select("[href], [src]")) {
              String link = e.hasAttr("href") ? e.attr("href") : e.attr("src");
              URI target = URI.create(path).resolve(link.isEmpty() ? path : link);
              String file = target.getPath().isEmpty() ? path : target.getPath();
              assertThat(target.getScheme()).as("%s in %s", link, path).isNull();
              assertThat(site).as("%s in %s", link, path).containsKey(file);
              if (target.getFragment() != null) {
                assertThat(pages.get(file).getElementById(target.getFragment()))
                    .as("%s in %s", link, path)
                    .isNotNull();
              }
            }
          });
    }
  }

  @Test
  void everyPageIsWellFormedAndSaysWhatItIs() {
    for (Map<String, String> site : List.of(catalogue, hostile)) {
      pages(site)
          .forEach(
              (path, page) -> {
                assertThat(page.parser().getErrors()).as(path).isEmpty();
                assertThat(page.title()).as(path).isNotBlank();
                assertThat(page.selectFirst("html").attr("lang")).as(path).isEqualTo("en");
                assertThat(page.select("main, h1, header")).as(path).hasSize(3);
                assertThat(page.select("[id]").eachAttr("id")).as(path).doesNotHaveDuplicates();
                assertThat(page.select("th:not([scope])")).as(path).isEmpty();
              });
    }
  }

  @Test
  void theSameVerdictsGiveTheSameBytes() {
    assertThat(Site.render(Sites.ofCatalogue(), Optional.empty())).isEqualTo(catalogue);
  }

  @Test
  void textOfAStrategyIsTextAndNothingElse() {
    Map<String, Document> pages = pages(hostile);
    assertThat(pages).hasSizeGreaterThan(2);
    pages.forEach(
        (path, page) -> {
          assertThat(page.select("img, b, [onerror]")).as(path).isEmpty();
          assertThat(page.select("script:not([src]):not([type=application/json])")).isEmpty();
          assertThat(page.select("script[src]").eachAttr("src"))
              .allMatch(s -> s.contains("assets/"));
          assertThat(page.text()).as(path).contains(Sites.HARM.get(0));
          assertThat(hostile.get(path)).doesNotContain("\u202e");
        });
    String source = pages.get(strategyPage()).select("pre.source").text();
    assertThat(source).contains(Sites.HARM).contains("\\u202e right to left");
    assertThat(source).contains("pr_info(\"</script><script>alert(3)</script> ]]> `|`");
  }

  @Test
  void textOfAnEventIsTextInTheRaceAndInTheDataOfTheScript() throws IOException {
    Document page = pages(Sites.of(Sites.harmful())).get("example.html");

    assertThat(page.parser().getErrors()).isEmpty();
    assertThat(page.select("img, b, script:not([src]):not(#data)")).isEmpty();
    assertThat(page.select(".note, .function, .outcome, .cell th, .part caption"))
        .hasSize(5)
        .allSatisfy(e -> assertThat(e.text()).contains(Sites.HARM));
    String data = page.getElementById("data").data();
    assertThat(data).doesNotContain("<", ">", "&", "\u2028", "\u202e");
    JsonNode event = new ObjectMapper().readTree(data).at("/events/0");
    assertThat(event.at("/says").asText()).contains(Sites.HARM);
    assertThat(event.at("/changes/0/1").asText()).contains(Sites.HARM).endsWith("\\u202e");
  }

  @Test
  void whatIsNotDecidedIsShownWithTheReasonAndWithoutAnExplorer() {
    CheckReport report = Sites.ofCatalogue();
    Verdict unknown = new Verdict.Unknown(Reason.TIMEOUT, "no verdict within <1> s");
    Map<String, String> site =
        Site.render(
            new CheckReport(
                report.options(),
                report.engine(),
                List.of(
                    all(report.strategies().get(0), unknown),
                    all(
                        report.strategies().get(1),
                        new Verdict.Violated(
                            Trace.NONE, report.strategies().get(1).subject().specification())))),
            Optional.empty());

    Document page = pages(site).get("strategies/rcu-once/index.html");
    assertThat(page.select("#sc-NoDeadlock").text())
        .contains("unknown under sc", "no verdict within <1> s");
    assertThat(page.select("#tso-NoDeadlock").text()).contains("violated under tso");
    assertThat(page.select(".explore")).isEmpty();
    assertThat(site.keySet()).noneMatch(path -> path.endsWith("NoDeadlock.html"));
  }

  private static StrategyVerdicts all(StrategyVerdicts strategy, Verdict verdict) {
    return new StrategyVerdicts(
        strategy.subject(),
        strategy.properties().stream()
            .map(
                v ->
                    new PropertyVerdict(
                        v.property(), verdict, v.expected(), new Counts(0, 0, 0), Duration.ZERO))
            .toList(),
        Optional.empty());
  }

  @Test
  void noPathOfASiteLeavesIt() {
    assertThat(hostile.keySet()).allMatch(p -> p.matches("[A-Za-z0-9_./-]+") && !p.contains(".."));
  }

  @Test
  void namesThatLookAlikeAsFilesStayApart() {
    assertThat(Slugs.of(List.of("a/b", "A B", "a-b", "", "..", "é", "x".repeat(300))).values())
        .doesNotHaveDuplicates()
        .allMatch(slug -> slug.matches("[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?"));
  }

  @Test
  void theSpecificationLiesBesideThePageAsItIs() {
    var specification = Sites.ofCatalogue().strategies().get(0).subject().specification();
    assertThat(catalogue)
        .containsEntry("strategies/rcu-once/sc/RcuOnce.tla", specification.module());
    assertThat(pages(catalogue).get("strategies/rcu-once/index.html").select("pre.specification"))
        .first()
        .extracting(Element::wholeText)
        .isEqualTo(Visible.of(specification.module()));
  }

  @Test
  void groupsAreSectionsOfTheMatrix() {
    assertThat(pages(catalogue).get(Site.INDEX).select(".group")).isEmpty();

    Document page = pages(Site.render(Sites.grouped(), Optional.empty())).get(Site.INDEX);

    assertThat(page.parser().getErrors()).isEmpty();
    assertThat(page.select(".group").eachText())
        .containsExactly("perf guest callbacks", "hooks of mine", "others");
    assertThat(page.select("tbody a bdi"))
        .extracting(Element::text)
        .containsExactly("rcu-once", "mine", "own");
  }

  private static String strategyPage() {
    return hostile.keySet().stream()
        .filter(p -> p.startsWith("strategies/") && p.endsWith("/index.html"))
        .collect(Collectors.joining());
  }

  private static Map<String, Document> pages(Map<String, String> site) {
    Map<String, Document> pages = new TreeMap<>();
    site.forEach(
        (path, text) -> {
          if (path.endsWith(".html")) {
            pages.put(path, Jsoup.parse(text, Parser.htmlParser().setTrackErrors(50)));
          }
        });
    return pages;
  }
}

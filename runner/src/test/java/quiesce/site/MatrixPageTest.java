package quiesce.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first page and the pages of strategies, as a person sees them in a browser. */
class MatrixPageTest {
  private static final Page.GetByLabelOptions EXACTLY = new Page.GetByLabelOptions().setExact(true);

  @TempDir private static Path directory;
  private static Chromium chromium;

  @BeforeAll
  static void write() {
    chromium = Chromium.launch();
    Sites.write(directory, Site.render(Sites.ofCatalogue(), Optional.empty()));
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void nothingWentWrong() {
    chromium.assertNoProblems();
  }

  @Test
  void filtersByTheTextOfAStrategy() {
    Page page = index("");
    assertThat(page.locator("#count")).hasText("3 of 3 strategies");

    page.getByLabel("Strategy", EXACTLY).fill("wait");

    assertThat(page.locator("#count")).hasText("1 of 3 strategies");
    assertThat(rows(page)).hasCount(1);
    assertThat(rows(page)).containsText("rcu-wait-first");
  }

  @Test
  void filtersByVerdictAmongTheShownColumnsAndMemoryModels() {
    Page page = index("");
    page.getByLabel("Verdict", EXACTLY).selectOption("violated");
    assertThat(rows(page)).hasCount(3);

    page.getByText("Properties: all").click();
    page.getByLabel("NoUseBeforeInit").check();
    assertThat(rows(page)).hasCount(1);
    assertThat(rows(page)).containsText("rcu-once");
    assertThat(page.locator("thead th:visible"))
        .hasText(
            new Pattern[] {
              Pattern.compile("Strategy"),
              Pattern.compile("NoUseBeforeInit"),
              Pattern.compile("States")
            });

    page.getByLabel("Memory model", EXACTLY).selectOption("sc");
    assertThat(rows(page)).hasCount(0);
    assertThat(page.getByText("No strategy is like that.")).isVisible();

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Clear")).click();
    assertThat(rows(page)).hasCount(3);
    assertThat(page.getByText("No strategy is like that.")).isHidden();
  }

  @Test
  void theFilterStandsInTheAddress() {
    Page page = index("");
    page.getByLabel("Memory model", EXACTLY).selectOption("weak");
    page.getByText("Properties: all").click();
    page.getByLabel("NoDeadlock").check();
    page.getByLabel("Verdict", EXACTLY).selectOption("violated");
    page.waitForURL(Pattern.compile(".*#memory=weak&verdict=violated&property=NoDeadlock$"));
    String fragment = page.url().replaceFirst("^[^#]*", "");

    Page other = index(fragment);

    assertThat(rows(other)).hasCount(1);
    assertThat(rows(other)).containsText("locked");
    assertThat(other.getByLabel("Memory model", EXACTLY)).hasValue("weak");
    assertThat(other.locator("tbody a[data-memory=sc]:visible")).hasCount(0);
  }

  @Test
  void whatIsNotAsExpectedIsFound() {
    Page page = index("#verdict=unexpected");

    assertThat(page.locator("#count")).hasText("0 of 3 strategies");
  }

  @Test
  void costIsShownOnRequestBesideSafety() {
    Page page = index("");
    assertThat(page.locator(".cost:visible")).hasCount(0);

    page.getByLabel("Cost").check();

    assertThat(page.locator("thead .cost:visible")).hasCount(3);
    assertThat(rows(page).filter(new Locator.FilterOptions().setHasText("locked")))
        .containsText(Pattern.compile("lock|atomic"));
  }

  @Test
  void aMarkLeadsToItsVerdictAndFromThereToTheCounterexample() {
    Page page = index("");
    page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("rcu-once"))
        .locator("td[data-property=NoUseBeforeInit] a[data-memory=weak]")
        .click();

    assertThat(page).hasURL(Pattern.compile(".*/rcu-once/index.html#weak-NoUseBeforeInit$"));
    Locator verdict = page.locator("[id=weak-NoUseBeforeInit]");
    assertThat(verdict).isInViewport();
    assertThat(verdict).containsText("violated under weak");

    verdict.getByRole(AriaRole.LINK).click();
    assertThat(page).hasTitle(Pattern.compile("NoUseBeforeInit, rcu-once \\(weak\\).*"));
  }

  @Test
  void aStrategyShowsItsSourceAndSpecificationInColours() {
    Page page = chromium.open(directory.resolve("strategies/rcu-once/index.html"), "#L23");

    assertThat(page.locator("#L23 .text")).hasText("WRITE_ONCE(perf_guest_cbs, cbs);");
    assertThat(page.locator("#L14 .hljs-keyword")).hasText("struct");
    assertThat(page.locator("#L3 .hljs-comment")).containsText("title:");

    page.getByText("TLA+ under weak").click();
    assertThat(page.locator("pre.specification:visible .hljs-keyword").first()).isVisible();
    assertThat(page.locator("pre.specification:visible")).containsText("MODULE RcuOnce");
    assertThat(page.locator("a[href='weak/RcuOnce.tla']:visible")).hasCount(1);
  }

  @Test
  void aKeyboardReachesEverythingAndShowsWhere() {
    Page page = index("");
    page.keyboard().press("Tab");
    assertThat(page.getByText("Skip to the content")).isFocused();
    page.keyboard().press("Tab");
    assertThat(page.getByLabel("Strategy", EXACTLY)).isFocused();
    assertThat(page.getByLabel("Strategy", EXACTLY)).hasCSS("outline-style", "solid");
  }

  @Test
  void withoutAScriptTheMatrixIsThere() {
    Page page =
        chromium.open(
            directory.resolve("index.html"),
            "",
            new Browser.NewContextOptions().setJavaScriptEnabled(false));

    assertThat(rows(page)).hasCount(3);
    assertThat(page.locator("#filters")).isHidden();
    assertThat(page.locator("thead .cost").first()).isVisible();
  }

  @Test
  void onAPhoneNothingButTablesScrollsSideways() {
    for (String path : new String[] {"index.html", "strategies/locked/index.html"}) {
      Page page =
          chromium.open(
              directory.resolve(path),
              "",
              new Browser.NewContextOptions().setViewportSize(375, 700));
      assertThat(Looks.width(page)).as(path).isLessThanOrEqualTo(375);
    }
  }

  @Test
  void nothingOfTheMatrixIsCutOff() {
    for (int width : new int[] {1280, 375}) {
      Page page =
          chromium.open(
              directory.resolve("index.html"),
              "",
              new Browser.NewContextOptions().setViewportSize(width, 800));
      Object hidden =
          page.evaluate("(s => s.scrollWidth - s.clientWidth)(document.querySelector('.scroll'))");
      assertThat(((Number) hidden).intValue()).as("at " + width).isZero();
      assertThat(page.locator("tbody a[data-memory=weak]").last()).isVisible();
    }
  }

  @Test
  void textIsReadableInLightAndDark() {
    for (String path : new String[] {"index.html", "strategies/rcu-once/index.html"}) {
      Looks.assertContrast(chromium, directory.resolve(path), "");
    }
  }

  private static Page index(String fragment) {
    return chromium.open(directory.resolve("index.html"), fragment);
  }

  private static Locator rows(Page page) {
    return page.locator("tbody tr:visible");
  }
}

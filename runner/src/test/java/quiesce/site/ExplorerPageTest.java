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

/** Stepping through counterexamples in a browser. */
class ExplorerPageTest {
  private static final String NOT_SEEN = "strategies/rcu-once/weak-NoUseBeforeInit.html";
  private static final String TORN_DOWN =
      "strategies/rcu-wait-first/%s-NoDereferenceAfterTeardown.html";

  /** Milliseconds below which nobody feels a pause, several times what a busy machine takes. */
  private static final double UNFELT = 100;

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
  void stepsByKey() {
    Page page = open(NOT_SEEN, "");
    assertThat(status(page)).hasText("Before everything; 4 steps");

    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    assertThat(status(page))
        .hasText(Pattern.compile("Step 2 of 4\\. CPU ., register_callbacks.*perf_guest_cbs = A"));
    assertThat(current(page)).hasAttribute("data-step", "2");
    assertThat(current(page)).hasAttribute("aria-current", "step");

    page.keyboard().press("ArrowLeft");
    assertThat(status(page)).containsText("Step 1 of 4");

    page.keyboard().press("End");
    assertThat(status(page))
        .containsText("NoUseBeforeInit violated: an object is used before it is initialised");
    page.keyboard().press("ArrowRight");
    assertThat(status(page)).containsText("Step 4 of 4");

    page.keyboard().press("Home");
    assertThat(status(page)).hasText("Before everything; 4 steps");
    assertThat(current(page)).hasCount(0);
  }

  @Test
  void stepsByLettersAndSpaceAndGoesToTheNeighbours() {
    Page page = open(NOT_SEEN, "");
    page.keyboard().press("j");
    page.keyboard().press(" ");
    assertThat(status(page)).containsText("Step 2 of 4");
    page.keyboard().press("k");
    assertThat(status(page)).containsText("Step 1 of 4");
    button(page, "Last").focus();
    page.keyboard().press(" ");
    assertThat(status(page)).containsText("Step 4 of 4");

    page.keyboard().press("n");
    page.waitForURL(Pattern.compile("^(?!.*" + NOT_SEEN + ").*$"));
    page.keyboard().press("p");
    page.waitForURL(Pattern.compile(".*" + NOT_SEEN + ".*"));
  }

  @Test
  void aLoadLeadsToTheStoreThatItReads() {
    Page page = open(NOT_SEEN, "#step=3");
    assertThat(page.locator("#arrows path.current")).hasCount(1);
    assertThat(page.locator(".event.from")).hasAttribute("data-step", "2");

    current(page).getByText("reads step 2").click();
    assertThat(status(page)).containsText("Step 2 of 4");
  }

  @Test
  void raceSourceAndMachineAreTogetherOnOneScreen() {
    Page page =
        chromium.open(
            directory.resolve(TORN_DOWN.formatted("weak")),
            "#step=7",
            new Browser.NewContextOptions().setViewportSize(1280, 800));
    for (String seen : new String[] {".event.current", ".line.lit", ".by-cpu .cell:last-child"}) {
      var box = page.locator(seen).last().boundingBox();
      assertThat(box.y + box.height).as(seen).isLessThanOrEqualTo(800);
    }
  }

  @Test
  void stepsByButtonSliderAndEvent() {
    Page page = open(NOT_SEEN, "");
    button(page, "Forward").click();
    assertThat(status(page)).containsText("Step 1 of 4");
    button(page, "Last").click();
    assertThat(status(page)).containsText("Step 4 of 4");
    button(page, "Back").click();
    assertThat(status(page)).containsText("Step 3 of 4");
    assertThat(page.getByLabel("Step", new Page.GetByLabelOptions().setExact(true))).hasValue("3");
    button(page, "First").click();
    assertThat(status(page)).containsText("Before everything");

    page.locator("[data-step='2'] .note").click();
    assertThat(status(page)).containsText("Step 2 of 4");

    page.locator("#slider").focus();
    page.keyboard().press("ArrowRight");
    assertThat(status(page)).containsText("Step 3 of 4");
    assertThat(page.locator("#slider")).hasAttribute("aria-valuetext", "step 3 of 4");
  }

  @Test
  void theLineOfTheEventIsLitAndInSight() {
    Page page = open(NOT_SEEN, "");
    page.setViewportSize(1000, 600);
    page.keyboard().press("End");

    assertThat(page.locator(".line.lit")).hasCount(1);
    assertThat(page.locator(".line.lit")).hasAttribute("id", "L36");
    assertThat(page.locator(".line.lit")).containsText("cbs->is_in_guest()");
    int hidden =
        (int)
            page.evaluate(
                """
                () => {
                  const line = document.querySelector(".lit").getBoundingClientRect();
                  const pane = document.querySelector(".source").getBoundingClientRect();
                  return Math.ceil(Math.max(0, pane.top - line.top, line.bottom - pane.bottom));
                }
                """);
    assertThat(hidden).isZero();
  }

  @Test
  void whatAnEventChangesIsLitWithWhatItWas() {
    Page page = open(NOT_SEEN, "");
    assertThat(page.locator(".changed")).hasCount(0);

    page.keyboard().press("ArrowRight");
    Locator object = memory(page, "A");
    assertThat(object).hasClass(Pattern.compile("changed"));
    assertThat(object.locator(".value")).hasText("raw, then live");
    assertThat(object.locator(".was")).hasText("was raw");

    page.keyboard().press("ArrowRight");
    assertThat(object).not().hasClass(Pattern.compile("changed"));
    assertThat(object.locator(".value")).hasText("raw, then live");
    assertThat(object.locator(".was")).isHidden();

    page.keyboard().press("Home");
    assertThat(object.locator(".value")).hasText("raw");
  }

  @Test
  void storeBuffersAreShownUnderTso() {
    Page page = open(TORN_DOWN.formatted("tso"), "");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");

    Locator buffers = part(page, "Store buffers");
    assertThat(buffers).containsText("perf_guest_cbs = A");
    assertThat(buffers.locator(".changed")).not().hasCount(0);
  }

  @Test
  void whatMayBeReadIsShownUnderWeak() {
    Page page = open(TORN_DOWN.formatted("weak"), "");
    page.keyboard().press("End");

    assertThat(part(page, "Memory").locator("thead th"))
        .hasText(
            new String[] {
              "all stores", "CPU 0 may read", "CPU 1 may read", "the provider may read"
            });
    assertThat(part(page, "Memory")).containsText("NULL or A or NULL");
    assertThat(part(page, "Grace period")).containsText("nobody");
  }

  @Test
  void theStepStandsInTheAddress() {
    Page page = open(NOT_SEEN, "#step=3");
    assertThat(status(page)).containsText("Step 3 of 4");
    assertThat(page.locator("h1")).isInViewport();

    page.keyboard().press("ArrowLeft");
    page.waitForURL(Pattern.compile(".*#step=2$"));

    page.evaluate("location.hash = '#step=4'");
    assertThat(status(page)).containsText("Step 4 of 4");
    page.evaluate("location.hash = '#step=99'");
    assertThat(status(page)).containsText("Step 4 of 4");
    page.evaluate("location.hash = '#L3'");
    assertThat(status(page)).containsText("Step 4 of 4");
  }

  @Test
  void aLassoGoesRound() {
    Page page = example(6, Optional.of(3));
    assertThat(page.getByText("From here on again and again")).isVisible();
    assertThat(page.getByText("and back to step 4")).isVisible();
    assertThat(page.locator(".event.repeated")).hasCount(3);

    page.keyboard().press("End");
    button(page, "Forward").click();

    assertThat(status(page)).containsText("Again from the start of the loop. Step 4 of 6");
  }

  @Test
  void threeHundredStepsGoByWithoutAPause() {
    Page page = example(300, Optional.empty());
    for (int i = 0; i < 300; i++) {
      page.keyboard().press("ArrowRight");
    }
    assertThat(status(page)).containsText("Step 300 of 300");
    page.waitForURL(Pattern.compile(".*#step=300$"));

    page.keyboard().press("Home");
    Object median =
        page.evaluate(
            """
            () => {
              const times = [];
              for (let i = 0; i < 300; i++) {
                const start = performance.now();
                document.body.dispatchEvent(
                  new KeyboardEvent("keydown", {key: "ArrowRight", bubbles: true}));
                document.body.getBoundingClientRect();
                times.push(performance.now() - start);
              }
              return times.sort((a, b) => a - b)[150];
            }
            """);
    assertThat(((Number) median).doubleValue()).as("milliseconds for a step").isLessThan(UNFELT);
    assertThat(status(page)).containsText("Step 300 of 300");
  }

  @Test
  void aSingleEventIsEnough() {
    Page page = example(1, Optional.of(0));
    assertThat(status(page)).hasText("Before everything; 1 step");
    page.keyboard().press("ArrowRight");
    assertThat(status(page)).containsText("Step 1 of 1");
    page.keyboard().press("ArrowRight");
    assertThat(status(page)).containsText("Step 1 of 1");
  }

  @Test
  void withoutAScriptTheRaceIsATable() {
    Page page =
        chromium.open(
            directory.resolve(NOT_SEEN),
            "#step=2",
            new Browser.NewContextOptions().setJavaScriptEnabled(false));

    assertThat(page.locator("h1")).containsText("an object is used before it is initialised");
    assertThat(page.locator(".event")).hasCount(4);
    assertThat(page.locator("#controls")).isHidden();
    assertThat(page.locator("pre.source")).containsText("WRITE_ONCE(perf_guest_cbs, cbs);");
    assertThat(memory(page, "A").locator(".value")).hasText("raw");
  }

  @Test
  void onAPhoneNothingScrollsSideways() {
    Page page =
        chromium.open(
            directory.resolve(TORN_DOWN.formatted("weak")),
            "#step=7",
            new Browser.NewContextOptions().setViewportSize(375, 700).setHasTouch(true));
    assertThat(status(page)).containsText("Step 7 of 8");
    assertThat(Looks.width(page)).isLessThanOrEqualTo(375);
    button(page, "Forward").tap();
    assertThat(status(page)).containsText("Step 8 of 8");
  }

  @Test
  void textIsReadableInLightAndDark() {
    Looks.assertContrast(chromium, directory.resolve(TORN_DOWN.formatted("weak")), "#step=5");
    Looks.assertContrast(chromium, directory.resolve(NOT_SEEN), "#step=4");
  }

  @Test
  void textOfAStrategyIsShownAsText(@TempDir Path other) {
    var files = Site.render(Sites.hostile(), Optional.empty());
    Sites.write(other, files);
    for (String path : files.keySet()) {
      if (path.endsWith(".html")) {
        Page page = chromium.open(other.resolve(path));
        assertThat(page.locator("img, body b, main script:not([type])")).hasCount(0);
        assertThat(page.locator("h1, .lead, .bounds, th").getByText(Sites.HARM.get(0)).first())
            .isVisible();
        page.keyboard().press("End");
        page.locator("summary").all().forEach(Locator::click);
        Sites.HARM.stream()
            .filter(text -> page.locator("pre.source").count() > 0)
            .forEach(text -> assertThat(page.locator("pre.source")).containsText(text));
      }
    }
  }

  private static Page open(String path, String fragment) {
    return chromium.open(directory.resolve(path), fragment);
  }

  private static Page example(int length, Optional<Integer> backTo) {
    Path place = directory.resolve("example-" + length);
    Sites.write(place, Sites.of(Sites.counterexample(length, backTo)));
    return chromium.open(place.resolve("example.html"));
  }

  private static Locator status(Page page) {
    return page.getByRole(AriaRole.STATUS);
  }

  private static Locator current(Page page) {
    return page.locator(".event.current");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator part(Page page, String title) {
    return page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName(title));
  }

  /** All stores to a location. */
  private static Locator memory(Page page, String name) {
    return part(page, "Memory")
        .locator("tbody tr")
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    page.getByRole(
                        AriaRole.ROWHEADER,
                        new Page.GetByRoleOptions().setName(name).setExact(true))))
        .locator(".cell")
        .first();
  }
}

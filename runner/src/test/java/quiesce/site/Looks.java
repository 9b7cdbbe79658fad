package quiesce.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;

/** Measures pages as they are laid out and painted. */
final class Looks {
  /** Each visible text whose contrast to what is behind it is below 4.5, as WCAG reckons it. */
  private static final String TOO_PALE =
      """
      () => {
        document.querySelectorAll("details").forEach((d) => { d.open = true; });
        const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
        const luminance = (rgb) => {
          const [r, g, b] = rgb.slice(0, 3).map((c) => c / 255)
            .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const behind = (element) => {
          for (let e = element; e; e = e.parentElement) {
            const colour = channels(getComputedStyle(e).backgroundColor);
            if (colour.length < 4 || colour[3] > 0) { return colour; }
          }
          return channels(getComputedStyle(document.body).backgroundColor);
        };
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const pale = [];
        let seen = 0;
        while (texts.nextNode()) {
          const element = texts.currentNode.parentElement;
          if (!texts.currentNode.data.trim() || !element.checkVisibility()) { continue; }
          const [a, b] = [channels(getComputedStyle(element).color), behind(element)]
            .map(luminance).sort((x, y) => y - x);
          const ratio = (a + 0.05) / (b + 0.05);
          seen++;
          if (ratio < 4.5) { pale.push(ratio.toFixed(2) + " " + texts.currentNode.data.trim()); }
        }
        return seen > 20 ? pale : ["only " + seen + " texts were looked at"];
      }
      """;

  private Looks() {}

  /** How wide the page is, with what it has to be scrolled for. */
  static int width(Page page) {
    return (int) page.evaluate("document.documentElement.scrollWidth");
  }

  static void assertContrast(Chromium chromium, Path file, String fragment) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      Page page =
          chromium.open(file, fragment, new Browser.NewContextOptions().setColorScheme(scheme));
      assertThat((List<?>) page.evaluate(TOO_PALE)).as("%s, %s", file, scheme).isEmpty();
      int[] background =
          java.util.regex.Pattern.compile("\\d+")
              .matcher((String) page.evaluate("getComputedStyle(document.body).backgroundColor"))
              .results()
              .mapToInt(m -> Integer.parseInt(m.group()))
              .toArray();
      assertThat(background[0] > 127).as("light").isEqualTo(scheme == ColorScheme.LIGHT);
    }
  }
}

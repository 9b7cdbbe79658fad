package quiesce.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The browser that pages are looked at with. What goes wrong in any of them is kept. */
final class Chromium implements AutoCloseable {
  private static final String VARIABLE = "QUIESCE_CHROMIUM";
  private static final Path OF_DEBIAN = Path.of("/usr/bin/chromium");

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> problems = new ArrayList<>();

  private Chromium(Path executable) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** Starts it. A test that asks for it is skipped where there is none and none is named. */
  static Chromium launch() {
    Optional<Path> named = Optional.ofNullable(System.getenv(VARIABLE)).map(Path::of);
    named.ifPresent(
        path -> assertThat(path).as("the browser that %s names", VARIABLE).isExecutable());
    Path path = named.orElse(OF_DEBIAN);
    Assumptions.assumeTrue(
        Files.isExecutable(path),
        () -> "no browser to look at pages with: set " + VARIABLE + " to the path of a Chromium");
    return new Chromium(path);
  }

  Page open(Path file) {
    return open(file, "", new Browser.NewContextOptions());
  }

  Page open(Path file, String fragment) {
    return open(file, fragment, new Browser.NewContextOptions());
  }

  Page open(Path file, String fragment, Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    Page page = context.newPage();
    page.onPageError(problems::add);
    page.onConsoleMessage(
        message -> {
          if (List.of("error", "warning").contains(message.type())) {
            problems.add(message.type() + ": " + message.text());
          }
        });
    page.onRequest(
        request -> {
          if (!request.url().startsWith("file:")) {
            problems.add("not a file: " + request.url());
          }
        });
    page.onRequestFailed(request -> problems.add("failed: " + request.url()));
    page.onDialog(
        dialog -> {
          problems.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.navigate(file.toUri() + fragment);
    return page;
  }

  /** Fails if anything went wrong, and forgets it; closes all pages. */
  void assertNoProblems() {
    browser.contexts().forEach(BrowserContext::close);
    List<String> seen = List.copyOf(problems);
    problems.clear();
    assertThat(seen).as("errors, warnings, requests and dialogs").isEmpty();
  }

  @Override
  public void close() {
    playwright.close();
  }
}

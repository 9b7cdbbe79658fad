package quiesce.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import quiesce.catalogue.Catalogue;
import quiesce.engine.Engine;
import quiesce.report.Changes;
import quiesce.report.CheckReport;
import quiesce.report.TextStyle;
import quiesce.text.Visible;
import quiesce.verdict.InterruptedCheck;
import quiesce.watch.SavedFiles;

/**
 * Checks files when they are saved, one at a time. All is decided in one thread, by what others put
 * into its queue.
 */
final class Watching implements AutoCloseable {
  private static final long LONGEST_END_MILLIS = 2000;

  private final Check check;
  private final Engine engine;
  private final Map<Path, String> files;
  private final Console console;
  private final TextStyle style;
  private final Catalogue catalogue;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Set<Path> waiting = new LinkedHashSet<>();
  private final Map<Path, CheckReport> last = new HashMap<>();
  private Optional<Run> running = Optional.empty();

  /**
   * @param files by their place, as the user named them
   * @param catalogue that has what is cut out of them
   */
  Watching(Check check, Engine engine, Map<Path, String> files, Catalogue catalogue) {
    this.check = check;
    this.catalogue = catalogue;
    this.engine = engine;
    this.files = files;
    this.console = check.console();
    this.style = check.reportOptions().style(console);
    waiting.addAll(files.keySet());
  }

  /** What happens. */
  private sealed interface Event {
    record Saved(Set<Path> files) implements Event {}

    record Done(Run run, Outcome outcome) implements Event {}

    record Quit() implements Event {}
  }

  /** What came of a check. */
  private sealed interface Outcome {
    record Checked(CheckReport report) implements Outcome {}

    record Refused(Throwable problem) implements Outcome {}

    /** It was given up. */
    record Nothing() implements Outcome {}
  }

  /** A check that runs. */
  private final class Run {
    private final Path file;
    private final Thread thread = new Thread(this::check, "watch");

    Run(Path file) {
      this.file = file;
      thread.setDaemon(true);
    }

    private void check() {
      events.add(new Event.Done(this, outcome(files.get(file))));
    }
  }

  /** Until somebody ends it. */
  void follow(SavedFiles saved) throws InterruptedException {
    Thread watcher = new Thread(() -> watch(saved), "saved-files");
    watcher.setDaemon(true);
    watcher.start();
    if (console.terminal()) {
      console.line("Each file is checked when it is saved; q ends this.\n");
    }
    try (Keys keys = Keys.of(console, () -> events.add(new Event.Quit()))) {
      boolean ended = false;
      while (!ended) {
        startNext();
        ended = ended(events.take());
      }
    }
  }

  private void watch(SavedFiles saved) {
    try {
      while (true) {
        events.add(new Event.Saved(saved.next()));
      }
    } catch (InterruptedException e) {
      // This is the end.
    }
  }

  private boolean ended(Event event) {
    if (event instanceof Event.Saved saved) {
      saved(saved.files());
    } else if (event instanceof Event.Done done && running.filter(done.run()::equals).isPresent()) {
      running = Optional.empty();
      print(done.run().file, done.outcome());
    }
    return event instanceof Event.Quit || console.out().checkError();
  }

  /** What was saved comes first, and what is given up for it next. */
  private void saved(Set<Path> now) {
    Set<Path> next = new LinkedHashSet<>(now);
    running.ifPresent(
        run -> {
          next.add(run.file);
          giveUp();
          // Its JVM goes with it.
          engine.prepare();
        });
    next.addAll(waiting);
    waiting.clear();
    waiting.addAll(next);
  }

  private void giveUp() {
    running.ifPresent(run -> run.thread.interrupt());
    running = Optional.empty();
  }

  private void startNext() {
    if (running.isEmpty() && !waiting.isEmpty()) {
      Path file = waiting.iterator().next();
      waiting.remove(file);
      Run run = new Run(file);
      running = Optional.of(run);
      run.thread.start();
    }
  }

  private Outcome outcome(String name) {
    try {
      Batch.Read read =
          Batch.Read.of(name, catalogue, check.model().options(), check.engineOptions().timeout());
      return read.refusal()
          .<Outcome>map(refusal -> new Outcome.Refused(refusal.problem()))
          .orElseGet(() -> new Outcome.Checked(check.of(read.subjects(), engine)));
    } catch (InterruptedCheck e) {
      return new Outcome.Nothing();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return new Outcome.Refused(e);
    }
  }

  private void print(Path file, Outcome outcome) {
    if (outcome instanceof Outcome.Nothing) {
      return;
    }
    console.line(rule(files.get(file)));
    if (outcome instanceof Outcome.Refused refused) {
      new Failures(console).report(refused.problem());
    } else if (outcome instanceof Outcome.Checked checked) {
      CheckReport report = checked.report();
      console.print(new Reports(check.model(), check.reportOptions(), console).page(report));
      Optional.ofNullable(last.put(file, report))
          .ifPresent(before -> Changes.of(before, report).forEach(this::change));
    }
    console.line("");
    console.out().flush();
  }

  private void change(String line) {
    console.line(style.wrap(line));
  }

  private String rule(String name) {
    String shown = Visible.of(name);
    String dash = style.ascii() ? "-" : "─";
    int left = Math.max(2, style.width() - 1 - shown.length() - 4);
    return dash.repeat(2) + " " + shown + " " + dash.repeat(left);
  }

  @Override
  public void close() {
    Optional<Run> left = running;
    giveUp();
    try {
      if (left.isPresent()) {
        // What generates a specification cannot be interrupted, and ends with the JVM.
        left.get().thread.join(LONGEST_END_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

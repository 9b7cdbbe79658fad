package quiesce.engine.tlc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is kept of a run while it runs: as much as the result needs, however much TLC prints.
 * Standard output and standard error arrive in two threads.
 */
public final class RunRecord implements MessageReader.Handler {
  private static final int MAX_ERRORS = 50;
  private static final int LAST_LINES = 40;
  private static final int MAX_LINE = 1000;

  // Plain numbers in 2199, thousands separators in 2200.
  private static final Pattern PROGRESS =
      Pattern.compile(
          "(?:Progress\\(([\\d,]+)\\) at .*?: )?([\\d,]+) states generated.*?,"
              + " ([\\d,]+) distinct states found.*?, ([\\d,]+) states left on queue\\.",
          Pattern.DOTALL);
  private static final Pattern DEPTH = Pattern.compile(".*search is ([\\d,]+)\\.", Pattern.DOTALL);

  // As the system says it; in whichever message of TLC or trace of the JVM's stack it is.
  private static final Pattern FULL =
      Pattern.compile("No space left on device|Disk quota exceeded|not enough space on the disk");

  private final TlcListener listener;
  private final Earlier earlier = new Earlier();
  private final List<Message> errors = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final Set<String> printed = new LinkedHashSet<>();
  private final TraceReader trace = new TraceReader();
  private final CoverageReader coverage = new CoverageReader();
  private final ParserReport parser = new ParserReport();
  private Counts counts = Counts.NONE;
  private Optional<StateSpace> stateSpace = Optional.empty();
  private boolean parsing;
  private boolean recognised;
  private boolean walking;
  private boolean succeeded;
  private boolean finished;
  private boolean memoryExhausted;
  private boolean diskFull;

  public RunRecord(TlcListener listener) {
    this.listener = listener;
  }

  /** Takes the lines of one stream, whose messages do not nest in those of the other. */
  public Consumer<String> lines(TlcListener.Stream stream) {
    MessageReader messages = new MessageReader(this);
    return line -> {
      raw(stream, line);
      messages.line(line);
    };
  }

  /** Takes every line as it was written, before it is taken apart. */
  private synchronized void raw(TlcListener.Stream stream, String line) {
    listener.line(stream, line);
    earlier.line(line);
    diskFull |= FULL.matcher(line).find();
    if (lastLines.size() == LAST_LINES) {
      lastLines.removeFirst();
    }
    lastLines.addLast(line.length() > MAX_LINE ? line.substring(0, MAX_LINE) + "..." : line);
  }

  @Override
  public synchronized void message(Message message) {
    switch (message.code()) {
      case Code.VERSION -> recognised = true;
      case Code.PARSER_START -> parsing = true;
      case Code.PARSER_END -> parsing = false;
      case Code.WALKING -> walking = true;
      case Code.SUCCESS -> succeeded = true;
      case Code.FINISHED -> finished = true;
      case Code.PROGRESS, Code.STATISTICS -> progress(message);
      case Code.DEPTH -> depth(message);
      case Code.COVERAGE_START,
          Code.COVERAGE_INIT,
          Code.COVERAGE_NEXT,
          Code.COVERAGE_PROPERTY,
          Code.COVERAGE_CONSTRAINT,
          Code.COVERAGE_VALUE,
          Code.COVERAGE_COST ->
          coverage.message(message);
      case Code.INVARIANT_VIOLATED_INITIALLY, Code.PROPERTY_VIOLATED_INITIALLY ->
          trace.initialState(message);
      default -> {}
    }
    switch (message.severity()) {
      case Message.ERROR -> addTo(errors, message);
      case Message.STATE -> trace.message(message);
      case Message.WARNING -> {
        // Advice on the garbage collector, which is chosen on purpose.
        if (message.code() != Code.COLLECTOR_ADVICE) {
          addTo(warnings, message.text().strip());
        }
      }
      default -> {}
    }
  }

  @Override
  public synchronized void unframed(String line) {
    if (parsing) {
      parser.line(line);
    } else if (line.length() >= 2 && line.startsWith("\"") && line.endsWith("\"")) {
      printed.add(line.substring(1, line.length() - 1));
    }
    // From the JVM (-XX:+ExitOnOutOfMemoryError) or from a thread of TLC that died of it. What a
    // specification prints is quoted or in brackets, so it does not begin like that.
    if (line.startsWith("Terminating due to java.lang.OutOfMemoryError")
        || line.startsWith("java.lang.OutOfMemoryError")
        || line.startsWith("Exception in thread ") && line.contains("OutOfMemoryError")
        || line.contains("There is insufficient memory for the Java Runtime Environment")) {
      memoryExhausted = true;
    }
  }

  synchronized Trace trace() {
    return trace.trace();
  }

  synchronized Counts counts() {
    return counts;
  }

  synchronized List<Message> errors() {
    return List.copyOf(errors);
  }

  private List<String> warnings() {
    List<String> all = new ArrayList<>(parser.warnings());
    all.addAll(warnings);
    return List.copyOf(all);
  }

  synchronized List<String> lastLines() {
    return List.copyOf(lastLines);
  }

  /**
   * Takes the end of a run that ended by itself.
   *
   * @param dumped the lines of the file with the state space, if it was asked for
   */
  public synchronized Outcome ended(int exit, List<String> dumped) {
    listener.ended(exit, dumped);
    Outcome outcome = new Judge(this, exit).outcome();
    if (outcome instanceof Outcome.Passed && !dumped.isEmpty()) {
      // Only then is it known to be all.
      stateSpace = Optional.of(StateSpaceReader.of(dumped));
    }
    return outcome;
  }

  /** Everything that was reported, with this outcome. */
  public synchronized TlcResult result(Outcome outcome, Optional<Path> log, Duration elapsed) {
    return new TlcResult(
        outcome,
        earlier.with(counts),
        earlier.with(coverage.coverage()),
        warnings(),
        lastLines(),
        List.copyOf(printed),
        stateSpace,
        log,
        elapsed);
  }

  synchronized ParserReport parser() {
    return parser;
  }

  /** Whether it introduced itself as TLC. */
  synchronized boolean recognised() {
    return recognised;
  }

  /** Whether it goes along some behaviours only, at the end of which it says nothing of errors. */
  synchronized boolean walking() {
    return walking;
  }

  /** Whether it said that no error was found. */
  synchronized boolean succeeded() {
    return succeeded;
  }

  /** Whether it came to its end by itself. */
  synchronized boolean finished() {
    return finished;
  }

  /** Whether a file could not be written for want of room. */
  synchronized boolean diskFull() {
    return diskFull;
  }

  synchronized boolean memoryExhausted() {
    return memoryExhausted;
  }

  private void progress(Message message) {
    Matcher numbers = PROGRESS.matcher(message.text().strip());
    if (!numbers.matches()) {
      return;
    }
    long depth = numbers.group(1) == null ? counts.depth() : number(numbers.group(1));
    long generated = number(numbers.group(2));
    counts = new Counts(generated, number(numbers.group(3)), depth);
    if (message.code() == Code.PROGRESS) {
      listener.progress(
          new TlcProgress(depth, generated, counts.distinct(), number(numbers.group(4))));
    }
  }

  private void depth(Message message) {
    Matcher depth = DEPTH.matcher(message.text().strip());
    if (depth.matches()) {
      counts = new Counts(counts.generated(), counts.distinct(), number(depth.group(1)));
    }
  }

  private static long number(String digits) {
    return Long.parseLong(digits.replace(",", ""));
  }

  private static <T> void addTo(List<T> list, T element) {
    if (list.size() < MAX_ERRORS) {
      list.add(element);
    }
  }
}

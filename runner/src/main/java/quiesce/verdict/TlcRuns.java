package quiesce.verdict;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import quiesce.engine.tlc.Counts;
import quiesce.engine.tlc.Coverage;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.Reason;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcResult;
import quiesce.engine.tlc.TlcRunner;
import quiesce.engine.tlc.Trace;
import quiesce.module.Specification;
import quiesce.property.Property;
import quiesce.template.Templates;

/** The runs of TLC on one strategy, within the time that they have together. */
final class TlcRuns {
  /** The invariant that ends an exploration which has become large. */
  static final String FEW_STATES = "FewStates";

  /** The invariant that ends a search for runs with fewer switches which has become large. */
  static final String FEW_TO_SEARCH = "FewToSearch";

  /** The invariant that ends an exploration when nothing is left to decide. */
  static final String REPORTED = "Reported";

  /** The invariant that ends an exploration of the beginning. */
  static final String BEGINS = "Begins";

  private static final Pattern PLAIN_NAME = Pattern.compile("\\w[\\w.-]*");

  /** What is not known by then the exploration itself will tell. */
  private static final Duration LONGEST_WALK = Duration.ofSeconds(10);

  private final TlcRunner engine;
  private final Limits limits;
  private final Subject subject;
  private final Supplier<Specification> specification;
  private final Watcher watcher;
  private final long start;

  TlcRuns(TlcRunner engine, Limits limits, Subject subject, Watcher watcher) {
    this(
        engine,
        limits,
        subject,
        subject::specification,
        watcher,
        System.nanoTime() - subject.reading().toNanos());
  }

  /** Those of another specification of the same strategy, within the same time. */
  TlcRuns of(Specification other) {
    return new TlcRuns(engine, limits, subject, () -> other, watcher, start);
  }

  /** The same within half of the time, so that some is left for what does not hold there. */
  TlcRuns ofLifted(Specification other) {
    Limits half =
        new Limits(limits.workers(), limits.timeout().map(t -> t.dividedBy(2)), limits.keep());
    return new TlcRuns(engine, half, subject, () -> other, watcher, start);
  }

  private TlcRuns(
      TlcRunner engine,
      Limits limits,
      Subject subject,
      Supplier<Specification> specification,
      Watcher watcher,
      long start) {
    this.engine = engine;
    this.limits = limits;
    this.subject = subject;
    this.specification = specification;
    this.watcher = watcher;
    this.start = start;
  }

  /**
   * @param label folder for what is kept of the run
   */
  TlcResult run(String configuration, boolean coverage, String label) {
    return run(job(configuration, coverage).withWorkers(limits.workers()), label);
  }

  /** The same by one worker, whatever the limits say. */
  TlcResult byOneWorker(String configuration, boolean coverage, String label) {
    return run(job(configuration, coverage), label);
  }

  /** Goes along some behaviours and counts the actions that are taken, if that is soon done. */
  TlcResult walk(String configuration, String label) {
    return run(job(configuration).withCoverage().withWalk().within(LONGEST_WALK), label);
  }

  /**
   * Explores no more states than so many, by one worker: beyond that {@link #FEW_STATES} is
   * violated.
   */
  TlcResult search(String configuration, int most, String label) {
    TlcJob job = extending("Search", Map.of("limit", most), configuration, FEW_STATES);
    return limited(job.withCoverage(), label);
  }

  /**
   * Explores the beginning, whatever falls, and prints the names of those that fall. Beyond so many
   * states {@link #BEGINS} is violated; and {@link #REPORTED} when no property is left.
   *
   * @param configuration without these invariants
   * @param conditions invariants beside the properties
   */
  TlcResult beginning(
      String configuration,
      List<Property> properties,
      List<String> conditions,
      int most,
      String label) {
    Map<String, Object> data =
        Map.of("properties", properties, "conditions", conditions, "limit", most);
    String begins = configuration + "INVARIANT " + BEGINS + "\n";
    return run(extending(REPORTED, data, begins, REPORTED).withCoverage(), label);
  }

  /** The same to the end. */
  TlcResult reported(
      String configuration,
      List<Property> properties,
      List<String> conditions,
      boolean coverage,
      String label) {
    Map<String, Object> data = Map.of("properties", properties, "conditions", conditions);
    TlcJob job = extending(REPORTED, data, configuration, REPORTED).withWorkers(limits.workers());
    return run(coverage ? job.withCoverage() : job, label);
  }

  /**
   * Explores runs of bounded length and few switches between threads, by one worker: beyond so many
   * states {@link #FEW_TO_SEARCH} is violated.
   *
   * @param configuration of {@code SpecWithFewer}
   * @param bounds what templates/tla/switches.ftl asks for
   */
  TlcResult withFewerSwitches(String configuration, Map<String, Object> bounds, String label) {
    return limited(extending("Switches", bounds, configuration, FEW_TO_SEARCH), label);
  }

  /**
   * Explores the runs in which threads take the steps that are theirs in a schedule.
   *
   * @param schedule what templates/tla/schedule.ftl asks for
   */
  TlcResult scheduled(String configuration, Map<String, Object> schedule, String label) {
    String constants = new Templates(Optional.empty()).render("tla/schedule.cfg.ftl", schedule);
    return limited(extending("Schedule", schedule, configuration + constants), label);
  }

  /** A job on a module that extends the specification's, with an invariant more. */
  private TlcJob extending(
      String suffix, Map<String, Object> data, String configuration, String invariant) {
    return extending(suffix, data, configuration + "INVARIANT " + invariant + "\n");
  }

  private TlcJob extending(String suffix, Map<String, Object> data, String configuration) {
    Specification spec = specification.get();
    String name = spec.name() + suffix;
    Map<String, Object> all = new HashMap<>(data);
    all.put("name", name);
    all.put("module", spec.name());
    String template = "tla/" + suffix.toLowerCase(Locale.ROOT) + ".ftl";
    String module = new Templates(spec.options().templates()).render(template, all);
    return TlcJob.of(name, module, configuration)
        .withExtraModules(Map.of(spec.name(), spec.module()));
  }

  int workers() {
    return limits.workers();
  }

  private TlcJob job(String configuration, boolean coverage) {
    return coverage ? job(configuration).withCoverage() : job(configuration);
  }

  private TlcJob job(String configuration) {
    Specification spec = specification.get();
    return TlcJob.of(spec.name(), spec.module(), configuration);
  }

  private TlcResult run(TlcJob job, String label) {
    boolean mayTakeLong = Estimate.mayTakeLong(specification.get()) && !job.walk();
    return limited(mayTakeLong ? job.with(TlcJob.Request.LONG) : job, label);
  }

  private TlcResult limited(TlcJob asked, String label) {
    TlcJob job = asked;
    if (limits.keep().isPresent()) {
      job = job.keptIn(directory(limits.keep().get()).resolve(label));
    }
    if (limits.timeout().isPresent()) {
      Duration left = limits.timeout().get().minusNanos(System.nanoTime() - start);
      if (left.isNegative() || left.isZero()) {
        return notRun();
      }
      job = job.within(left);
    }
    // For what must come about they would have to keep the whole graph of states.
    if (!Configurations.liveness(job.configuration())) {
      job = job.with(TlcJob.Request.CHECKPOINTS);
    }
    return engine.run(job, new Attention(watcher, subject));
  }

  /**
   * How a failure is reported: a timeout as the user set it, not what was left of it for the run.
   */
  String explain(Outcome.Failed failed) {
    return failed.reason() == Reason.TIMEOUT && limits.timeout().isPresent()
        ? "no verdict within " + Durations.text(limits.timeout().get())
        : failed.message();
  }

  private Path directory(Path parent) {
    // The name is the user's and may be anything, "../.." too.
    boolean plain = PLAIN_NAME.matcher(subject.name()).matches();
    return parent
        .resolve(plain ? subject.name() : subject.first().name())
        .resolve(subject.memory());
  }

  private static TlcResult notRun() {
    return new TlcResult(
        new Outcome.Failed(Reason.TIMEOUT, "no time left", Trace.NONE),
        Counts.NONE,
        Coverage.NONE,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Duration.ZERO);
  }
}

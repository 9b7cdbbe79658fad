package quiesce.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.catalogue.Catalogue;

/**
 * What all measurements share.
 *
 * @param root of the project
 * @param work a directory for files of the run
 * @param commands run there, with a cache of their own
 * @param settings what the user chose
 * @param progress hears what is being measured
 */
record Bench(Path root, Path work, Commands commands, Settings settings, PrintWriter progress) {
  /**
   * What is measured and how often.
   *
   * @param rounds of each measurement
   * @param capSeconds no run of plain TLC may take longer
   * @param large arguments that make a large check
   * @param workers of the large check
   * @param litmus directory of litmus tests
   * @param checks how many are run consecutively
   */
  record Settings(
      int rounds,
      int capSeconds,
      List<String> large,
      int workers,
      Optional<Path> litmus,
      int checks) {}

  private static final List<Integer> VERDICTS = List.of(0, 1);

  static Bench in(Path root, Settings settings, PrintWriter progress) throws IOException {
    Path work = root.resolve("bench/target/work").toAbsolutePath().normalize();
    Trees.remove(work);
    Files.createDirectories(work);
    Map<String, String> environment =
        Map.of("XDG_CACHE_HOME", cacheHome(work).toString(), "QUIESCE_CACHE", "on", "JAVA", java());
    return new Bench(root, work, new Commands(work, environment), settings, progress);
  }

  /** Has quiesce make what it makes once for each TLC and JVM: not what is measured. */
  void makeArchives() {
    // One for JVMs that several checks share, one for those of large checks.
    checkAfresh(List.of("rcu", "--memory", "sc"));
    checkAfresh(List.of("rcu", "--memory", "sc", "--workers", "2"));
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static Path cacheHome(Path work) {
    return work.resolve("cache");
  }

  /** Where quiesce has its archives and results. */
  Path cache() {
    return cacheHome(work);
  }

  /** The catalogue's names. */
  static List<String> catalogue() {
    return Catalogue.onClassPath().names();
  }

  /** A command line of quiesce. */
  List<String> quiesce(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(root.resolve("quiesce").toString()));
    command.addAll(arguments);
    return command;
  }

  /**
   * A command line of quiesce that neither finds a result nor keeps one. What makes TLC start
   * faster is there, other than with {@code --no-cache}.
   */
  List<String> afresh(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("env", "QUIESCE_CACHE=off"));
    command.addAll(quiesce(arguments));
    return command;
  }

  /** Runs quiesce, which must do what it is asked. */
  Timed run(String... arguments) {
    return commands.run(List.of(0), quiesce(List.of(arguments)));
  }

  /** Runs {@code quiesce check}, which must come to verdicts, whatever these are. */
  Timed check(List<String> arguments) {
    return commands.run(VERDICTS, quiesce(checking(arguments)));
  }

  /** The same, with no result remembered. */
  Timed checkAfresh(List<String> arguments) {
    return commands.run(VERDICTS, afresh(checking(arguments)));
  }

  private static List<String> checking(List<String> arguments) {
    List<String> all = new ArrayList<>(List.of("check", "--quiet", "--format", "json"));
    all.addAll(arguments);
    return all;
  }

  /** Writes specifications to a directory of that name, which it returns. */
  Path generate(String directory, List<String> arguments) {
    Path out = work.resolve(directory);
    List<String> all = new ArrayList<>(List.of("generate", "--out", out.toString()));
    all.addAll(arguments);
    commands.run(List.of(0), quiesce(all));
    return out;
  }

  /**
   * One run of plain TLC on the safety properties of a strategy under sc.
   *
   * @param directory for the specification, which is written now
   */
  List<String> plainOnce(String directory, String strategy) {
    Path generated = generate(directory, List.of(strategy, "--memory", "sc"));
    Path module = Trees.endingIn(".tla", generated).get(0);
    return List.of(
        java(),
        "-XX:+UseParallelGC",
        "-cp",
        Machine.tlcJar().toString(),
        "tlc2.TLC",
        "-metadir",
        work.resolve("states").toString(),
        "-config",
        module.toString().replaceFirst("tla$", "cfg"),
        module.toString());
  }

  /** Has plain TLC come to verdicts on these modules. */
  List<PlainRun> plain(List<Path> modules, int workers) {
    List<String> command =
        new ArrayList<>(
            List.of(
                root.resolve("bench/plain").toString(),
                Machine.tlcJar().toString(),
                Integer.toString(settings.capSeconds()),
                Integer.toString(workers)));
    modules.forEach(module -> command.add(module.toString()));
    return PlainRun.read(commands.run(List.of(0), command).output());
  }

  void tell(String what, int round, int rounds) {
    progress.println("%s: round %d of %d".formatted(what, round, rounds));
    progress.flush();
  }
}

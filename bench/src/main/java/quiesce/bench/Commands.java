package quiesce.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs commands, each timed by a bash of its own.
 *
 * @param directory where they are run and have their output
 * @param environment variables that they get besides ours
 */
record Commands(Path directory, Map<String, String> environment) {
  private static final double NANOS = 1e9;

  /** What the launcher says before it builds, which no measurement may contain. */
  private static final String BUILDING = "quiesce: building";

  /** Times the rest of its arguments; the processor's time of all children goes to a file. */
  private static final String TIMING =
      """
      TIMEFORMAT='%U %S'
      cpu=$1; shift
      { time "$@" 2>&3; } 3>&2 2>"$cpu"
      """;

  /** The same, so often that what a bash takes does not count. */
  private static final String REPEATED =
      """
      times=$1; shift
      for ((i = 0; i < times; i++)); do "$@" >/dev/null || exit; done
      """;

  /**
   * Runs a command.
   *
   * @throws BenchException if it ends with a code that is not among {@code exits}
   */
  Timed run(List<Integer> exits, List<String> command) {
    Started started = start(command);
    return started.ended(exits);
  }

  /** What one of many runs of a command takes. */
  double secondsOfOne(int times, List<String> command) {
    List<String> repeated =
        new ArrayList<>(List.of("bash", "-c", REPEATED, "bash", Integer.toString(times)));
    repeated.addAll(command);
    return run(List.of(0), repeated).seconds() / times;
  }

  /**
   * The time until a command has printed so many lines; it is ended then.
   *
   * @throws BenchException if it prints fewer
   */
  double secondsToLine(int lines, List<String> command) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().putAll(environment);
      long start = System.nanoTime();
      Process process = builder.start();
      try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
        for (int line = 0; line < lines; line++) {
          if (reader.readLine() == null) {
            throw new BenchException(command.get(0) + " printed " + line + " lines");
          }
        }
        return (System.nanoTime() - start) / NANOS;
      } finally {
        process.destroy();
        process.waitFor();
      }
    } catch (IOException e) {
      throw new BenchException("cannot run " + command.get(0) + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    }
  }

  /** Starts a command and does not wait for its end. */
  Started start(List<String> command) {
    try {
      Path out = Files.createTempFile(directory, "out-", ".txt");
      Path errors = Files.createTempFile(directory, "errors-", ".txt");
      Path cpu = Files.createTempFile(directory, "cpu-", ".txt");
      List<String> timed = new ArrayList<>(List.of("bash", "-c", TIMING, "bash", cpu.toString()));
      timed.addAll(command);
      ProcessBuilder builder =
          new ProcessBuilder(timed)
              .directory(directory.toFile())
              .redirectOutput(out.toFile())
              .redirectError(errors.toFile());
      builder.environment().putAll(environment);
      long start = System.nanoTime();
      Process process = builder.start();
      process.getOutputStream().close();
      return new Started(command, process, start, out, errors, cpu);
    } catch (IOException e) {
      throw new BenchException("cannot start " + command.get(0) + ": " + e.getMessage(), e);
    }
  }

  /** A command that runs. */
  record Started(
      List<String> command, Process process, long start, Path out, Path errors, Path cpu) {
    /** Waits for its end. */
    Timed ended(List<Integer> exits) {
      try {
        int exit = process.waitFor();
        double seconds = (System.nanoTime() - start) / NANOS;
        if (!exits.contains(exit)) {
          throw new BenchException(
              "%s ended with %d:%n%s%n%s"
                  .formatted(
                      String.join(" ", command.subList(0, Math.min(command.size(), 12))),
                      exit,
                      Files.readString(errors),
                      Files.readString(out).lines().limit(20).toList()));
        }
        if (Files.readString(errors).contains(BUILDING)) {
          throw new BenchException("quiesce was built meanwhile, since a source has changed");
        }
        double cpuSeconds = 0;
        for (String part : Files.readString(cpu).strip().split(" ")) {
          cpuSeconds += Double.parseDouble(part);
        }
        Timed timed = new Timed(seconds, cpuSeconds, exit, Files.readString(out));
        for (Path file : List.of(out, errors, cpu)) {
          Files.delete(file);
        }
        return timed;
      } catch (IOException e) {
        throw new BenchException("cannot read what " + command.get(0) + " said", e);
      } catch (InterruptedException e) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Thread.currentThread().interrupt();
        throw new BenchException("interrupted", e);
      }
    }
  }
}

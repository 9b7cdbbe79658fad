package quiesce.engine.jvm;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quiesce.engine.inside.Shared;
import quiesce.engine.tlc.LongRun;
import quiesce.engine.tlc.TlcJob;

/** How the child is called. */
public record CommandLine(
    TlcJar jar, JvmOptions jvm, Optional<Path> archive, Optional<Path> starter) {
  /** What starts TLC in a process of its own. */
  private static final String STARTER = "quiesce.engine.inside.Alone";

  /**
   * Variables that make every JVM take more options; a verdict must not depend on them, and they
   * win over the heap size on the command line.
   */
  private static final List<String> JVM_VARIABLES =
      List.of("_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

  /**
   * Numbers, dates and texts as they are read here, whatever the locale. LC_ALL is left alone:
   * parent and child must agree on how names of files are encoded.
   */
  private static final List<String> LANGUAGE =
      List.of(
          "-Dfile.encoding=UTF-8",
          "-Dstdout.encoding=UTF-8",
          "-Dstderr.encoding=UTF-8",
          "-Duser.language=en",
          "-Duser.country=US");

  /**
   * Enough to take each action of each strategy of the catalogue with 4 CPUs and 4 registrations
   * under {@code weak}, in 0.6 to 2.5 s of a JVM that has compiled nothing yet.
   */
  private static final List<String> WALK =
      List.of("-simulate", "num=100", "-depth", "100", "-seed", "0");

  static CommandLine of(TlcJar jar, JvmOptions jvm, Optional<ClassDataArchive> archive) {
    return new CommandLine(
        jar, jvm, archive.map(ClassDataArchive::file), archive.map(ClassDataArchive::starter));
  }

  /** Of a process that runs one job. */
  ProcessBuilder of(TlcJob job, PrivateDirectory directory) {
    List<String> command =
        start(directory, jar.path() + File.pathSeparator + starter.orElse(directory.starter()));
    job.maxHeapMegabytes().ifPresent(megabytes -> command.add("-Xmx" + megabytes + "m"));
    // In milliseconds; TLC's own option would have it in minutes.
    job.longRun()
        .flatMap(LongRun::every)
        .ifPresent(time -> command.add(1, "-Dtlc2.TLCGlobals.chkpt=" + time.toMillis()));
    command.add(STARTER);
    command.addAll(arguments(job, directory.states(), directory.stateSpace()));
    return builder(command).directory(directory.specification().toFile());
  }

  /** Of a process that gets its jobs one at a time. */
  ProcessBuilder ofShared(Path program, PrivateDirectory directory) {
    List<String> command = start(directory, program.toString());
    command.add(Shared.class.getName());
    return builder(command).directory(directory.specification().toFile()).redirectErrorStream(true);
  }

  private List<String> start(PrivateDirectory directory, String classes) {
    List<String> command = new ArrayList<>(java());
    archive.ifPresent(file -> command.addAll(used(file)));
    command.addAll(jvm.flags());
    // A JVM that has run out of memory may hang or print half of a message.
    command.add("-XX:+ExitOnOutOfMemoryError");
    // Else it would leave a file in /tmp/hsperfdata_* when it is killed, whatever java.io.tmpdir.
    command.add("-XX:-UsePerfData");
    // The JVM's own warnings (of an archive that does not fit, say) would go to standard output.
    command.add("-Xlog:disable");
    command.add("-Djava.io.tmpdir=" + directory.temporary());
    command.addAll(LANGUAGE);
    command.addAll(List.of("-cp", classes));
    return command;
  }

  /**
   * At the addresses that it was made for, where the JVM has an option for that: to move it takes a
   * tenth of what a small check takes.
   */
  private static List<String> used(Path archive) {
    return List.of(
        "-XX:SharedArchiveFile=" + archive,
        "-XX:+IgnoreUnrecognizedVMOptions",
        "-XX:+UnlockDiagnosticVMOptions",
        "-XX:ArchiveRelocationMode=0");
  }

  /** What of it decides about what TLC says, whatever the JVM and the directories of a run. */
  public static List<String> decisive(TlcJob job) {
    List<String> all = new ArrayList<>(LANGUAGE);
    all.addAll(options(job, Path.of("states"), Path.of("graph"), Optional.empty()));
    return all;
  }

  /** The arguments of TLC. */
  static List<String> arguments(TlcJob job, Path states, Path stateSpace) {
    List<String> arguments = options(job, states, stateSpace, job.longRun());
    arguments.addAll(List.of("-config", job.name() + ".cfg", job.name()));
    return arguments;
  }

  /** All of that but the files with the job. */
  private static List<String> options(
      TlcJob job, Path states, Path stateSpace, Optional<LongRun> longRun) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-tool",
                "-metadir",
                states.toString(),
                // Liveness once, at the end: in between it only costs time.
                "-lncheck",
                "final",
                // Else TLC chooses its hash by chance, and with it which lasso it finds first.
                "-fp",
                "0",
                "-workers",
                Integer.toString(job.workers())));
    if (longRun.flatMap(LongRun::every).isEmpty()) {
      // Nobody recovers a run from a directory that is removed after it.
      arguments.addAll(List.of("-checkpoint", "0"));
    }
    if (job.coverage()) {
      // With 0 it is printed after each checkpoint, which it is a part of; with 1, after every
      // other.
      arguments.addAll(List.of("-coverage", longRun.isPresent() ? "0" : "1"));
    }
    if (job.walk()) {
      arguments.addAll(WALK);
    }
    if (job.stateSpace()) {
      arguments.addAll(List.of("-dump", "dot,actionlabels", stateSpace.toString()));
    }
    longRun
        .flatMap(LongRun::recovered)
        .ifPresent(from -> arguments.addAll(List.of("-recover", from.toString())));
    return arguments;
  }

  /** The {@code java} that runs this JVM. */
  static List<String> java() {
    return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString());
  }

  static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    JVM_VARIABLES.forEach(builder.environment()::remove);
    return builder;
  }
}

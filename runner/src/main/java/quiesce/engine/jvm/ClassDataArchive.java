package quiesce.engine.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.TlcException;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;
import quiesce.output.Ours;

/**
 * A file with TLC's classes as the JVM holds them in memory, which saves a good part of the time
 * that a short run takes to start. The JVM does not use one that is missing, damaged or made for
 * another jar or another JVM, and runs as it would without.
 *
 * @param starter the jar that is on the class path after TLC's
 */
public record ClassDataArchive(Path file, Path starter) {
  /** Touches what a check of a small specification needs, up to printing a trace with a lasso. */
  private static final String TRAINING =
      """
      ---- MODULE Training ----
      EXTENDS Naturals, Sequences, FiniteSets, TLC
      CONSTANT Procs
      VARIABLES step, held
      vars == <<step, held>>
      Init == step = [p \\in Procs |-> 0] /\\ held = [set |-> {}, seq |-> <<>>]
      Go(p) ==
        /\\ step' = [step EXCEPT ![p] = IF @ = 1 THEN 0 ELSE @ + 1]
        /\\ LET more == IF p \\in held.set THEN held.set \\ {p} ELSE held.set \\cup {p}
           IN held' = [held EXCEPT !.set = more, !.seq = SubSeq(<<p>> \\o @, 1, 1)]
      Next == \\E p \\in Procs : Go(p)
      Spec == Init /\\ [][Next]_vars /\\ WF_vars(Next)
      Small == \\A p \\in Procs : step[p] < 2 /\\ Cardinality(held.set) < 3
      Never == \\A p \\in Procs : step[p] = 1 ~> Len(held.seq) = 2
      ====
      """;

  private static final String TRAINING_CONFIGURATION =
      "SPECIFICATION Spec\nCONSTANT Procs = {p1, p2}\nINVARIANT Small\nPROPERTY Never\n";

  /**
   * The archive for this jar and this JVM in {@code directory}, made now if there is none. Several
   * processes may do so at once: each makes a whole one and the last one stays.
   *
   * @return nothing if none could be made; the directory cannot be written, say
   */
  public static Optional<ClassDataArchive> in(Path directory, TlcJar jar) {
    try {
      String key = JarKey.of(List.of(jar.path()), List.of(StarterJar.content()));
      Path file = directory.resolve("tlc-" + key + ".jsa").toAbsolutePath();
      Path starter = directory.resolve("start-" + key + ".jar").toAbsolutePath();
      Ours.make(directory);
      StarterJar.provide(starter);
      return MadeFiles.provide(file, unfinished -> make(unfinished, jar, starter))
          ? Optional.of(new ClassDataArchive(file, starter))
          : Optional.empty();
    } catch (IOException | TlcException e) {
      return Optional.empty();
    }
  }

  /** A job that touches what most jobs do. */
  static TlcJob training() {
    return TlcJob.of("Training", TRAINING, TRAINING_CONFIGURATION);
  }

  private static boolean make(Path file, TlcJar jar, Path starter) throws IOException {
    List<String> flags = new ArrayList<>(JvmOptions.SMALL.flags());
    flags.add("-XX:ArchiveClassesAtExit=" + file);
    OwnProcess tlc =
        OwnProcess.of(
            new CommandLine(jar, new JvmOptions(flags), Optional.empty(), Optional.of(starter)));
    TlcResult result = tlc.run(training(), TlcListener.NONE);
    // An empty file is the one made before: this JVM makes no archives.
    return result.outcome() instanceof Outcome.PropertyViolated && Files.size(file) > 0;
  }
}

package quiesce.engine.cache;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quiesce.engine.jvm.CommandLine;
import quiesce.engine.tlc.TlcJob;
import quiesce.store.Key;
import quiesce.store.Sha256;

/**
 * What a result is kept under: a digest of everything that TLC's answer may depend on. Left out is
 * what only decides whether there is an answer (time and memory), where files are kept, and what a
 * module says to readers alone.
 */
public final class JobKey {
  private JobKey() {}

  /**
   * @param engine digest of TLC
   * @param program digest of what quiesce makes of it before it runs it
   * @param java which Java runs it
   */
  public static Key of(TlcJob job, String engine, String program, List<String> java) {
    Map<String, String> extra = new TreeMap<>(job.extraModules());
    return new Key(
        new Sha256()
            .with(engine)
            .with(program)
            .with(java)
            .with(CommandLine.decisive(job))
            .with(ModuleText.of(job.name(), job.module(), job.configuration()))
            .with(job.configuration())
            .with(List.copyOf(extra.keySet()))
            // They are extended by their names.
            .with(extra.entrySet().stream().map(e -> named(e.getKey(), e.getValue())).toList())
            // In the arguments as well; the key must not depend on how these are written.
            .with(job.workers())
            .with(job.coverage() ? 1 : 0)
            .with(job.stateSpace() ? 1 : 0)
            .with(job.walk() ? 1 : 0)
            .hex());
  }

  private static String named(String name, String module) {
    return ModuleText.of(name, module, name);
  }
}

package quiesce.cache;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quiesce.tlc.Tlc;
import quiesce.tlc.TlcJob;

/**
 * What a result is kept under: a digest of everything that TLC's answer may depend on. Left out is
 * what only decides whether there is an answer (time and memory), where files are kept, and what a
 * module says to readers alone.
 *
 * @param hex the digest
 */
public record Key(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public Key {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("not a key: " + hex);
    }
  }

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
            .with(Tlc.decisiveArguments(job))
            .with(ModuleText.of(job.name(), job.module(), job.configuration()))
            .with(job.configuration())
            .with(List.copyOf(extra.keySet()))
            .with(List.copyOf(extra.values()))
            // In the arguments as well; the key must not depend on how these are written.
            .with(job.workers())
            .with(job.coverage() ? 1 : 0)
            .with(job.stateSpace() ? 1 : 0)
            .with(job.walk() ? 1 : 0)
            .hex());
  }

  /** This JVM, which is the one that TLC is run by. */
  public static List<String> thisJava() {
    return Stream.of("java.vm.vendor", "java.vm.name", "java.vm.version", "os.arch")
        .map(name -> System.getProperty(name, ""))
        .toList();
  }
}

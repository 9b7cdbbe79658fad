package quiesce.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quiesce.engine.jvm.JvmSettings;
import quiesce.engine.jvm.SharedJvms;
import quiesce.engine.jvm.TlcJar;
import quiesce.engine.tlc.TlcException;

/**
 * A JVM for TLC that is begun to be started before the options are read: that takes about as long
 * as to read them and to generate a specification. Whether it is of use is seen when they are.
 */
final class HeadStart implements AutoCloseable {
  /** Nothing was started. */
  static final HeadStart NONE = new HeadStart(Optional.empty());

  private static final Set<String> COMMANDS =
      Set.of("check", "explain", "watch", "why", "fix", "compare", "sweep");
  private static final Set<String> NOT_WITH = Set.of("--help", "-h", "--isolated");

  private final Optional<SharedJvms> jvms;

  private HeadStart(Optional<SharedJvms> jvms) {
    this.jvms = jvms;
  }

  /** Starts one if something is to be checked. */
  static HeadStart of(String[] arguments, Console console) {
    List<String> all = Arrays.asList(arguments);
    Optional<Path> cache =
        CacheDirectory.of(console).filter(directory -> !all.contains("--no-cache"));
    boolean likely =
        !all.isEmpty()
            && COMMANDS.contains(all.get(0))
            && all.stream().noneMatch(NOT_WITH::contains)
            && cache.stream().allMatch(CacheDirectory::isOurs);
    if (!likely) {
      return NONE;
    }
    try {
      Optional<SharedJvms> jvms =
          TlcJar.onClassPath()
              .map(jar -> new EngineOptions().jvms(jar, cache))
              .flatMap(SharedJvms::of);
      jvms.ifPresent(SharedJvms::prepare);
      return new HeadStart(jvms);
    } catch (TlcException e) {
      // Reported when it is clear that TLC is needed.
      return NONE;
    }
  }

  /** What was started if it is as wanted; who takes it may close it. */
  Optional<SharedJvms> of(JvmSettings wanted) {
    return jvms.filter(begun -> begun.settings().equals(wanted));
  }

  @Override
  public void close() {
    jvms.ifPresent(SharedJvms::close);
  }
}

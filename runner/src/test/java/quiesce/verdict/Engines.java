package quiesce.verdict;

import java.nio.file.Path;
import java.util.Optional;
import quiesce.tlc.TlcJar;

/** The engine of tests: TLC as users have it, with nothing remembered from an earlier run. */
public final class Engines {
  private Engines() {}

  /** One that its user closes. */
  public static Engine start() {
    return Engine.of(TlcJar.onClassPath().orElseThrow(), Optional.of(Path.of("target", "cache")));
  }
}

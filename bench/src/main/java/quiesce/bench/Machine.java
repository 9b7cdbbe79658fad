package quiesce.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.engine.EngineVersion;
import quiesce.engine.jvm.TlcJar;

/** What the figures were measured on. */
public record Machine(int processors, String processor, long gigabytes, String jvm, String tlc) {
  private static final double KILOBYTES_PER_GIGABYTE = 1024.0 * 1024;

  static Machine here() {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        line("/proc/cpuinfo", "model name").orElse("unknown"),
        line("/proc/meminfo", "MemTotal")
            .map(text -> Long.parseLong(text.replace("kB", "").strip()))
            .map(kilobytes -> Math.round(kilobytes / KILOBYTES_PER_GIGABYTE))
            .orElse(0L),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        tlcVersion());
  }

  /** The TLC that comes along, for both sides. */
  static Path tlcJar() {
    return TlcJar.onClassPath()
        .orElseThrow(() -> new BenchException("there is no TLC on the class path"))
        .path()
        .toAbsolutePath();
  }

  private static String tlcVersion() {
    return EngineVersion.of(new TlcJar(tlcJar()));
  }

  private static Optional<String> line(String file, String name) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}

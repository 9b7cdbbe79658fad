package quiesce.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import quiesce.lowering.Lowering;
import quiesce.source.Parser;
import quiesce.source.SourceFile;

/** Strategies to emit: those of the catalogue and those that show the machine's rules. */
final class Samples {
  static final Path RCU = Path.of("../specs/rcu/strategy.c");
  static final Path ONCE = Path.of("../specs/global-once/strategy.c");
  static final Path RULES = Path.of("../runner/src/test/resources/machine");
  private static final Path CATALOGUE = Path.of("../specs");

  private Samples() {}

  static List<Path> all() {
    return Stream.of(CATALOGUE, RULES).flatMap(root -> under(root).stream()).toList();
  }

  static List<Path> catalogue() {
    return under(CATALOGUE);
  }

  private static List<Path> under(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(f -> f.toString().endsWith(".c")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Specification emit(Path file, Options options) {
    try {
      return emit(file.getFileName().toString(), Files.readString(file), options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Specification emit(String name, String text, Options options) {
    return Emitter.emit(
        Lowering.lower(Parser.parse(SourceFile.of(name, text)), options.compiler()), options);
  }
}

package quiesce.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quiesce.module.Options;

/** Beside each strategy stands the specification that the generator makes of it now. */
class GeneratedSpecificationsTest {
  static Stream<String> strategies() {
    return Strategies.names().stream();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void isCurrent(String name) throws IOException {
    Map<String, String> made = Strategies.subject(name, Options.DEFAULT).specification().files();
    Path directory = Strategies.DIRECTORY.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      for (Path old :
          specifications(directory).keySet().stream().map(directory::resolve).toList()) {
        Files.delete(old);
      }
      for (Map.Entry<String, String> file : made.entrySet()) {
        Files.writeString(directory.resolve(file.getKey()), file.getValue());
      }
    }
    assertThat(specifications(directory))
        .as("renew it with: mvn verify -Dgolden.update=true")
        .isEqualTo(made);
  }

  private static Map<String, String> specifications(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(f -> !f.getFileName().toString().equals("strategy.c"))
          .collect(Collectors.toMap(f -> f.getFileName().toString(), f -> read(f)));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

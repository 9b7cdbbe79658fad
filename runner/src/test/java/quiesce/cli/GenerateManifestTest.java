package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.format.Manifest;
import quiesce.golden.Golden;

/** {@code generate --manifest}, with TLC. */
class GenerateManifestTest {
  @TempDir private Path directory;

  @Test
  void resultsAreThoseOfEachConfiguration() throws IOException {
    Path out = directory.resolve("specifications/callbacks");

    Cli.Result result = generate(out, "rcu", "locked", Cli.strategy("no-wait.c"), "--memory", "sc");

    String manifest = Files.readString(out.resolve("manifest.json"));
    Manifest.read(manifest);
    Golden.check("quiesce/cli/manifest.json", manifest);
    assertThat(result.out()).endsWith(out.resolve("manifest.json") + "\n");
    assertThat(result.code()).as(result.err()).isZero();
  }

  @Test
  void memoryModelsAreFoldersAndWhatPeopleWroteStays() throws IOException {
    Files.writeString(
        directory.resolve("manifest.json"),
        """
        {"sources": ["https://example.org"], "authors": ["A. Author"], "tags": ["beginner"],
         "modules": [{"path": "specifications/other/Other.tla", "features": [], "models": []}]}
        """);

    generate(directory, "built-in");
    generate(directory, "built-in", "--memory", "all");

    JsonNode manifest = Manifest.read(Files.readString(directory.resolve("manifest.json")));
    String folder = "specifications/" + directory.getFileName();
    assertThat(manifest.get("authors").get(0).textValue()).isEqualTo("A. Author");
    assertThat(manifest.get("modules").findValuesAsText("path"))
        .containsOnlyOnce(
            folder + "/BuiltIn.tla",
            folder + "/sc/BuiltIn.tla",
            folder + "/tso/BuiltIn.tla",
            folder + "/weak/BuiltIn.tla",
            "specifications/other/Other.tla");
  }

  @Test
  void withoutAResultItIsUnknownAndAnError() throws IOException {
    Cli.Result result = generate(directory, "rcu", "--timeout", "1ms");

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err()).contains("Rcu.cfg: no result: ");
    JsonNode manifest = Manifest.read(Files.readString(directory.resolve("manifest.json")));
    assertThat(manifest.findValuesAsText("result")).containsOnly("unknown");
    assertThat(manifest.findValuesAsText("runtime")).containsOnly("unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"sources\": 1}", "not JSON", ""})
  void aFileThatIsNoManifestStaysAndNothingIsWritten(String text) throws IOException {
    Path file = directory.resolve("manifest.json");
    Files.writeString(file, text);

    Cli.Result result = generate(directory, "rcu");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains(file + " is no manifest", "--out");
    assertThat(file).content().isEqualTo(text);
    assertThat(Files.list(directory)).hasSize(1);
  }

  @Test
  void optionsOfTlcGoWithIt() {
    Cli.Result result =
        Cli.run("generate", "rcu", "--timeout", "5m", "--out", directory.toString());

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--timeout goes with --manifest");
  }

  private static Cli.Result generate(Path out, String... arguments) {
    List<String> all =
        Stream.concat(
                Stream.of("generate", "--manifest", "-q", "--out", out.toString()),
                Stream.of(arguments))
            .toList();
    return Cli.run(all.toArray(String[]::new));
  }
}

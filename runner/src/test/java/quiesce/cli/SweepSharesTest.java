package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes share a sweep, with the command lines of the examples in the documentation. */
class SweepSharesTest {
  private static final Path EXAMPLES = Path.of("..", "docs", "examples");
  private static final int SIGTERM = 128 + 15;

  @TempDir private Path directory;

  @BeforeEach
  void aDirectoryWithAStrategyAndQuiesceOnThePath() throws IOException {
    Path quiesce = Files.createDirectories(directory.resolve("bin")).resolve("quiesce");
    Files.writeString(
        quiesce,
        "#!/bin/sh\nexec '%s' -cp '%s' quiesce.cli.Main \"$@\"\n"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                absolute(System.getProperty("java.class.path"))));
    assertThat(quiesce.toFile().setExecutable(true)).isTrue();
    Files.copy(
        Path.of("..", "docs", "tutorial", "early-unlock.c"),
        Files.createDirectories(directory.resolve("work")).resolve("observer.c"));
  }

  @Test
  void thePodsOfAJobShareACacheDirectory() throws Exception {
    Map<String, JsonNode> documents =
        documents("sweep-job.yml").stream()
            .collect(
                Collectors.toMap(
                    d -> d.at("/metadata/name").asText() + d.at("/kind").asText(), d -> d));
    JsonNode job = documents.get("sweepJob");
    JsonNode report = documents.get("sweep-reportJob");
    assertThat(job.at("/spec/completionMode").asText()).isEqualTo("Indexed");
    assertThat(container(job).at("/securityContext"))
        .isEqualTo(container(report).at("/securityContext"));
    assertThat(container(job).at("/env")).isEqualTo(container(report).at("/env"));
    assertThat(job.findValue("fsGroup")).isNull();
    int pods = job.at("/spec/completions").asInt();
    assertThat(command(job)).endsWith("/" + pods);
    Path cache = directory.resolve("cache");

    List<Process> shards = new ArrayList<>();
    for (int i = 0; i < pods; i++) {
      shards.add(
          start(
              command(job),
              cache,
              "shard-" + i,
              Map.of("JOB_COMPLETION_INDEX", Integer.toString(i))));
    }
    for (int i = 0; i < pods; i++) {
      assertThat(shards.get(i).waitFor()).as(said("shard-" + i)).isZero();
      assertThat(said("shard-" + i)).contains("shard %d/%d: ".formatted(i + 1, pods));
    }

    String whole = command(report).replace("/volume/cache/sweep", "sweep");
    assertThatNothingIsLeft(cache, whole);
    assertThatItIsWhatOneProcessFinds(cache, whole);
  }

  @Test
  void theJobsOfAWorkflowHandTheirResultsOn() throws Exception {
    JsonNode workflow = documents("sweep-workflow.yml").get(0);
    JsonNode shard = workflow.at("/jobs/shard");
    JsonNode whole = workflow.at("/jobs/whole");
    String path = "cache/quiesce/results-v1";
    assertThat(workflow.at("/env/XDG_CACHE_HOME").asText())
        .isEqualTo("${{ github.workspace }}/cache");
    assertThat(step(shard, "actions/upload-artifact@v4").at("/with/path").asText()).isEqualTo(path);
    assertThat(step(shard, "actions/download-artifact@v4").at("/with/path").asText())
        .isEqualTo(path);
    assertThat(step(whole, "actions/download-artifact@v4").at("/with/path").asText())
        .isEqualTo(path);
    Path cache = directory.resolve("cache");
    Path gathered = Files.createDirectories(cache.resolve("quiesce").resolve("results-v1"));

    List<String> numbers = texts(shard.at("/strategy/matrix/shard"));
    Map<String, Process> shards = new TreeMap<>();
    for (String i : numbers) {
      String command = run(shard, "Sweep").replace("${{ matrix.shard }}", i);
      assertThat(command).endsWith(" --shard " + i + "/" + numbers.size());
      shards.put(i, start(command, directory.resolve("cache-" + i), "job-" + i, Map.of()));
    }
    for (String i : numbers) {
      assertThat(shards.get(i).waitFor()).as(said("job-" + i)).isZero();
      Path results = directory.resolve("cache-" + i).resolve("quiesce").resolve("results-v1");
      try (Stream<Path> files = Files.list(results)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          // As those of one shard are laid over those of another.
          Files.write(gathered.resolve(file.getFileName()), Files.readAllBytes(file));
        }
      }
    }

    assertThatNothingIsLeft(cache, run(whole, "Report"));
  }

  /** What it had decided by then is what the same command does not explore again. */
  @Test
  void aSweepThatWasEndedIsContinued() throws Exception {
    Path cache = directory.resolve("cache");
    String command =
        "exec quiesce sweep observer.c --memory sc --cpus 2,4 --registrations 1,4 --exact"
            + " --jobs 1 --out out.csv";
    Process process = start(command, cache, "ended", Map.of());
    while (!said("ended").contains("[1/")) {
      assertThat(process.isAlive()).as(said("ended")).isTrue();
      Thread.sleep(50);
    }
    process.destroy();

    assertThat(process.waitFor()).isEqualTo(SIGTERM);
    assertThat(said("ended")).contains(" of 4 points are done; their results are kept, and");
    assertThat(directory.resolve("work")).isDirectoryNotContaining("glob:**out.csv");
    Map<String, Object> known = results(cache);
    assertThat(known).isNotEmpty();

    Process again =
        start(
            "exec quiesce sweep observer.c --memory sc --cpus 2 --registrations 1 --exact",
            cache,
            "again",
            Map.of());

    assertThat(again.waitFor()).as(said("again")).isZero();
    assertThat(results(cache)).isEqualTo(known);
  }

  /** What shares have found is all that there is to find. */
  private void assertThatNothingIsLeft(Path cache, String command) throws Exception {
    Map<String, Object> before = results(cache);
    assertThat(before).isNotEmpty();

    assertThat(start(command, cache, "whole", Map.of()).waitFor()).as(said("whole")).isZero();

    assertThat(results(cache)).as("explored again").isEqualTo(before);
    assertThat(work("sweep/sweep.csv")).content().hasLineCount(4);
  }

  /** One process finds the same alone, and says the same. */
  private void assertThatItIsWhatOneProcessFinds(Path cache, String command) throws Exception {
    Path shared = Files.move(work("sweep"), directory.resolve("shared"));
    Path own = directory.resolve("own");

    assertThat(start(command, own, "alone", Map.of()).waitFor()).as(said("alone")).isZero();

    assertThat(results(own).keySet()).isEqualTo(results(cache).keySet());
    for (String name : List.of("sweep.txt", "sweep.csv", "sweep.svg", "sweep.json")) {
      assertThat(shared.resolve(name)).hasSameTextualContentAs(work("sweep").resolve(name));
    }
  }

  private Path work(String name) {
    return directory.resolve("work").resolve(name);
  }

  /** Who each file of the cache is: one that is written again is another one. */
  private static Map<String, Object> results(Path cache) throws IOException {
    Map<String, Object> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(cache.resolve("quiesce").resolve("results-v1"))) {
      for (Path file : (Iterable<Path>) all::iterator) {
        files.put(
            file.getFileName().toString(),
            Files.readAttributes(file, BasicFileAttributes.class).fileKey());
      }
    }
    return files;
  }

  private Process start(String command, Path cache, String name, Map<String, String> more)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", command)
            .directory(directory.resolve("work").toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(name).toFile());
    builder.environment().put("LANG", "C.UTF-8");
    builder.environment().put("XDG_CACHE_HOME", cache.toString());
    builder.environment().remove("QUIESCE_CACHE");
    builder.environment().remove("COLUMNS");
    builder.environment().putAll(more);
    builder
        .environment()
        .merge("PATH", directory.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
    return builder.start();
  }

  private String said(String name) {
    try {
      return Files.readString(directory.resolve(name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<JsonNode> documents(String name) throws IOException {
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    try (MappingIterator<JsonNode> all =
        yaml.readerFor(JsonNode.class).readValues(EXAMPLES.resolve(name).toFile())) {
      return all.readAll();
    }
  }

  private static JsonNode container(JsonNode job) {
    return job.at("/spec/template/spec/containers/0");
  }

  /** What the shell of the container is given. */
  private static String command(JsonNode job) {
    List<String> command = texts(container(job).at("/command"));
    assertThat(command).startsWith("sh", "-c").hasSize(3);
    return underOneModel(command.get(2));
  }

  private static JsonNode step(JsonNode job, String uses) {
    return StreamSupport.stream(job.at("/steps").spliterator(), false)
        .filter(s -> s.at("/uses").asText().equals(uses))
        .findFirst()
        .orElseThrow();
  }

  private static String run(JsonNode job, String name) {
    return underOneModel(
        StreamSupport.stream(job.at("/steps").spliterator(), false)
            .filter(s -> s.at("/name").asText().equals(name))
            .findFirst()
            .orElseThrow()
            .at("/run")
            .asText());
  }

  /** The others take minutes, and are shared in the same way. */
  private static String underOneModel(String command) {
    assertThat(command).contains(" --timeout ");
    return command.replace(" --timeout ", " --memory sc --timeout ");
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static String absolute(String classPath) {
    return Pattern.compile(":")
        .splitAsStream(classPath)
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(":"));
  }
}

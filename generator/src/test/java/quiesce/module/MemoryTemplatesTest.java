package quiesce.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quiesce.models.MemoryModels;

/** Each memory model has all that the templates shared by them ask of it, and nothing idle. */
class MemoryTemplatesTest {
  private static final Path TEMPLATES = Path.of("../templates/tla");
  private static final Path MEMORY = TEMPLATES.resolve("memory");

  /** What the generator renders, and the macros that steps call. */
  private static final Set<String> FILES =
      Set.of("arrival.ftl", "definitions.ftl", "memory.ftl", "variables.ftl");

  private static final Pattern INCLUDED = Pattern.compile("<#include \"(\\w+\\.ftl)\">");
  private static final Pattern DEFINITION = Pattern.compile("<#(macro|function) +(\\w+)([^>]*)>");
  private static final Pattern CALL = Pattern.compile("(<@)?\\bmemory\\.(\\w+)(\\()?");
  private static final Pattern COMMENT = Pattern.compile("<#--.*?-->", Pattern.DOTALL);

  static List<String> families() {
    return MemoryModels.names().stream().toList();
  }

  @Test
  void everyFamilyIsAModelThatUsersCanName() throws IOException {
    try (Stream<Path> entries = Files.list(MEMORY)) {
      assertThat(
              entries
                  .filter(Files::isDirectory)
                  .map(d -> d.getFileName().toString())
                  .collect(Collectors.toSet()))
          .containsExactlyInAnyOrderElementsOf(families());
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void hasTheSameFilesAsTheOthers(String family) {
    Set<String> files = new TreeSet<>();
    templates(MEMORY.resolve(family)).forEach(f -> files.add(f.getFileName().toString()));
    assertThat(files).containsAll(FILES);
    files.removeAll(FILES);
    String text = templates(MEMORY.resolve(family)).map(this::read).collect(Collectors.joining());
    assertThat(files)
        .allSatisfy(own -> assertThat(text).containsPattern("<#(import|include) \"" + own + "\""));
  }

  @ParameterizedTest
  @MethodSource("families")
  void definesAllThatIsCalled(String family) {
    Map<String, String> kinds = new TreeMap<>();
    definitions(family).forEach(d -> kinds.put(d.group(2), d.group(1)));
    assertThat(kinds).containsAllEntriesOf(called());
  }

  @ParameterizedTest
  @MethodSource("families")
  void takesAsManyArgumentsAsTheOthers(String family) {
    assertThat(arity(family)).isEqualTo(arity(families().get(0)));
  }

  @ParameterizedTest
  @MethodSource("families")
  void definesNothingThatNobodyCalls(String family) {
    String own = macros(family);
    Set<String> shared = called().keySet();
    assertThat(definitions(family).map(d -> d.group(2)))
        .allMatch(
            name ->
                shared.contains(name)
                    || Pattern.compile("<@" + name + "\\b|(?<![\\w.])" + name + "\\(")
                        .matcher(own)
                        .find());
  }

  /** What the shared templates call of a memory model: name, and macro or function. */
  private Map<String, String> called() {
    Map<String, String> all = new TreeMap<>();
    templates(TEMPLATES)
        .filter(f -> families().stream().noneMatch(m -> f.startsWith(MEMORY.resolve(m))))
        .flatMap(f -> CALL.matcher(read(f)).results())
        .filter(c -> c.group(1) != null || c.group(3) != null)
        .forEach(c -> all.put(c.group(2), c.group(1) == null ? "function" : "macro"));
    assertThat(all).containsEntry("load", "macro").containsEntry("free", "function");
    return all;
  }

  /** The least and the greatest number of arguments of what the shared templates call. */
  private Map<String, List<Long>> arity(String family) {
    Map<String, List<Long>> all = new TreeMap<>();
    definitions(family)
        .filter(d -> called().containsKey(d.group(2)))
        .forEach(
            d -> {
              List<String> parameters =
                  Stream.of(d.group(3).strip().split("\\s+")).filter(p -> !p.isEmpty()).toList();
              long needed = parameters.stream().filter(p -> !p.contains("=")).count();
              all.put(d.group(2), List.of(needed, (long) parameters.size()));
            });
    return all;
  }

  private Stream<MatchResult> definitions(String family) {
    return DEFINITION.matcher(macros(family)).results();
  }

  /** The file of a model's macros, with those that it includes. */
  private String macros(String family) {
    String all = read(MEMORY.resolve(family).resolve("memory.ftl"));
    return INCLUDED
        .matcher(all)
        .replaceAll(
            m -> Matcher.quoteReplacement(read(MEMORY.resolve(family).resolve(m.group(1)))));
  }

  private static Stream<Path> templates(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(f -> f.toString().endsWith(".ftl")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String read(Path file) {
    try {
      return COMMENT.matcher(Files.readString(file)).replaceAll("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

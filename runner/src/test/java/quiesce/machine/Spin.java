package quiesce.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import quiesce.promela.Fault;
import quiesce.property.Property;

/**
 * What Spin says of a model: the program that it writes is compiled, and explores everything.
 *
 * @param directory in which that is done
 * @param megabytes that the exploration may take
 */
record Spin(Path directory, int megabytes) {
  private static final Pattern FOUND =
      Pattern.compile(
          "pan:\\d+: (?:assertion violated +!\\((\\w+)\\)|(invalid end state)|(.*)) \\(at depth.*");

  /** Beyond this depth is a model whose numbers grow without end. */
  private static final int DEEPEST = 500_000;

  static boolean isThere() {
    return Stream.of("spin", "cc")
        .allMatch(
            tool ->
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                    .anyMatch(d -> Files.isExecutable(Path.of(d, tool))));
  }

  /**
   * The properties that the model violates.
   *
   * @param options of Spin: the properties that it is asked for
   * @throws TestAbortedException if there is more to explore than there is memory for
   */
  Set<Property> violated(String model, String... options) throws IOException, InterruptedException {
    Files.writeString(directory.resolve("model.pml"), model);
    List<String> spin = new ArrayList<>(List.of("spin"));
    spin.addAll(List.of(options));
    spin.addAll(List.of("-a", "model.pml"));
    run(spin);
    // To compile for speed takes longer than to explore most of them.
    run(List.of("cc", "-w", "-DSAFETY", "-DMEMLIM=" + megabytes, "-o", "pan", "pan.c"));
    String said = run(List.of("./pan", "-c0", "-m" + DEEPEST, "-w18"));
    if (said.contains("max search depth too small") || said.contains("-DMEMLIM bound")) {
      throw new TestAbortedException("more to explore than there is memory for");
    }
    if (!said.contains("states, stored") || said.contains("Search not completed")) {
      throw new AssertionError(said);
    }
    return violations(said);
  }

  private static Set<Property> violations(String said) {
    Set<Property> all = EnumSet.noneOf(Property.class);
    for (Matcher m = FOUND.matcher(said); m.find(); ) {
      if (m.group(1) != null) {
        all.add(named(m.group(1)));
      } else if (m.group(2) != null) {
        all.add(Property.NO_DEADLOCK);
      } else {
        throw new AssertionError(said);
      }
    }
    return all;
  }

  private static Property named(String variable) {
    return Arrays.stream(Fault.values())
        .filter(f -> f.variable().equals(variable))
        .findFirst()
        .orElseThrow()
        .violated();
  }

  /** What a tool prints; it must end well. */
  private String run(List<String> command) throws IOException, InterruptedException {
    Path out = directory.resolve("out");
    int code =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start()
            .waitFor();
    String said = Files.readString(out);
    if (code != 0) {
      throw new AssertionError(String.join(" ", command) + "\n" + said);
    }
    return said;
  }
}

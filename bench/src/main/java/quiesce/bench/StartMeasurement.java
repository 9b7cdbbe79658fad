package quiesce.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** How long it takes to start, beside a JVM that says hello. */
final class StartMeasurement implements Measurement {
  /** Few at a time, and many rounds: what else the machine does must not meet one side only. */
  private static final int TIMES = 5;

  private static final int ROUNDS = 7;
  private static final Target TARGET = Target.atMost(2);

  private static final String HELLO =
      """
      public class Hello {
        public static void main(String[] args) {
          System.out.println("Hello, world");
        }
      }
      """;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public List<Figure> measure(Bench bench) {
    Path classes = compile(bench.work().resolve("hello"));
    List<String> hello = List.of(Bench.java(), "-cp", classes.toString(), "Hello");
    List<Double> hellos = new ArrayList<>();
    List<Double> versions = new ArrayList<>();
    List<Double> lists = new ArrayList<>();
    int rounds = bench.settings().rounds() * ROUNDS;
    for (int round = 1; round <= rounds; round++) {
      bench.tell(name(), round, rounds);
      hellos.add(bench.commands().secondsOfOne(TIMES, hello));
      versions.add(bench.commands().secondsOfOne(TIMES, bench.quiesce(List.of("--version"))));
      lists.add(bench.commands().secondsOfOne(TIMES, bench.quiesce(List.of("list"))));
    }
    Samples helloSamples = new Samples(hellos);
    return List.of(
        Figure.ratio(
            "quiesce --version, to hello world", new Samples(versions), helloSamples, TARGET),
        Figure.ratio("quiesce list, to hello world", new Samples(lists), helloSamples, TARGET));
  }

  private static Path compile(Path directory) {
    try {
      Files.createDirectories(directory);
      Path source = Files.writeString(directory.resolve("Hello.java"), HELLO);
      int result =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, "-d", directory.toString(), source.toString());
      if (result != 0) {
        throw new BenchException("hello world cannot be compiled");
      }
      return directory;
    } catch (IOException e) {
      throw new BenchException("hello world cannot be written", e);
    }
  }
}

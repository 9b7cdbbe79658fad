package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserErrorsTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          check rcuu                           | did you mean rcu
          check xyz                            | 'quiesce list' lists them
          explain sync                         | did you mean static-call-sync or timer-delete-sync or global-sync-reload
          check missing.c                      | missing.c: no such file
          check .                              | . is a directory
          check src/                           | src/ is a directory
          check --cpus 0                       | --cpus': '0' is not a number from 1 to 8
          check --cpus two                     | 'two' is not a number from 1 to 8
          check --registrations 9              | '9' is not a number from 1 to 8
          check --workers 0                    | --workers': '0' is not a number
          check --jobs 0                       | --jobs': '0' is not a number
          check --timeout soon                 | 'soon' is not a time; write 90, 90s, 5m or 1h
          check --timeout 0s                   | '0s' is not a time
          check --memory-limit 10m             | '10m' is not a size from 200m up; write 500m or 4g
          check --memory-limit 4               | '4' is not a size from 200m up; write 500m or 4g
          check --memory weka                  | unknown memory model 'weka'; there is sc, tso, weak, and all
          check --memory wek                   | unknown memory model 'wek'; did you mean 'weak'?
          litmus --memory arm x.litmus         | unknown memory model 'arm'; there is sc, tso, weak, and all
          litmus                               | Missing required parameter: 'FILE|DIR'
          litmus missing.litmus                | missing.litmus: no such file
          litmus src/main                      | src/main holds no .litmus file
          check --property NoDeadlok           | did you mean 'NoDeadlock'?
          check --property Taer                | unknown property 'Taer'; the properties are
          check --property Tea                 | did you mean 'Tear'?
          why                                  | Missing required parameter: 'S', or --from
          why rcuu                             | did you mean rcu
          why rcu --property Nonsense          | unknown property 'Nonsense'; the properties are
          why rcu --format yaml                | but was 'yaml'
          why missing.c                        | missing.c: no such file
          fix                                  | Missing required parameter: 'S', or --from
          fix global                           | did you mean
          fix global-once --changes 0          | '0' is not a number from 1 to 8
          fix global-once --most many          | 'many' is not a number from 1 to 100000
          fix global-once --format patch       | but was 'patch'
          fix missing.c                        | missing.c: no such file
          compare                              | Missing required parameters: 'A', 'B'
          compare rcu                          | Missing required parameter: 'B'
          compare rcu rcu-once locked          | Unmatched argument
          compare rcu rcuu                     | did you mean rcu
          compare rcu missing.c                | missing.c: no such file
          compare rcu rcu-once --format xml    | but was 'xml'
          sweep                                | Missing required parameter: 'S', or --from
          sweep rcuu                           | did you mean rcu
          sweep rcu --cpus 3..1                | '3..1' ends before it begins, unlike 1..3; write 1..4, or 2,3,any
          sweep rcu --cpus 1..9                | '9' is not a number from 1 to 8
          sweep rcu --cpus 1..any              | 'any' is not a number from 1 to 8; write 1..4, or 2,3,any
          sweep rcu --cpus 1 --cpus 3          | option '--cpus' (RANGE) should be specified only once
          sweep rcu --cpus 1-3                 | '1-3' is not a number from 1 to 8, nor any
          sweep rcu --registrations 1,,2       | '' is not a number from 1 to 8, nor any
          sweep rcu --memory sc,arm            | unknown memory model 'arm'; there is sc, tso, weak, and all
          sweep rcu --compiler yes             | 'yes' is neither on nor off; write on, off, or on,off
          sweep rcu --shard 0/3                | '0/3' is not a shard; write 1/4 for the first of four
          sweep rcu --shard 4/3                | '4/3' is not a shard; write 1/4 for the first of four
          sweep rcu --shard a/b                | 'a/b' is not a shard; write 1/4 for the first of four
          sweep rcu --shard 1/99999999999999   | '1/99999999999999' is not a shard
          sweep rcu --shard 1/20000            | '1/20000' is not a shard
          sweep rcu --format xls               | but was 'xls'
          sweep rcu --out pom.xml/x.csv        | cannot write to
          explain rcu --width 20               | '20' is not a number from 55 to 1000
          check --property Nonsense            | unknown property 'Nonsense'; the properties are
          check --format xml                   | but was 'xml'
          check --templates /nowhere           | /nowhere: it is not a directory
          check --memory sc --out pom.xml/x rcu |  cannot write to pom.xml/x
          generate rcu --memory sc --out pom.xml | cannot write to pom.xml: it is not a directory
          export rcu                           | Missing required option: '--to=promela|litmus'
          export --to promela                  | Missing required parameter: 'S', or --from
          export rcu --to tla                  | but was 'tla'
          export rcuu --to promela             | did you mean rcu
          export missing.c --to promela        | missing.c: no such file
          export rcu --to promela --cpus any   | 'any' is not a number from 1 to 8
          export rcu --to promela --license */ | '*/' is no SPDX identifier; write GPL-2.0-only
          export rcu --to promela --out src    | cannot write src: it is a directory; name a file
          export rcu --to promela --out pom.xml/x | cannot write pom.xml/x
          export rcu --to litmus               | name a directory for them, as in --out litmus
          export rcu --to litmus --out pom.xml | cannot write to pom.xml
          export rcu --to litmus --out x --license ?? | '??' is no SPDX identifier
          export cpu-pm --to litmus --out x    | a loop has no form in a litmus test
          export rcu --to litmus --out x --workers 0 | '0' is not a number
          chekc                                | Did you mean: quiesce check
          check --tmeout 5                     | Unknown option: '--tmeout'
          show                                 | Missing required parameter: 'S'
          cache                                | Missing required argument
          cache --clear --stats                | mutually exclusive
          """)
  void aUsageErrorIsOneMessageAndExitCode2(String command, String message) {
    assertIsOneMessage(Cli.run(command.split(" ")), 2, message);
  }

  @Test
  void noCommandIsAUsageError() {
    assertIsOneMessage(
        Cli.run(),
        2,
        "say what to do: list, show, generate, export, check, watch, explain, why, fix, compare, sweep,"
            + " embed, report, litmus, cache");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                   | is empty
          '   '                                | is empty
          'a\\0b'                              | holds binary data
          'int x;'                             | no function has the role __register
          '__nmi void f(void) {} __nmi void f(void) {}' | f
          """)
  void aFileThatIsNoStrategyIsRefused(String text, String message) throws IOException {
    Path file = Files.writeString(directory.resolve("s.c"), text.replace("\\0", "\0"));

    assertIsOneMessage(Cli.run("check", file.toString()), 2, message);
  }

  @Test
  void aFileThatIsNotUtf8IsRefused() throws IOException {
    Path file = Files.write(directory.resolve("s.c"), new byte[] {(byte) 0xff, (byte) 0xfe});

    assertIsOneMessage(Cli.run("check", file.toString()), 2, "it is not UTF-8 text: line ");
  }

  @Test
  void errorsOfAllFilesAreToldAtOnce() throws IOException {
    Path one = Files.writeString(directory.resolve("one.c"), "int x;");
    Path two = Files.writeString(directory.resolve("two.c"), "int y;");

    Cli.Result result = Cli.run("check", one.toString(), two.toString());

    assertThat(result.err()).contains("one.c:").contains("two.c:");
  }

  @Test
  void aSweepHasNoMorePointsThanAnybodyWaitsFor() {
    StringBuilder command = new StringBuilder("sweep --cpus 1..8,any --registrations 1..8,any");
    command.append(" --compiler on,off");
    for (int i = 0; i < 30; i++) {
      command.append(" s").append(i).append(".c");
    }

    assertIsOneMessage(
        Cli.run(command.toString().split(" ")),
        2,
        "14,580 points are more than the 10,000 of a sweep: 30 strategies");
  }

  @Test
  void twoStrategiesOfOneNameAreRefused() throws IOException {
    Path copy = directory.resolve("copy.c");
    Files.copy(Path.of(Cli.strategy("no-wait.c")), copy);

    assertIsOneMessage(
        Cli.run("check", Cli.strategy("no-wait.c"), copy.toString(), "--memory", "sc"),
        2,
        "are both called no-wait");
  }

  @Test
  void aBrokenTemplateIsNamed() throws IOException {
    Path template = directory.resolve("tla/steps/Load.ftl");
    Files.createDirectories(template.getParent());
    Files.writeString(template, "${nonsense}");

    assertIsOneMessage(
        Cli.run("check", "global-once", "--memory", "sc", "--templates", directory.toString()),
        2,
        "template tla/steps/Load.ftl:1:");
  }

  @Test
  void anUnusableTlcIsAFailureOfTheEngine() throws IOException {
    Path text = Files.writeString(directory.resolve("text.jar"), "no jar");

    assertIsOneMessage(
        Cli.run("check", "rcu", "--memory", "sc", "--tla2tools", text.toString()),
        3,
        "it is not a jar");
    assertIsOneMessage(
        Cli.run("check", "rcu", "--memory", "sc", "--tla2tools", "/nowhere.jar"),
        3,
        "there is no such file");
  }

  @Test
  void theVariableNamesAnotherTlc() {
    Map<String, String> environment = new HashMap<>(Cli.ENVIRONMENT);
    environment.put("QUIESCE_TLA2TOOLS", "/nowhere.jar");

    assertIsOneMessage(Cli.run(environment, "check", "rcu", "--memory", "sc"), 3, "/nowhere.jar");
  }

  @Test
  void aJarThatOnlyLooksLikeTlcEndsInUnknown() throws IOException {
    String jar = Cli.noTlc(directory).toString();

    Cli.Result result = Cli.run("check", "rcu", "--memory", "sc", "-q", "--tla2tools", jar);

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out()).contains("?").contains("TLC did not start");
    assertThat(result.err()).isEmpty();
  }

  private static void assertIsOneMessage(Cli.Result result, int code, String message) {
    assertThat(result.err()).contains(message).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(result.out()).isEmpty();
    assertThat(result.code()).isEqualTo(code);
  }

  @Test
  void aFileCannotSendCommandsToTheTerminalNorTurnTheDirectionOfAnError() throws IOException {
    Path file = directory.resolve("hostile.c");
    Files.writeString(file, "struct \u202es \u001b[2J;\nint x = y();\n");

    Cli.Result result = Cli.run("check", file.toString());

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("\\u202e").doesNotContain("\u202e", "\u001b");
  }
}

package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.ArrayUtils;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import quiesce.module.Options;

/** For how many CPUs and registrations a strategy is checked. */
class ModelOptionsTest {
  @ParameterizedTest
  @CsvSource({
    "'', any, any, 2, 2",
    "--cpus=any, any, any, any, any",
    "--registrations=any, any, any, any, any",
    "--cpus=3, 3, 2, 3, 2",
    "--registrations=1, 2, 1, 2, 1",
    "--cpus=3 --registrations=any, 3, any, 3, any"
  })
  void aNumberForOneIsANumberForBoth(
      String asked, String cpus, String registrations, String readCpus, String readRegistrations) {
    ModelOptions model = new ModelOptions();
    new CommandLine(model)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(StringUtils.split(asked));

    assertThat(numbers(model.options())).containsOnly(cpus + " " + registrations);
    assertThat(numbers(model.withNumbers("sc")))
        .containsExactly(readCpus + " " + readRegistrations);
  }

  private static List<String> numbers(List<Options> options) {
    return options.stream().map(o -> o.cpus() + " " + o.registrations()).toList();
  }

  /** The times are those of the runs that are remembered, for any number and for two. */
  @Test
  void aSecondCheckExploresNothing(@TempDir Path home) {
    Map<String, String> environment = new HashMap<>(Cli.ENVIRONMENT);
    environment.remove("QUIESCE_CACHE");
    environment.put("XDG_CACHE_HOME", home.toString());
    String[] check = {"check", "-q", "optional-slot", "--memory=sc", "--format=json"};

    String before = Cli.run(environment, check).out();
    // Another command line, whose output is not remembered as a whole.
    Cli.Result again = Cli.run(environment, ArrayUtils.add(check, "--jobs=1"));

    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out())
        .contains("\"cpus\" : \"any\"", "\"cpus\" : 2", "\"verdict\" : \"violated\"")
        .isEqualTo(before);
  }
}

package quiesce.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quiesce.export.License;
import quiesce.module.Count;
import quiesce.module.Options;
import quiesce.promela.Export;
import quiesce.source.Item;
import quiesce.steps.Program;

@Command(
    name = "export",
    description =
        "Writes a strategy in the language of another tool, made from its steps and not from its TLA+"
            + " specification. promela is for Spin, under sequential consistency.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  quiesce export rcu --to promela --out rcu.pml",
      "  quiesce export locked --to promela --cpus 3 --registrations 1",
      "  quiesce show rcu --source | quiesce export - --to promela --license GPL-2.0-only"
    })
final class ExportCommand implements Callable<Integer> {
  /** The languages. */
  enum Target {
    PROMELA
  }

  private static final int MOST = 8;

  private final Console console;

  @Parameters(
      paramLabel = "S",
      arity = "0..1",
      description = "A name of the catalogue, a path, or - for standard input.")
  private Optional<String> strategy = Optional.empty();

  @Mixin private FromOption from;

  @Option(names = "--to", paramLabel = "promela", required = true, description = "The language.")
  private Target target;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write. Default: standard output.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--cpus",
      paramLabel = "N",
      defaultValue = "2",
      converter = OfNumber.class,
      description = "CPUs, 1 to 8, and tasks of each kind. Default: ${DEFAULT-VALUE}.")
  private int cpus;

  @Option(
      names = "--registrations",
      paramLabel = "N",
      defaultValue = "2",
      converter = OfNumber.class,
      description = "Registrations, one at a time, 1 to 8. Default: ${DEFAULT-VALUE}.")
  private int registrations;

  @Option(
      names = "--license",
      paramLabel = "ID",
      converter = Converters.OfLicense.class,
      description =
          "The SPDX licence identifier for the first line. The text has lines of the strategy in it."
              + " Default: no such line.")
  private Optional<License> license = Optional.empty();

  @Option(
      names = "--role",
      paramLabel = "FUNCTION=ROLE",
      converter = {Converters.OfText.class, Converters.OfRole.class},
      description =
          "Who calls a function that has no role in the file, as of check. May come more than once.")
  private Map<String, Item.Role> roles = new LinkedHashMap<>();

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Named named = from.one(strategy, console).withoutPatch();
    Program program =
        Subjects.batch(named, List.of(options()), Optional.empty()).told(console).get(0).program();
    String text =
        switch (target) {
          case PROMELA -> new Export(cpus, registrations, license).of(program);
        };
    out.ifPresentOrElse(
        file -> {
          OutputFiles.write(file, text);
          console.line(file.toString());
        },
        () -> console.print(text));
    return ExitCode.AS_EXPECTED;
  }

  /** How the strategy is read: under which memory model makes no difference. */
  private Options options() {
    Options usual = Options.DEFAULT;
    return new Options(
        usual.chosen(),
        Count.of(cpus),
        Count.of(registrations),
        usual.atomicity(),
        usual.compiler(),
        usual.reductions(),
        roles,
        Optional.empty());
  }

  /** As of the other commands. */
  static final class OfNumber extends Converters.OfCount {
    OfNumber() {
      super(1, MOST);
    }
  }
}

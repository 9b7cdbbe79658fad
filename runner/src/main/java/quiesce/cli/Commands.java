package quiesce.cli;

import java.util.List;
import picocli.CommandLine;

/**
 * The commands. Only the one that is called is made, for reading what options a command has takes
 * longer than all else in starting.
 */
final class Commands {
  static final List<String> NAMES =
      List.of(
          "list",
          "show",
          "generate",
          "export",
          "check",
          "watch",
          "explain",
          "why",
          "fix",
          "compare",
          "sweep",
          "embed",
          "report",
          "litmus",
          "cache");

  private final Console console;
  private final HeadStart headStart;

  Commands(Console console, HeadStart headStart) {
    this.console = console;
    this.headStart = headStart;
  }

  /** What reads these arguments. */
  CommandLine forArguments(String... args) {
    boolean named = args.length > 0 && NAMES.contains(args[0]);
    return with(named ? List.of(args[0]) : NAMES);
  }

  /** One that knows these commands and no other. */
  CommandLine with(List<String> names) {
    CommandLine line = new CommandLine(new RootCommand());
    for (String name : names) {
      line.addSubcommand(command(name));
    }
    if (names.equals(NAMES)) {
      line.addSubcommand(new CommandLine.HelpCommand());
    }
    boolean colour = console.terminal() && console.variable("NO_COLOR").isEmpty();
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            colour ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    Failures failures = new Failures(console);
    return line.setOut(console.out())
        .setErr(console.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(console.width())
        .setAbbreviatedOptionsAllowed(false)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  private Object command(String name) {
    return switch (name) {
      case "list" -> new ListCommand(console);
      case "show" -> new ShowCommand(console);
      case "generate" -> new GenerateCommand(console);
      case "export" -> new ExportCommand(console);
      case "check" -> new CheckCommand(console, headStart);
      case "watch" -> new WatchCommand(console, headStart);
      case "explain" -> new ExplainCommand(console, headStart);
      case "why" -> new WhyCommand(console, headStart);
      case "fix" -> new FixCommand(console, headStart);
      case "compare" -> new CompareCommand(console, headStart);
      case "sweep" -> new SweepCommand(console, headStart);
      case "embed" -> new EmbedCommand(console);
      case "report" -> new ReportCommand(console);
      case "litmus" -> new LitmusCommand(console);
      case "cache" -> new CacheCommand(console);
      default -> throw new IllegalArgumentException("no command is called " + name);
    };
  }
}

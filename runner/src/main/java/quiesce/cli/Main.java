package quiesce.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;

/** The command line. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    boolean terminal = System.console() != null;
    System.exit(run(args, new Console(System.in, out, err, System.getenv(), terminal)));
  }

  /**
   * Runs one command, away from a terminal.
   *
   * @return the exit code
   */
  public static int run(
      String[] args, InputStream in, PrintWriter out, PrintWriter err, Map<String, String> env) {
    return run(args, new Console(in, out, err, env, false));
  }

  private static int run(String[] args, Console console) {
    int code = execute(args, console);
    console.err().flush();
    if (console.out().checkError()) {
      console.error("not all of the output could be written");
      return Math.max(code, ExitCode.USAGE);
    }
    return code;
  }

  private static int execute(String[] args, Console console) {
    Failures failures = new Failures(console);
    try {
      return commandLine(console)
          .setParameterExceptionHandler(failures)
          .setExecutionExceptionHandler(failures)
          .execute(args);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return failures.internal(e);
    }
  }

  private static CommandLine commandLine(Console console) {
    CommandLine line =
        new CommandLine(new RootCommand())
            .addSubcommand(new ListCommand(console))
            .addSubcommand(new ShowCommand(console))
            .addSubcommand(new GenerateCommand(console))
            .addSubcommand(new CheckCommand(console))
            .addSubcommand(new ExplainCommand(console))
            .addSubcommand(new EmbedCommand(console))
            .addSubcommand(new ReportCommand(console))
            .addSubcommand(new LitmusCommand(console))
            .addSubcommand(new CacheCommand(console));
    boolean colour = console.terminal() && console.variable("NO_COLOR").isEmpty();
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            colour ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    return line.setOut(console.out())
        .setErr(console.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(100)
        .setAbbreviatedOptionsAllowed(false);
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
  }
}

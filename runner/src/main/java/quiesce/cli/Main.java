package quiesce.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** The command line. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    try {
      System.exit(run(args, console(out, err)));
    } catch (Throwable e) {
      // Of a jar that is damaged, say. The JVM would end with 1, as a check does.
      err.print("quiesce: internal error: " + e + "\n");
      err.flush();
      System.exit(ExitCode.ENGINE);
    }
  }

  private static Console console(PrintWriter out, PrintWriter err) {
    boolean terminal = System.console() != null;
    Map<String, String> env = new HashMap<>(System.getenv());
    if (terminal && controlsTerminal()) {
      env.computeIfAbsent(Console.COLUMNS, name -> Integer.toString(columns()));
    }
    return new Console(System.in, out, err, env, terminal);
  }

  /** stty(1) complains where there is none, as of a process in a session of its own. */
  private static boolean controlsTerminal() {
    try (InputStream terminal = Files.newInputStream(Path.of("/dev/tty"))) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Of the terminal, which picocli asks stty(1) for. */
  private static int columns() {
    return CommandSpec.create().usageMessage().autoWidth(true).width();
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
    return ExitCodes.of(args).of(flushed(args, console));
  }

  private static int flushed(String[] args, Console console) {
    int code = execute(args, console);
    console.err().flush();
    if (console.out().checkError()) {
      console.error("not all of the output could be written");
      return Math.max(code, ExitCode.USAGE);
    }
    return code;
  }

  private static int execute(String[] args, Console console) {
    try {
      Optional<Integer> answered = Shortcut.take(args, console);
      return answered.isPresent() ? answered.get() : command(args, console);
    } catch (RuntimeException | Error e) {
      return new Failures(console).internal(e);
    }
  }

  private static int command(String[] args, Console console) {
    return Remembered.run(args, console, recorded -> started(args, recorded));
  }

  private static int started(String[] args, Console console) {
    try (HeadStart headStart = HeadStart.of(args, console)) {
      return new Commands(console, headStart).forArguments(args).execute(args);
    }
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
  }
}

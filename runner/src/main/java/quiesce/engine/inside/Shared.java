package quiesce.engine.inside;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Properties;
import tlc2.TLC;
import tlc2.output.EC;
import util.SimpleFilenameToStream;

/**
 * A JVM that runs TLC again and again, one check at a time. It reads TLC's arguments from its
 * standard input ({@link Requests}), says what TLC says on its standard output ({@link Frames}),
 * and ends when nobody can ask any more. It runs in the specification's directory.
 */
public final class Shared {
  private final Frames frames;
  private final Requests requests;
  private final Properties properties = copy(System.getProperties());
  private final PrintStream output;
  private final PrintStream errors;

  private Shared(Frames frames, Requests requests) {
    this.frames = frames;
    this.requests = requests;
    this.output = frames.stream(Frames.OUTPUT);
    this.errors = frames.stream(Frames.ERRORS);
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    NoServer.install();
    Frames frames = new Frames(new FileOutputStream(FileDescriptor.out));
    new Shared(frames, Requests.of(System.in)).serve();
  }

  private void serve() throws InterruptedException {
    boolean clean = true;
    while (clean) {
      String[] arguments = requests.next();
      prepare();
      int exit = check(arguments);
      clean = Remains.remove();
      frames.end(exit, clean);
    }
    // Something of the last check still runs and may spoil the next one.
    Runtime.getRuntime().halt(0);
  }

  private void prepare() {
    System.setProperties(copy(properties));
    System.setOut(output);
    System.setErr(errors);
    Epoch.begin();
  }

  /**
   * As {@code tlc2.TLC.main} does it, which ends the JVM.
   *
   * @return the exit code that TLC's process would have
   */
  private int check(String[] arguments) {
    try {
      TLC tlc = new TLC();
      if (!tlc.handleParameters(arguments)) {
        return 1;
      }
      tlc.setResolver(new SimpleFilenameToStream());
      return EC.ExitStatus.errorConstantToExitStatus(tlc.process());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      // As a thread does that dies of it.
      errors.print("Exception in thread \"main\" ");
      e.printStackTrace(errors);
      return 1;
    }
  }

  private static Properties copy(Properties of) {
    Properties all = new Properties();
    all.putAll(of);
    return all;
  }
}

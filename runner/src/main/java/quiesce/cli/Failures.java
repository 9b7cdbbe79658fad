package quiesce.cli;

import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import quiesce.catalogue.InputException;
import quiesce.engine.tlc.TlcException;
import quiesce.source.SourceException;
import quiesce.source.Spelling;
import quiesce.template.TemplateFailure;
import quiesce.verdict.InterruptedCheck;

/** Turns exceptions into one clear message and an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final String DEBUG = "QUIESCE_DEBUG";

  private final Console console;

  Failures(Console console) {
    this.console = console;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    // Some of picocli's messages begin so, and all of quiesce's begin with its name.
    console.error(firstLine(e.getMessage()).replaceFirst("^Error: ", ""));
    Optional<String> meant = mistyped(e);
    if (meant.isPresent()) {
      console.err().print("Did you mean: quiesce " + meant.get() + "?\n");
    } else if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, console.err())) {
      console.err().print("See '" + command.getCommandSpec().qualifiedName() + " --help'.\n");
    }
    return ExitCode.USAGE;
  }

  /** The command that somebody means; picocli takes {@code chekc} for {@code cache}. */
  private static Optional<String> mistyped(ParameterException e) {
    CommandLine command = e.getCommandLine();
    return e instanceof CommandLine.UnmatchedArgumentException unmatched
            && !unmatched.isUnknownOption()
            && command.getParent() == null
        ? Spelling.nearest(unmatched.getUnmatched().get(0), command.getSubcommands().keySet())
        : Optional.empty();
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    return report(e);
  }

  /** Says what is wrong; the exit code for it. */
  int report(Throwable e) {
    if (e instanceof SourceException
        || e instanceof InputException
        || e instanceof TemplateFailure
        || e instanceof TlcException
        || e instanceof Batch.Unexpected) {
      tell((RuntimeException) e);
      return e instanceof TlcException || e instanceof Batch.Unexpected
          ? ExitCode.ENGINE
          : ExitCode.USAGE;
    } else if (e instanceof InterruptedCheck) {
      return ExitCode.INTERRUPTED;
    } else if (e instanceof FileSystemException) {
      console.error("cannot read or write " + e.getMessage());
      return ExitCode.USAGE;
    }
    return internal(e);
  }

  /** Says what is wrong with several files. */
  void tell(List<Batch.Refusal> refusals) {
    refusals.forEach(refusal -> tell(refusal.problem()));
    console.err().flush();
  }

  /** Says what is wrong with what the user gave, or with the engine. */
  void tell(Exception e) {
    if (e instanceof Batch.Unexpected) {
      internal(e.getMessage(), e.getCause());
    } else if (e instanceof SourceException) {
      e.getMessage().lines().forEach(this::diagnostic);
    } else {
      console.error(e.getMessage());
    }
  }

  /** The line of C and the caret below it stay as they are. */
  private void diagnostic(String line) {
    boolean words = !line.startsWith(" ") || line.strip().startsWith("help: ");
    console.err().print(words ? console.wrapped(line) : line + "\n");
  }

  /** For what should never happen. */
  int internal(Throwable e) {
    return internal(e.toString(), e);
  }

  private int internal(String what, Throwable e) {
    console.error("internal error: " + firstLine(what));
    if (console.variable(DEBUG).isPresent()) {
      e.printStackTrace(console.err());
    } else {
      console.err().print("Please report it, with what " + DEBUG + "=1 makes it print.\n");
    }
    return ExitCode.ENGINE;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}

package quiesce.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import quiesce.answer.Answer;
import quiesce.answer.AnswerCache;
import quiesce.answer.Invocation;
import quiesce.store.Key;
import quiesce.store.ResultDirectory;

/**
 * Answers a command that was given before, and of which nothing has changed since, with what it
 * came to. Its options are not even read, and nothing is started.
 */
final class Remembered {
  private static final Set<String> COMMANDS = Set.of("check", "explain", "litmus");

  /** With these it is not the answer alone that is wanted, or the answer is not to be kept. */
  private static final Set<String> NOT_WITH =
      Set.of("--out", "--no-cache", "--resume", "--checkpoint", "--help", "-h");

  private Remembered() {}

  /**
   * @param command carries it out; its exit code
   */
  static int run(String[] args, Console console, ToIntFunction<Console> command) {
    Optional<AnswerCache> cache = cache(args, console);
    Invocation invocation =
        new Invocation(
            List.of(args),
            console.env(),
            console.variable(EngineOptions.JAR_VARIABLE).stream().toList(),
            console.terminal());
    Optional<Key> key = cache.flatMap(c -> invocation.key());
    if (key.isEmpty()) {
      return command.applyAsInt(console);
    }
    Optional<Answer> known = cache.get().find(key.get());
    if (known.isPresent()) {
      console.print(known.get().out());
      return known.get().code();
    }
    StringBuffer out = new StringBuffer();
    int code = command.applyAsInt(console.withOut(new PrintWriter(new Copy(console.out(), out))));
    // Without a verdict there is no answer, and if a file has changed meanwhile, nobody knows to
    // what this is one. Where nothing was printed, all was said to the person who waited.
    boolean verdict = code == ExitCode.AS_EXPECTED || code == ExitCode.NOT_AS_EXPECTED;
    if (verdict && !out.isEmpty() && invocation.key().equals(key)) {
      cache.get().keep(key.get(), new Answer(code, out.toString()));
    }
    return code;
  }

  private static Optional<AnswerCache> cache(String[] args, Console console) {
    boolean may =
        args.length > 0
            && COMMANDS.contains(args[0])
            && console.variable(EngineOptions.CACHE_VARIABLE).orElse("on").equals("on")
            && Arrays.stream(args).noneMatch(Remembered::forbids);
    return may
        ? CacheDirectory.of(console)
            .filter(CacheDirectory::isOurs)
            .map(cache -> new AnswerCache(ResultDirectory.in(cache)))
        : Optional.empty();
  }

  /** Also where a file holds further arguments, or what is checked comes from standard input. */
  private static boolean forbids(String argument) {
    return argument.startsWith("@")
        || argument.replaceFirst(".*=", "").matches("-(:.*)?")
        || NOT_WITH.contains(argument.replaceFirst("=.*", ""));
  }

  /** Writes to two places. */
  private static final class Copy extends Writer {
    private final PrintWriter out;
    private final StringBuffer copy;

    Copy(PrintWriter out, StringBuffer copy) {
      this.out = out;
      this.copy = copy;
    }

    @Override
    public void write(char[] text, int from, int length) {
      out.write(text, from, length);
      copy.append(text, from, length);
    }

    @Override
    public void flush() {
      out.flush();
    }

    @Override
    public void close() {
      out.close();
    }
  }
}

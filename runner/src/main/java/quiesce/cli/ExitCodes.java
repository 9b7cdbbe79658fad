package quiesce.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import quiesce.verdict.Verdict;

/** The convention that the exit codes of {@code check} follow. */
enum ExitCodes {
  QUIESCE,

  /**
   * That of tools/testing/selftests in the kernel. Its runner counts any code but 0 and 4 as a
   * failure, and quiesce's own 2 would mean an expected one.
   */
  KSELFTEST;

  private static final String OPTION = "--exit-codes";
  private static final int FAIL = 1;
  private static final int SKIP = 4;

  /** The convention that is asked for, also by arguments that are wrong otherwise. */
  static ExitCodes of(String[] args) {
    List<String> all = Stream.of(args).map(a -> a.toLowerCase(Locale.ROOT)).toList();
    String wanted = KSELFTEST.name().toLowerCase(Locale.ROOT);
    int option = all.indexOf(OPTION);
    boolean asked =
        all.contains(OPTION + "=" + wanted)
            || option >= 0 && option + 1 < all.size() && all.get(option + 1).equals(wanted);
    return asked ? KSELFTEST : QUIESCE;
  }

  /** The code of a check that came to an end. */
  int of(Check.Done done) {
    boolean nothing =
        done.code() == ExitCode.AS_EXPECTED
            && done.report().verdicts().allMatch(v -> v.verdict() instanceof Verdict.NotApplicable);
    return this == KSELFTEST && nothing ? SKIP : done.code();
  }

  /** The code that the process ends with. */
  int of(int code) {
    boolean known = code == ExitCode.AS_EXPECTED || code == SKIP || code == ExitCode.INTERRUPTED;
    return this == QUIESCE || known ? code : FAIL;
  }
}

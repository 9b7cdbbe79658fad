package quiesce.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads KTAP version 1 by the grammar of the kernel's Documentation/dev-tools/ktap.rst, and
 * stricter than its tools do: no unknown lines, a plan everywhere, outcomes of parents that follow
 * from those of their subtests.
 */
public final class Ktap {
  private static final Pattern RESULT =
      Pattern.compile("(ok|not ok) ([1-9]\\d*) ([^#]*[^# ])(?: # (\\S.*))?");
  private static final Pattern PLAN = Pattern.compile("1\\.\\.(\\d+)");
  private static final Pattern DIRECTIVE =
      Pattern.compile("(SKIP|TODO|XFAIL|TIMEOUT|ERROR)(?: (.*))?");
  private static final String INDENT = "  ";

  private final List<String> lines;
  private int next;

  private Ktap(List<String> lines) {
    this.lines = lines;
  }

  /**
   * A test.
   *
   * @param log its diagnostic lines
   * @param directive empty where there is none
   * @param data what stands after it
   */
  public record Test(
      String name,
      boolean ok,
      String directive,
      String data,
      List<String> log,
      List<Test> subtests) {
    /** The subtest of this name. */
    public Test subtest(String wanted) {
      return only(subtests, wanted);
    }
  }

  /** The test of this name. */
  public static Test only(List<Test> tests, String wanted) {
    List<Test> found = tests.stream().filter(t -> t.name().equals(wanted)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " tests are called " + wanted + " in " + tests);
    }
    return found.get(0);
  }

  /**
   * The tests of the top level.
   *
   * @throws AssertionError if the text is not KTAP
   */
  public static List<Test> read(String text) {
    if (!text.endsWith("\n")) {
      throw new AssertionError("the last line does not end");
    }
    Ktap reader = new Ktap(text.lines().toList());
    List<Test> tests = reader.document("", Optional.empty());
    if (reader.next < reader.lines.size()) {
      throw reader.error("a line after the plan is fulfilled");
    }
    return tests;
  }

  private List<Test> document(String indent, Optional<List<String>> headers) {
    expect(indent + "KTAP version 1");
    diagnostics(indent).forEach(line -> headers.ifPresent(h -> h.add(line)));
    Matcher plan = PLAN.matcher(take(indent));
    if (!plan.matches()) {
      throw error("no plan");
    }
    List<Test> tests = new ArrayList<>();
    for (int i = 1; i <= Integer.parseInt(plan.group(1)); i++) {
      tests.add(test(indent, i));
    }
    return tests;
  }

  private Test test(String indent, int number) {
    List<String> log = diagnostics(indent);
    List<Test> subtests = List.of();
    List<String> headers = new ArrayList<>();
    if (next < lines.size() && lines.get(next).equals(indent + INDENT + "KTAP version 1")) {
      subtests = document(indent + INDENT, Optional.of(headers));
      log.addAll(diagnostics(indent));
    }
    Matcher result = RESULT.matcher(take(indent));
    if (!result.matches() || Integer.parseInt(result.group(2)) != number) {
      throw error("no result number " + number);
    }
    String name = result.group(3);
    if (!subtests.isEmpty() && !headers.contains("Subtest: " + name)) {
      throw error("subtests of another name: " + headers);
    }
    String remark = result.group(4) == null ? "" : result.group(4);
    Matcher directive = DIRECTIVE.matcher(remark);
    boolean directed = directive.matches();
    Test test =
        new Test(
            name,
            result.group(1).equals("ok"),
            directed ? directive.group(1) : "",
            !directed ? remark : directive.group(2) == null ? "" : directive.group(2),
            log,
            subtests);
    if (!subtests.isEmpty() && test.ok() != subtests.stream().allMatch(Test::ok)) {
      throw error("an outcome that is not that of the subtests");
    }
    boolean failing = test.directive().equals("TIMEOUT") || test.directive().equals("ERROR");
    if (failing && test.ok() || test.directive().equals("XFAIL") && !test.ok()) {
      throw error("a directive against its result");
    }
    return test;
  }

  private List<String> diagnostics(String indent) {
    List<String> found = new ArrayList<>();
    while (next < lines.size() && lines.get(next).matches(indent + "#( .*)?")) {
      found.add(lines.get(next++).substring(indent.length() + 1).replaceFirst("^ ", ""));
    }
    return found;
  }

  private void expect(String line) {
    if (next >= lines.size() || !lines.get(next).equals(line)) {
      throw error("expected '" + line + "'");
    }
    next++;
  }

  private String take(String indent) {
    if (next >= lines.size()) {
      throw error("the end");
    } else if (!lines.get(next).startsWith(indent)) {
      throw error("an indentation that is not '" + indent + "'");
    }
    return lines.get(next++).substring(indent.length());
  }

  private AssertionError error(String what) {
    return new AssertionError(
        what
            + " in line "
            + next
            + "\n"
            + String.join("\n", lines.subList(0, Math.min(next + 1, lines.size()))));
  }
}

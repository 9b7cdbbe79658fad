package quiesce.patch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quiesce.catalogue.InputException;
import quiesce.source.SourceFile;

/** Reads unified diffs. How many lines a hunk has is in its first line, so any line may follow. */
final class PatchReader {
  private static final String GIT = "diff --git ";
  private static final String BEFORE = "--- ";
  private static final String AFTER = "+++ ";
  private static final String NO_FILE = "/dev/null";
  private static final Pattern HUNK =
      Pattern.compile("@@ -(\\d{1,9})(?:,(\\d{1,9}))? \\+(\\d{1,9})(?:,(\\d{1,9}))? @@.*");
  private static final Pattern COMBINED = Pattern.compile("diff --(cc|combined) .*|@@@+ -.*");
  private static final int OCTAL_DIGITS = 3;
  private static final Pattern OCTAL = Pattern.compile("[0-7]{" + OCTAL_DIGITS + "}");

  private final SourceFile file;
  private final List<String> lines;
  private int at;

  PatchReader(SourceFile file) {
    this.file = file;
    this.lines = file.lines();
  }

  static boolean isPatch(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(GIT)
          || COMBINED.matcher(lines.get(i)).matches()
          || isHead(lines, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHead(List<String> lines, int at) {
    return at + 2 < lines.size()
        && lines.get(at).startsWith(BEFORE)
        && lines.get(at + 1).startsWith(AFTER)
        && lines.get(at + 2).startsWith("@@");
  }

  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    while (at < lines.size()) {
      if (COMBINED.matcher(lines.get(at)).matches()) {
        throw wrong(
            at, "a diff of a merge with all its parents; 'git show -m REV' has one for each");
      } else if (isHead(lines, at)) {
        changes.add(change());
      } else {
        at++;
      }
    }
    return changes;
  }

  private Change change() {
    String before = path(lines.get(at), BEFORE);
    String after = path(lines.get(at + 1), AFTER);
    boolean prefixes =
        Stream.of(before, after).allMatch(p -> p.equals(NO_FILE) || p.matches("[abciow]/.*"));
    at += 2;
    List<Hunk> hunks = new ArrayList<>();
    while (at < lines.size() && lines.get(at).startsWith("@@")) {
      hunks.add(hunk());
    }
    return new Change(named(before, prefixes), named(after, prefixes), hunks);
  }

  private static Optional<String> named(String path, boolean prefix) {
    return path.equals(NO_FILE) ? Optional.empty() : Optional.of(prefix ? path.substring(2) : path);
  }

  /** What follows a tab is a time; git puts names in quotes that have unusual characters. */
  private String path(String line, String mark) {
    String path = line.substring(mark.length()).replaceFirst("\t.*", "").stripTrailing();
    return path.startsWith("\"") && path.endsWith("\"") && path.length() > 1
        ? unquoted(path.substring(1, path.length() - 1))
        : path;
  }

  private static String unquoted(String quoted) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int at = 0;
    while (at < quoted.length()) {
      boolean escaped = quoted.charAt(at) == '\\' && at + 1 < quoted.length();
      at += escaped ? 1 : 0;
      int end = at + OCTAL_DIGITS;
      if (escaped && end <= quoted.length() && OCTAL.matcher(quoted.substring(at, end)).matches()) {
        bytes.write(Integer.parseInt(quoted.substring(at, end), 8));
        at = end;
      } else {
        bytes.writeBytes(quoted.substring(at, at + 1).getBytes(StandardCharsets.UTF_8));
        at++;
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private Hunk hunk() {
    int place = at;
    Matcher head = HUNK.matcher(lines.get(at));
    if (!head.matches()) {
      throw wrong(at, "this is no first line of a hunk: @@ -LINE,COUNT +LINE,COUNT @@ is expected");
    }
    int before = count(head.group(2));
    int after = count(head.group(4));
    List<Hunk.Line> content = new ArrayList<>();
    at++;
    while (before > 0 || after > 0) {
      Hunk.Line line = line(place);
      before -= line.kind() == Hunk.Kind.AFTER ? 0 : 1;
      after -= line.kind() == Hunk.Kind.BEFORE ? 0 : 1;
      if (before < 0 || after < 0) {
        throw wrong(place, "the hunk has other numbers of lines than its first line says");
      }
      content.add(line);
      skipRemark();
    }
    if (content.isEmpty()) {
      throw wrong(place, "a hunk without lines");
    }
    return new Hunk(
        place + 1, Integer.parseInt(head.group(1)), Integer.parseInt(head.group(3)), content);
  }

  private static int count(String given) {
    return given == null ? 1 : Integer.parseInt(given);
  }

  private Hunk.Line line(int hunk) {
    if (at == lines.size()) {
      throw wrong(hunk, "the diff ends in the middle of this hunk");
    }
    String line = lines.get(at++);
    // Some mailers cut the blank off that an empty line of both sides begins with.
    char mark = line.isEmpty() ? Hunk.Kind.BOTH.mark() : line.charAt(0);
    return Stream.of(Hunk.Kind.values())
        .filter(kind -> kind.mark() == mark)
        .findFirst()
        .map(kind -> new Hunk.Line(kind, line.isEmpty() ? "" : line.substring(1)))
        .orElseThrow(() -> wrong(at - 1, "a line of a hunk begins with ' ', '-' or '+'"));
  }

  /** Of a last line that has no end: what is read of a file does not depend on that. */
  private void skipRemark() {
    if (at < lines.size() && lines.get(at).startsWith("\\")) {
      at++;
    }
  }

  private InputException wrong(int line, String what) {
    return new InputException("%s:%d: %s".formatted(file.name(), line + 1, what));
  }
}

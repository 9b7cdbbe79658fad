package quiesce.engine.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a checkpoint consists of, and what TLC knew when it was made and does not keep in it.
 *
 * @param states distinct states found until then, and a little later: for the user
 * @param depth of the search then, and a little later
 * @param files all of its files
 * @param coverage TLC's lines on how often each action was taken until then, and a little later
 */
record Manifest(long states, long depth, List<Content> files, List<String> coverage) {
  /** Its file in the directory of the checkpoint. */
  static final String NAME = "manifest";

  private static final String FORM = "quiesce checkpoint 1";
  private static final Pattern SIZE = Pattern.compile("states (\\d{1,18}) depth (\\d{1,18})");
  private static final Pattern FILE = Pattern.compile("file (\\d{1,18}) (\\d{1,18}) ([^/]+)");
  private static final String COVERAGE = "coverage ";
  private static final String END = "end ";

  Manifest {
    files = List.copyOf(files);
    coverage = List.copyOf(coverage);
  }

  /** The text, which ends with a checksum of the rest. */
  byte[] text() {
    StringBuilder text = new StringBuilder(FORM + "\n");
    text.append("states %d depth %d\n".formatted(states, depth));
    files.forEach(
        f -> text.append("file %d %d %s\n".formatted(f.length(), f.checksum(), f.name())));
    coverage.forEach(line -> text.append(COVERAGE).append(line).append('\n'));
    return text.append(end(text.toString())).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String end(String body) {
    return END + Content.checksum(body.getBytes(StandardCharsets.UTF_8)) + "\n";
  }

  /** The manifest of a checkpoint; nothing if it is missing or damaged. */
  static Optional<Manifest> read(Path checkpoint) {
    try {
      return parse(Files.readString(checkpoint.resolve(NAME)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static Optional<Manifest> parse(String text) {
    int end = text.lastIndexOf(END);
    if (end < 0 || !text.substring(end).equals(end(text.substring(0, end)))) {
      return Optional.empty();
    }
    List<String> lines = text.substring(0, end).lines().toList();
    if (lines.size() < 2 || !lines.get(0).equals(FORM)) {
      return Optional.empty();
    }
    Matcher size = SIZE.matcher(lines.get(1));
    if (!size.matches()) {
      return Optional.empty();
    }
    List<Content> files = new ArrayList<>();
    List<String> coverage = new ArrayList<>();
    for (String line : lines.subList(2, lines.size())) {
      Matcher file = FILE.matcher(line);
      if (file.matches()) {
        files.add(new Content(file.group(3), number(file.group(1)), number(file.group(2))));
      } else if (line.startsWith(COVERAGE)) {
        coverage.add(line.substring(COVERAGE.length()));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new Manifest(number(size.group(1)), number(size.group(2)), files, coverage));
  }

  private static long number(String digits) {
    return Long.parseLong(digits);
  }
}

package quiesce.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quiesce.source.Diagnostics;
import quiesce.source.Place;
import quiesce.source.Spelling;

/** Distinguishes markers from other comments, and from misspelt markers. */
final class MarkerReader {
  private static final String KEYWORD = "quiesce";
  private static final String END = "end";
  private static final Pattern HEAD = Pattern.compile("([\\p{L}_-]+)(\\s*)(:?)(\\s*)(\\S*)(.*)");
  private static final Pattern QUOTED = Pattern.compile("\\s*(?:(?:>|[-*+]|\\d+[.)])\\s*)+");
  private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{8}");

  private final CommentSyntax syntax;
  private final Set<String> kinds;
  private final Diagnostics problems;

  /**
   * @param kinds the words that a begin marker may begin with
   * @param problems hears of markers that are misspelt
   */
  MarkerReader(CommentSyntax syntax, Set<String> kinds, Diagnostics problems) {
    this.syntax = syntax;
    this.kinds = kinds;
    this.problems = problems;
  }

  /**
   * @param number of the line, from 1
   */
  Optional<Marker> read(String line, int number) {
    Optional<CommentSyntax.Comment> comment = syntax.of(line);
    if (comment.isEmpty()) {
      refuseQuoted(line, number);
      return Optional.empty();
    }
    Matcher head = HEAD.matcher(comment.get().text());
    if (!head.matches() || !isMeant(head)) {
      return Optional.empty();
    }
    int column = comment.get().column();
    Place place = new Place(number, column);
    String first = head.group(5);
    if (!head.group(1).equals(KEYWORD) || !head.group(2).isEmpty() || head.group(3).isEmpty()) {
      problems.report(
          place,
          "a misspelt marker: it begins with '" + KEYWORD + ":'",
          "did you mean '" + syntax.write(KEYWORD + ": " + first + head.group(6)) + "'?");
    } else if (!comment.get().closed()) {
      problems.report(
          place,
          "a marker is alone on its line",
          "write '" + syntax.write(comment.get().text()) + "', and all else on other lines");
    } else if (first.equals(END)) {
      return end(head, number, column);
    } else if (kinds.contains(first)) {
      String words = first + head.group(6);
      return Optional.of(
          new Marker.Begin(
              new Place(number, column + head.start(5)), comment.get().indent(), words));
    } else {
      unknown(first, new Place(number, column + head.start(5)));
    }
    return Optional.empty();
  }

  /** A block in a quotation would end it, and one after the sign of a list item be none. */
  private void refuseQuoted(String line, int number) {
    Matcher prefix = QUOTED.matcher(line);
    if (syntax.close().isEmpty() || !prefix.lookingAt()) {
      return;
    }
    String rest = line.substring(prefix.end());
    boolean marker =
        syntax.of(rest).map(c -> HEAD.matcher(c.text())).filter(Matcher::matches).stream()
            .anyMatch(this::isMeant);
    if (marker) {
      problems.report(
          new Place(number, prefix.end() + 1),
          "a marker is alone on its line, with only spaces before it",
          "take the block out of the quotation, or below the first line of the list item");
    }
  }

  /** Prose may begin with the name of the tool, as long as no kind of block follows. */
  private boolean isMeant(Matcher head) {
    boolean colon = !head.group(3).isEmpty();
    String word = head.group(1).toLowerCase(Locale.ROOT);
    boolean near = Spelling.nearest(word, List.of(KEYWORD)).isPresent();
    return near && (colon || kinds.contains(head.group(5)) || head.group(5).equals(END));
  }

  private Optional<Marker> end(Matcher head, int number, int column) {
    String rest = head.group(6).strip();
    Place place = new Place(number, column + head.start(5));
    if (rest.isEmpty()) {
      return Optional.of(new Marker.End(place, Optional.empty()));
    } else if (CHECKSUM.matcher(rest).matches()) {
      return Optional.of(new Marker.End(place, Optional.of(rest)));
    }
    problems.report(
        place,
        "only the checksum, eight hexadecimal digits, may follow 'end'",
        "write '" + syntax.write(KEYWORD + ": " + END) + "'; quiesce adds the checksum");
    return Optional.empty();
  }

  private void unknown(String kind, Place place) {
    List<String> known = new ArrayList<>(kinds.stream().sorted().toList());
    known.add(END);
    Optional<String> nearest =
        Spelling.nearest(kind, known).or(() -> Spelling.nearest(lower(kind), known));
    problems.report(
        place,
        kind.isEmpty()
            ? "a marker says what it begins or ends"
            : "no block is called '" + kind + "'",
        nearest
            .map(n -> "did you mean '" + n + "'?")
            .orElse("a marker begins with one of " + String.join(", ", known)));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** The line of an end marker, with another checksum. */
  static String sign(String line, Marker.End end, String checksum) {
    int behind = end.place().column() - 1 + END.length();
    String rest = line.substring(behind);
    String tail =
        end.checksum().map(old -> rest.substring(rest.indexOf(old) + old.length())).orElse(rest);
    return line.substring(0, behind) + " " + checksum + tail;
  }
}

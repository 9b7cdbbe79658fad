package quiesce.engine.tlc;

import java.util.List;
import java.util.stream.Collectors;

/** The text of an error without what is in it for developers of TLC. */
final class ErrorText {
  private static final int MAX_LINES = 20;
  private static final List<String> BOILERPLATE =
      List.of(
          "TLC threw an unexpected exception.",
          "This was probably caused by an error in the spec or model.",
          "See the User Output or TLC Console for clues to what happened.",
          "The exception was a ");

  private ErrorText() {}

  static String of(Message error) {
    String text =
        error
            .text()
            .lines()
            .map(String::strip)
            .filter(line -> BOILERPLATE.stream().noneMatch(line::startsWith))
            .filter(line -> !line.startsWith("at ") || !line.endsWith(")"))
            .map(line -> line.startsWith(":") ? line.substring(1).strip() : line)
            .filter(line -> !line.isEmpty())
            .limit(MAX_LINES)
            .collect(Collectors.joining("\n"));
    return text.isEmpty() ? error.text().strip() : text;
  }
}

package quiesce.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A block of commands and their output, fenced as {@code console} is. */
record Session(List<Command> commands) {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```console\n(.*?)^```$");
  private static final String PROMPT = "$ ";
  private static final String CONTINUED = "> ";

  /**
   * A command of a shell.
   *
   * @param lines of the command, without the prompts
   * @param output of both streams; empty or with an end of line
   */
  record Command(List<String> lines, String output) {
    String text() {
      return String.join("\n", lines);
    }

    Command with(String otherOutput) {
      return new Command(lines, otherOutput);
    }

    /** Says how the one before it ended. */
    boolean asksForExitCode() {
      return lines.equals(List.of("echo $?"));
    }

    private String shown() {
      return PROMPT + String.join("\n" + CONTINUED, lines) + "\n" + output;
    }
  }

  /** All of a document, in order. */
  static List<Session> of(String document) {
    return BLOCK.matcher(document).results().map(m -> parse(m.group(1))).toList();
  }

  /** The document with other outputs. */
  static String replace(String document, Function<Session, Session> change) {
    return BLOCK
        .matcher(document)
        .replaceAll(m -> Matcher.quoteReplacement(change.apply(parse(m.group(1))).shown()));
  }

  private static Session parse(String body) {
    List<Command> commands = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    StringBuilder output = new StringBuilder();
    for (String line : body.lines().toList()) {
      if (line.startsWith(PROMPT)) {
        addTo(commands, lines, output);
        lines.add(line.substring(PROMPT.length()));
      } else if (line.startsWith(CONTINUED) && output.isEmpty()) {
        lines.add(line.substring(CONTINUED.length()));
      } else {
        output.append(line).append('\n');
      }
    }
    addTo(commands, lines, output);
    return new Session(List.copyOf(commands));
  }

  private static void addTo(List<Command> commands, List<String> lines, StringBuilder output) {
    if (!lines.isEmpty()) {
      commands.add(new Command(List.copyOf(lines), output.toString()));
    } else if (!output.isEmpty()) {
      throw new IllegalArgumentException("a session begins with \"$ \", not with: " + output);
    }
    lines.clear();
    output.setLength(0);
  }

  private String shown() {
    return commands.stream()
        .map(Command::shown)
        .collect(Collectors.joining("", "```console\n", "```"));
  }
}

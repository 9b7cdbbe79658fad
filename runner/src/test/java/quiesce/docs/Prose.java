package quiesce.docs;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What people read of a file: all of a document, the comments and messages of a program. */
final class Prose {
  /** Text blocks, strings and characters; comments. */
  private static final Pattern PARTS =
      Pattern.compile(
          "\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*'"
              + "|/\\*(?s:.*?)\\*/|//[^\n]*");

  private static final Pattern CODE =
      Pattern.compile("`[^`\n]*`|\\{@(?:code|link) [^}]*\\}|@param \\w+|@link\\w* \\S+");

  private Prose() {}

  /** Everything else becomes blanks, so that lines and columns stay. */
  static String of(String name, String text) {
    String prose = name.endsWith(".java") || name.endsWith(".g4") ? parts(text) : text;
    return CODE.matcher(prose).replaceAll(m -> blank(m.group()));
  }

  private static String parts(String program) {
    StringBuilder prose = new StringBuilder();
    int end = 0;
    for (MatchResult part : PARTS.matcher(program).results().toList()) {
      prose.append(blank(program.substring(end, part.start()))).append(part.group());
      end = part.end();
    }
    return prose.append(blank(program.substring(end))).toString();
  }

  private static String blank(String text) {
    return text.replaceAll("[^\n]", " ");
  }
}

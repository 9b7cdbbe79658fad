package quiesce.document;

import java.util.List;

/**
 * Shows text as text: what a format writes so that no character of a strategy means anything to it.
 * The templates of the format call this for everything that they put in.
 */
public interface Markup {
  /** Text within a line or cell. */
  String text(String text);

  /** Lines of code, for the format's code block. */
  List<String> code(List<String> lines);

  /** What a code block is delimited by, longer than anything like it within; empty if nothing. */
  String fence(List<String> lines);
}

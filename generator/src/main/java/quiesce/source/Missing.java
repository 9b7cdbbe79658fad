package quiesce.source;

import java.util.regex.Pattern;

/**
 * Primitives of the kernel that the machine does not have.
 *
 * @param help what to write instead
 */
record Missing(Kind kind, Pattern names, String help) {
  enum Kind {
    /** What is after the word {@code struct}. */
    STRUCT("struct %s"),
    /** A macro that defines or initialises something. */
    LINE("%s()"),
    /** What is called, unless the file defines it. */
    CALL("%s()"),
    /** Any word. */
    WORD("%s");

    private final String shown;

    Kind(String shown) {
      this.shown = shown;
    }

    String shown(String name) {
      return shown.formatted(name);
    }
  }

  boolean is(Kind wanted, String name) {
    return kind == wanted && names.matcher(name).matches();
  }
}

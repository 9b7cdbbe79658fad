package quiesce.source;

import java.util.regex.Pattern;

/**
 * Names that change nothing that a thread does to memory, order, context or lifetime.
 *
 * @param why that is so, in a few words
 */
record Harmless(Kind kind, Pattern names, String why) {
  enum Kind {
    /** A preprocessor line. */
    DIRECTIVE,
    /** A macro line at the top level. */
    LINE,
    /** A statement that only asserts something. */
    ASSERTION,
    /** The same, if what it asserts is a {@link #PREDICATE}. */
    CONDITION,
    /** The same, and a primitive otherwise. */
    WARNING,
    /** A call that says what is held, for assertions. */
    PREDICATE,
    /** A word among the specifiers of a declaration. */
    ANNOTATION,
    /** A typedef of the kernel's for an integer. */
    INTEGER,
    /** The same with arguments, and what {@code __attribute__((...))} may have. */
    ATTRIBUTE
  }

  boolean is(Kind wanted, String name) {
    return kind == wanted && names.matcher(name).matches();
  }
}

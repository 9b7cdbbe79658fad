package quiesce.interpreter;

/** What a cell holds: a number as it is, everything else as one of the least numbers. */
final class Word {
  private static final int OBJECTS = Integer.MIN_VALUE;

  static final int NULL = OBJECTS + (1 << 20);

  /** Memory that nobody has written to. */
  static final int UNINITIALISED = NULL + 1;

  /** A local without a value that matters: reading it is a mistake of the interpreter. */
  static final int NONE = NULL + 2;

  static final int FALSE = NULL + 3;
  static final int TRUE = NULL + 4;

  /** A slot with a function in it. */
  static final int FUNCTION = NULL + 5;

  /** In place of an object: a static call has found nobody registered. */
  static final int NOBODY = NULL + 6;

  private static final int FUNCTIONS = NULL + 16;

  private static final int NUMBERS = NULL + (1 << 28);

  private Word() {}

  static boolean isNumber(int word) {
    return word >= NUMBERS;
  }

  /** A function of the file, in a pointer: two of one file have two words, with near certainty. */
  static int function(String name) {
    return FUNCTIONS + (name.hashCode() & (1 << 27) - 1);
  }

  static int object(int number) {
    return OBJECTS + number;
  }

  static boolean isObject(int word) {
    return word < NULL;
  }

  static int numberOf(int object) {
    if (!isObject(object)) {
      throw new IllegalStateException(object + " is no object");
    }
    return object - OBJECTS;
  }

  static int truth(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  static boolean isTrue(int word) {
    if (word != TRUE && word != FALSE) {
      throw new IllegalStateException(word + " is no condition");
    }
    return word == TRUE;
  }
}

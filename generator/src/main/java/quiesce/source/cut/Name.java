package quiesce.source.cut;

/** What something is known by. Tags, static calls, macros and all the rest do not share names. */
record Name(Space space, String text) {
  enum Space {
    TAG,
    STATIC_CALL,
    MACRO,
    ORDINARY
  }

  static Name ordinary(String text) {
    return new Name(Space.ORDINARY, text);
  }
}

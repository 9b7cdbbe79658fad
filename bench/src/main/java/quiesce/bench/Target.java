package quiesce.bench;

/** What a figure has to be. */
record Target(Kind kind, double value) {
  enum Kind {
    AT_LEAST("at least"),
    AT_MOST("at most");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  static Target atLeast(double value) {
    return new Target(Kind.AT_LEAST, value);
  }

  static Target atMost(double value) {
    return new Target(Kind.AT_MOST, value);
  }

  boolean isMetBy(double figure) {
    // Not the other way round: no number meets nothing.
    return kind == Kind.AT_LEAST ? figure >= value : figure <= value;
  }

  String words() {
    return kind.words;
  }
}

package quiesce.verdict;

/** What a strategy's front matter says that a property will turn out to be. */
public enum Expectation {
  HOLDS("holds"),
  VIOLATED("violated"),
  NOT_APPLICABLE("not-applicable");

  private final String title;

  Expectation(String title) {
    this.title = title;
  }

  /** The word of reports. */
  public String title() {
    return title;
  }
}

package quiesce.document;

/** What is wrong with a word of a begin marker. */
public final class MarkerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String word;
  private final String help;

  /**
   * @param word as the marker has it, or a part of it from its begin or to its end
   * @param message one line, without a full stop
   * @param help one line: what to write
   */
  public MarkerException(String word, String message, String help) {
    super(message);
    this.word = word;
    this.help = help;
  }

  String word() {
    return word;
  }

  String help() {
    return help;
  }
}

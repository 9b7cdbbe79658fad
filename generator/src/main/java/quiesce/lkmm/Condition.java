package quiesce.lkmm;

/**
 * A condition of C.
 *
 * @param opposite what holds exactly if it does not, without an operator for that
 */
public record Condition(String text, String opposite) {
  Condition negated() {
    return new Condition(opposite, text);
  }
}

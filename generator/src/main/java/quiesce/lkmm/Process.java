package quiesce.lkmm;

import java.util.List;

/**
 * A process of a litmus test.
 *
 * @param comment who it is in the strategy
 * @param parameters the addresses of what it shares, with their types
 * @param registers declarations
 */
public record Process(
    String comment, List<String> parameters, List<String> registers, List<Statement> body) {
  public Process {
    parameters = List.copyOf(parameters);
    registers = List.copyOf(registers);
    body = List.copyOf(body);
  }
}

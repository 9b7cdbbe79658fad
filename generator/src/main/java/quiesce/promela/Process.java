package quiesce.promela;

import java.util.List;

/**
 * A proctype.
 *
 * @param comment what it runs, and as what
 * @param parameters its own number, and of a handler its CPU
 * @param locals declarations
 */
public record Process(
    String name, String comment, String parameters, List<String> locals, List<Block> blocks) {
  public Process {
    locals = List.copyOf(locals);
    blocks = List.copyOf(blocks);
  }
}

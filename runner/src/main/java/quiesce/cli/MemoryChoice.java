package quiesce.cli;

import java.util.List;

/**
 * The memory models that a command line asks for.
 *
 * @param names the strongest first
 */
record MemoryChoice(List<String> names) {
  MemoryChoice {
    names = List.copyOf(names);
  }
}

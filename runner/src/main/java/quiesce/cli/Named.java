package quiesce.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.catalogue.Catalogue;
import quiesce.catalogue.Cut;
import quiesce.catalogue.InputException;
import quiesce.patch.Patch;
import quiesce.source.SourceFile;

/**
 * What a command line names.
 *
 * @param strategies those named without {@code --from}
 * @param arguments all of them; none for the whole catalogue
 * @param catalogue in which these are found
 * @param patch what standard input has, if that is a diff
 */
record Named(
    List<String> strategies, List<String> arguments, Catalogue catalogue, Optional<Patch> patch) {
  static Named of(List<String> strategies, List<Cut> cuts, Console console) {
    List<String> arguments =
        Stream.concat(strategies.stream(), cuts.stream().map(Cut::argument)).distinct().toList();
    Catalogue catalogue = Catalogue.onClassPath().with(cuts);
    boolean input =
        strategies.contains(Catalogue.INPUT)
            || cuts.stream().anyMatch(cut -> cut.file().equals(Catalogue.INPUT));
    if (!input) {
      return new Named(strategies, arguments, catalogue, Optional.empty());
    }
    SourceFile text = Catalogue.input(console.in());
    return new Named(strategies, arguments, catalogue.with(text), Patch.of(text));
  }

  /**
   * The diff, beside which nothing else is checked.
   *
   * @throws InputException if something else is named
   */
  Patch alone() {
    Optional<String> other =
        strategies.stream().filter(argument -> !argument.equals(Catalogue.INPUT)).findFirst();
    if (other.isPresent()) {
      throw new InputException(
          "standard input is a diff, and is checked alone: leave " + other.get() + " out");
    }
    return patch.orElseThrow();
  }

  /** The same where a diff is of no use. */
  Named withoutPatch() {
    if (patch.isPresent()) {
      throw new InputException(
          "standard input is a diff; 'quiesce check -' checks the files that it changes");
    }
    return this;
  }
}

package quiesce.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import quiesce.document.MarkerException;
import quiesce.source.Spelling;

/** Says what is wrong with the words of a marker as a document's author sees them. */
final class MarkerErrors {
  private MarkerErrors() {}

  static MarkerException of(ParameterException e) {
    CommandSpec kind = e.getCommandLine().getCommandSpec();
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(kind, unmatched.getUnmatched().get(0));
    } else if (e instanceof MissingParameterException missing) {
      return missing(kind, missing.getMissing().get(0));
    } else if (e instanceof OverwrittenOptionException again) {
      String name = name(again.getOverwritten());
      return new MarkerException(name, name + " is given twice", "leave one of them out");
    }
    return Optional.ofNullable(e.getArgSpec())
        .map(arg -> value(kind, arg, e))
        .orElseGet(() -> new MarkerException(kind.name(), firstLine(e.getMessage()), form(kind)));
  }

  private static MarkerException unmatched(CommandSpec kind, String word) {
    if (!word.startsWith("-")) {
      return new MarkerException(
          word, "'%s' is one word too many for %s".formatted(word, block(kind)), form(kind));
    }
    String name = word.replaceFirst("=.*", "");
    List<String> known = kind.options().stream().map(OptionSpec::longestName).toList();
    return new MarkerException(
        word,
        "%s has no option %s".formatted(block(kind), name),
        Spelling.nearest(name, known)
            .map(option -> "did you mean " + option + "?")
            .orElseGet(
                () ->
                    known.isEmpty()
                        ? form(kind)
                        : "its options are "
                            + known.stream().sorted().collect(Collectors.joining(", "))));
  }

  private static MarkerException missing(CommandSpec kind, ArgSpec arg) {
    return arg instanceof OptionSpec option
        ? new MarkerException(
            option.longestName(),
            option.longestName() + " lacks its value",
            "write " + option.longestName() + " " + arg.paramLabel())
        : new MarkerException(
            kind.name(), "%s lacks its %s".formatted(block(kind), what(arg)), form(kind));
  }

  /** Converters say what they expect; picocli says it of constants as Java has them. */
  private static MarkerException value(CommandSpec kind, ArgSpec arg, ParameterException e) {
    String value = Optional.ofNullable(e.getValue()).orElse(name(arg));
    if (e.getCause() instanceof TypeConversionException conversion && arg.converters().length > 0) {
      String[] parts = firstLine(conversion.getMessage()).split("; ", 2);
      return new MarkerException(value, parts[0], parts.length > 1 ? parts[1] : form(kind));
    }
    return new MarkerException(
        value,
        "'%s' is no value of %s".formatted(value, name(arg)),
        "write " + Stream.of(arg.paramLabel().split("\\|")).collect(Collectors.joining(" or ")));
  }

  private static String block(CommandSpec kind) {
    return "a block '" + kind.name() + "'";
  }

  private static String form(CommandSpec kind) {
    return "write 'quiesce: " + String.join(" ", kind.usageMessage().customSynopsis()) + "'";
  }

  private static String name(ArgSpec arg) {
    return arg instanceof OptionSpec option ? option.longestName() : what(arg);
  }

  private static String what(ArgSpec arg) {
    return arg.paramLabel().equals("S") ? "strategy, S" : arg.paramLabel();
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}

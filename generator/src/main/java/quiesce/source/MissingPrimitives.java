package quiesce.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCLexer;

/**
 * Finds the primitives that the machine does not have among the words of a file, before anything
 * else is made of these. What is wrong in the same statement or declaration may only follow from
 * that.
 */
final class MissingPrimitives {
  /** From the first to the last word of a statement or declaration. */
  private record Part(Place from, Place to) {
    boolean has(Place place) {
      return from.compareTo(place) <= 0 && place.compareTo(to) <= 0;
    }
  }

  /** What says when something is to run, and what is given that. */
  private static final Set<String> TIME =
      Set.of(
          "jiffies",
          "msecs_to_jiffies",
          "usecs_to_jiffies",
          "secs_to_jiffies",
          "ktime_get",
          "ktime_set",
          "ktime_add",
          "ktime_add_ns",
          "ktime_add_us",
          "ktime_add_ms",
          "ns_to_ktime",
          "us_to_ktime",
          "ms_to_ktime");

  private static final Set<String> ARMS =
      Set.of(
          "mod_timer",
          "timer_reduce",
          "hrtimer_start",
          "hrtimer_start_range_ns",
          "hrtimer_forward",
          "hrtimer_forward_now",
          "schedule_delayed_work",
          "queue_delayed_work",
          "mod_delayed_work",
          "wait_event_timeout",
          "wait_event_idle_timeout",
          "wait_event_interruptible_timeout",
          "wait_event_killable_timeout",
          "schedule_timeout",
          "schedule_timeout_interruptible",
          "schedule_timeout_killable",
          "schedule_timeout_uninterruptible");

  private final List<Token> words;
  private final Diagnostics diagnostics;
  private final Set<String> own = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final List<Diagnostic> found = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();

  private MissingPrimitives(List<Token> words, Diagnostics diagnostics) {
    this.words = words;
    this.diagnostics = diagnostics;
  }

  /**
   * @param words what macros expand to included
   */
  static MissingPrimitives of(List<Token> words, Diagnostics diagnostics) {
    List<Token> seen = words.stream().filter(w -> w.getChannel() == Token.DEFAULT_CHANNEL).toList();
    MissingPrimitives missing = new MissingPrimitives(seen, diagnostics);
    missing.findOwn();
    for (int i = 0; i < seen.size(); i++) {
      missing.look(i);
    }
    return missing;
  }

  boolean none() {
    return names.isEmpty();
  }

  /** All that is missing, and of other errors those that do not follow from it. */
  Unsupported with(List<Diagnostic> others) {
    Stream<Diagnostic> independent =
        others.stream().filter(d -> parts.stream().noneMatch(p -> p.has(d.place())));
    return new Unsupported(names, Stream.concat(found.stream(), independent).toList());
  }

  /** Functions and types that the file defines, whatever the kernel has of that name. */
  private void findOwn() {
    int depth = 0;
    for (int i = 0; i < words.size(); i++) {
      switch (words.get(i).getType()) {
        case KernelCLexer.LBRACE, KernelCLexer.LPAREN -> depth++;
        case KernelCLexer.RBRACE, KernelCLexer.RPAREN -> depth--;
        default -> {
          boolean function = depth == 0 && is(i + 1, KernelCLexer.LPAREN);
          boolean pointer = is(i - 1, KernelCLexer.STAR) && is(i - 2, KernelCLexer.LPAREN);
          boolean struct = is(i - 1, KernelCLexer.STRUCT) && is(i + 1, KernelCLexer.LBRACE);
          if (function || pointer || struct || isTypedef(i)) {
            own.add(words.get(i).getText());
          }
        }
      }
    }
  }

  private boolean isTypedef(int at) {
    return is(at + 1, KernelCLexer.SEMICOLON)
        && (is(at - 1, KernelCLexer.RBRACE) || words.get(begin(at)).getText().equals("typedef"));
  }

  private void look(int at) {
    Token word = words.get(at);
    String text = word.getText();
    if (!Character.isJavaIdentifierStart(text.charAt(0))
        || is(at - 1, KernelCLexer.INTEGER)
        || is(at - 1, KernelCLexer.ARROW)
        || is(at - 1, KernelCLexer.DOT)) {
      return;
    }
    boolean called = is(at + 1, KernelCLexer.LPAREN);
    if (is(at - 1, KernelCLexer.STRUCT)) {
      missing(Missing.Kind.STRUCT, at, !own.contains(text));
    } else {
      missing(Missing.Kind.LINE, at, called);
      missing(Missing.Kind.CALL, at, called && !own.contains(text));
      missing(Missing.Kind.WORD, at, !own.contains(text));
    }
  }

  /** Whether it is in the arguments of what arms something, which does not follow the time. */
  private boolean isWhenToRun(int at) {
    int open = 0;
    for (int i = at - 1; i > 0 && !isBetween(words.get(i)); i--) {
      if (is(i, KernelCLexer.RPAREN)) {
        open--;
      } else if (is(i, KernelCLexer.LPAREN)
          && ++open > 0
          && ARMS.contains(words.get(i - 1).getText())) {
        return true;
      }
    }
    return false;
  }

  private void missing(Missing.Kind kind, int at, boolean used) {
    String name = words.get(at).getText();
    if (used && TIME.contains(name) && isWhenToRun(at)) {
      return;
    }
    Optional<Missing> missing = used ? diagnostics.profile().missing(kind, name) : Optional.empty();
    if (missing.isPresent()) {
      Place place = diagnostics.place(words.get(at));
      parts.add(new Part(beginning(at), end(at)));
      if (names.add(name)) {
        found.add(
            new Diagnostic(
                diagnostics.file(),
                place,
                "%s is not supported".formatted(kind.shown(name)),
                missing.get().help()));
      }
    }
  }

  private Place beginning(int at) {
    return diagnostics.place(words.get(begin(at))).written();
  }

  /** The first word of the statement or declaration around. */
  private int begin(int at) {
    int first = at;
    while (first > 0 && !isBetween(words.get(first - 1))) {
      first--;
    }
    return first;
  }

  private Place end(int at) {
    int last = at;
    while (last + 1 < words.size() && !isBetween(words.get(last))) {
      last++;
    }
    return diagnostics.behind(words.get(last)).written();
  }

  private static boolean isBetween(Token word) {
    return word.getType() == KernelCLexer.SEMICOLON
        || word.getType() == KernelCLexer.LBRACE
        || word.getType() == KernelCLexer.RBRACE;
  }

  private boolean is(int at, int type) {
    return at >= 0 && at < words.size() && words.get(at).getType() == type;
  }
}

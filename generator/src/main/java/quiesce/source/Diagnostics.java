package quiesce.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.antlr.v4.runtime.Token;

/**
 * Collects what is wrong with one file, so that all of it can be reported at once, and what is set
 * aside of it.
 */
public final class Diagnostics {
  private final SourceFile file;
  private final Profile profile;
  private final List<Diagnostic> found = new ArrayList<>();
  private final List<SetAside> setAside = new ArrayList<>();
  private final SortedMap<String, Place> macros = new TreeMap<>();

  /** For what comes after the reader of C, and refuses no construct of it. */
  public Diagnostics(SourceFile file) {
    this(file, Profile.STRATEGY);
  }

  /**
   * @param profile what of C a file of its kind may use
   */
  public Diagnostics(SourceFile file, Profile profile) {
    this.file = file;
    this.profile = profile;
  }

  Profile profile() {
    return profile;
  }

  public SourceFile file() {
    return file;
  }

  public void report(Place place, String message, String help) {
    found.add(new Diagnostic(file, place, message, help));
  }

  public void report(Token token, String message, String help) {
    report(place(token), message, help);
  }

  /**
   * Reports a construct, if a file of its kind may not use it.
   *
   * @param arguments what the file has, for the words of the profile
   * @return whether it is refused
   */
  public boolean report(Place place, Construct construct, Object... arguments) {
    Optional<Profile.Refusal> refusal = profile.refusal(construct);
    refusal.ifPresent(
        r -> report(place, r.message().formatted(arguments), r.help().formatted(arguments)));
    return refusal.isPresent();
  }

  public boolean report(Token token, Construct construct, Object... arguments) {
    return report(place(token), construct, arguments);
  }

  boolean accepts(Construct construct) {
    return profile.refusal(construct).isEmpty();
  }

  /**
   * Sets aside what has this name, if a file of its kind may have it and it does nothing.
   *
   * @return whether it is set aside
   */
  boolean setAside(Token token, Harmless.Kind kind, String name) {
    Optional<String> why = profile.harmless(kind, name);
    why.ifPresent(w -> setAside.add(new SetAside(place(token), w)));
    return why.isPresent();
  }

  /** Sets aside what is here. */
  void setAside(Place place, String why) {
    setAside.add(new SetAside(place, why));
  }

  /** Takes note of a macro that the file defines. */
  void defined(String macro, Token definition) {
    macros.putIfAbsent(macro, place(definition));
  }

  /** The macros that the file defines, and where. */
  SortedMap<String, Place> macros() {
    return Collections.unmodifiableSortedMap(macros);
  }

  /** Whether a call says what is held, for assertions alone. */
  public boolean isOfWhatIsHeld(String call) {
    return isHarmless(Harmless.Kind.PREDICATE, call);
  }

  boolean isHarmless(Harmless.Kind kind, String name) {
    return profile.harmless(kind, name).isPresent();
  }

  /** What was set aside, in the order of the text. */
  List<SetAside> setAside() {
    return setAside.stream().sorted(Comparator.comparing(SetAside::place)).toList();
  }

  /** Where the token begins. */
  public Place place(Token token) {
    return new Place(
        token.getLine(),
        column(token.getLine(), token.getCharPositionInLine()),
        token instanceof ExpandedToken e ? Optional.of(e.expansion()) : Optional.empty());
  }

  /** Just after the token, which lies on one line; of one that comes of a macro, where that is. */
  public Place behind(Token token) {
    if (token instanceof ExpandedToken) {
      return place(token);
    }
    int codePoints = token.getText().codePointCount(0, token.getText().length());
    return new Place(
        token.getLine(), column(token.getLine(), token.getCharPositionInLine() + codePoints));
  }

  /** ANTLR counts code points from 0; a {@link Place} counts chars, as Java strings do, from 1. */
  private int column(int line, int codePoints) {
    String text = file.line(line);
    return text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())))
        + 1;
  }

  /** Adds what was found elsewhere. */
  public void add(List<Diagnostic> more) {
    found.addAll(more);
  }

  List<Diagnostic> found() {
    return List.copyOf(found);
  }

  /** How many there are until now. */
  public int number() {
    return found.size();
  }

  public boolean none() {
    return found.isEmpty();
  }

  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new SourceException(found);
    }
  }
}

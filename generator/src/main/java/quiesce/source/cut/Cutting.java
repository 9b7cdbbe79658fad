package quiesce.source.cut;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import quiesce.source.CutOut;
import quiesce.source.Diagnostics;
import quiesce.source.Item;
import quiesce.source.SetAside;
import quiesce.source.SourceFile;

/** Cuts pieces with given names out of a file, and what these need. */
final class Cutting {
  private static final String BRANCH = "keep the branch of the preprocessor that matters";
  private static final String TAKEN = "what is needed is there in this branch alone";
  private static final String IS_OF = "left out, though it is of a struct that is cut out";
  private static final String NAMES = "left out, though it names a function that is cut out";
  private static final String SHARES = "left out, though it uses the variables that are cut out";

  private final SourceFile file;
  private final List<Piece> pieces;
  private final Map<Name, List<Piece>> definitions;
  private final Map<Name, List<Piece>> others;
  private final Diagnostics problems;
  private final Set<Piece> needed = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Name> known = new HashSet<>();
  private final Deque<Piece> waiting = new ArrayDeque<>();

  Cutting(
      SourceFile file,
      List<Piece> pieces,
      Map<Name, List<Piece>> definitions,
      Map<Name, List<Piece>> others) {
    this.file = file;
    this.pieces = pieces;
    this.definitions = definitions;
    this.others = others;
    this.problems = new Diagnostics(file);
  }

  SourceFile of(List<String> wanted) {
    wanted.forEach(this::need);
    int before = -1;
    while (needed.size() > before) {
      before = needed.size();
      while (!waiting.isEmpty()) {
        waiting.poll().uses().forEach(this::need);
      }
      initcalls();
    }
    problems.throwIfAny();
    Map<Condition, Piece> conditions = conditions();
    problems.throwIfAny();
    Stream<SetAside> taken =
        conditions.entrySet().stream()
            .map(e -> e.getValue().conditions().get(e.getKey()))
            .distinct()
            .map(line -> new SetAside(problems.place(line), TAKEN));
    return new SourceFile(
        file.name(),
        file.lines(),
        Optional.of(
            new CutOut(
                Blank.allBut(file.text(), needed),
                Titles.of(file, wanted),
                leftOut(),
                Stream.concat(taken, related()).toList())));
  }

  private void need(String name) {
    need(Name.ordinary(name));
    need(new Name(Name.Space.STATIC_CALL, name));
  }

  private void need(Name name) {
    if (!known.add(name)) {
      return;
    }
    List<Piece> defined = definitions.getOrDefault(name, List.of());
    List<Piece> mentioned = others.getOrDefault(name, List.of());
    if (name.space() == Name.Space.MACRO) {
      refuseChoice(name, Stream.concat(defined.stream(), mentioned.stream()).toList());
      if (mentioned.isEmpty()) {
        refuseTwo(name, distinct(defined));
      }
      defined.forEach(this::add);
      mentioned.forEach(this::add);
    } else if (!defined.isEmpty()) {
      refuseTwo(name, defined);
      add(defined.get(0));
      declaring(mentioned, defined.get(0)).forEach(this::add);
    } else {
      declaring(mentioned).forEach(this::add);
    }
  }

  /** Those that say the same: C allows that. */
  private List<Piece> distinct(List<Piece> macros) {
    Map<String, Piece> byText = new LinkedHashMap<>();
    macros.forEach(m -> byText.putIfAbsent(m.first().getText().replaceAll("\\s+", " "), m));
    return List.copyOf(byText.values());
  }

  /** Declarations, which may have attributes, or else all macros that may define it. */
  private static List<Piece> declaring(List<Piece> mentioned) {
    List<Piece> declarations =
        mentioned.stream().filter(p -> p.kind() == Piece.Kind.DECLARATION).toList();
    return declarations.isEmpty() ? mentioned : declarations;
  }

  /** The same beside a definition, where the preprocessor may keep both. */
  private static Stream<Piece> declaring(List<Piece> mentioned, Piece definition) {
    return mentioned.stream()
        .filter(p -> p.kind() == Piece.Kind.DECLARATION)
        .filter(
            p ->
                p.conditions().keySet().stream()
                    .noneMatch(c -> definition.conditions().containsKey(c.not())));
  }

  private void add(Piece piece) {
    if (needed.add(piece)) {
      waiting.add(piece);
    }
  }

  /** Of {@code #define} and {@code #undef} the last counts, if the preprocessor keeps it. */
  private void refuseChoice(Name name, List<Piece> lines) {
    boolean undone = lines.stream().anyMatch(p -> p.kind() == Piece.Kind.UNDEF);
    lines.stream()
        .filter(p -> undone && !p.conditions().equals(lines.get(0).conditions()))
        .findFirst()
        .ifPresent(
            p ->
                problems.report(
                    p.first(),
                    "'%s' is needed, and what it is depends on the configuration: line %d and line %d"
                        .formatted(
                            name.text(), lines.get(0).first().getLine(), p.first().getLine()),
                    BRANCH));
  }

  private void refuseTwo(Name name, List<Piece> defined) {
    if (defined.size() < 2) {
      return;
    }
    Piece first = defined.get(0);
    Piece second = defined.get(1);
    boolean chosen = !first.conditions().equals(second.conditions());
    problems.report(
        second.first(),
        "'%s' is needed, and defined twice: in line %d and in line %d"
            .formatted(name.text(), first.first().getLine(), second.first().getLine()),
        chosen ? BRANCH : "rename or remove one of the two");
  }

  /** Who is called when the module comes; who is called when it goes decides what that means. */
  private void initcalls() {
    List<Piece> calls = pieces.stream().filter(p -> p.initcall().isPresent()).toList();
    calls.stream().filter(this::isOfNeeded).forEach(this::add);
    boolean comes =
        calls.stream()
            .filter(needed::contains)
            .anyMatch(c -> c.initcall().get().role() == Item.Role.REGISTER);
    if (comes) {
      calls.stream()
          .filter(c -> c.initcall().get().role() == Item.Role.UNREGISTER)
          .forEach(this::add);
    }
  }

  private boolean isOfNeeded(Piece call) {
    return definitions
        .getOrDefault(Name.ordinary(call.initcall().get().function()), List.of())
        .stream()
        .anyMatch(needed::contains);
  }

  /** What the preprocessor must have decided, with one of the pieces that depend on it. */
  private Map<Condition, Piece> conditions() {
    Map<Condition, Piece> all = new LinkedHashMap<>();
    for (Piece piece : inOrder()) {
      piece
          .conditions()
          .forEach(
              (condition, line) -> {
                all.putIfAbsent(condition, piece);
                refuseDefault(condition, line, piece);
                refuseBoth(condition, piece, all);
              });
    }
    return all;
  }

  private void refuseDefault(Condition condition, Token line, Piece piece) {
    piece.defines().stream()
        .filter(n -> condition.names(n.text()))
        .findFirst()
        .ifPresent(
            n ->
                problems.report(
                    line,
                    "'%s' is needed, and defined here only if it is not elsewhere"
                        .formatted(n.text()),
                    "drop the lines '#if' and '#endif' around the one that matters"));
  }

  private void refuseBoth(Condition condition, Piece piece, Map<Condition, Piece> all) {
    Piece other = all.get(condition.not());
    if (other != null) {
      problems.report(
          piece.first(),
          "line %d is needed where '%s' holds, and line %d where it does not"
              .formatted(
                  (condition.holds() ? piece : other).first().getLine(),
                  condition.text(),
                  (condition.holds() ? other : piece).first().getLine()),
          BRANCH);
    }
  }

  private List<Piece> inOrder() {
    return pieces.stream().filter(needed::contains).toList();
  }

  private String leftOut() {
    Map<Piece.Kind, Long> counts =
        pieces.stream()
            .filter(p -> !needed.contains(p))
            .collect(Collectors.groupingBy(Piece::kind, Collectors.counting()));
    List<String> parts = new ArrayList<>();
    for (Piece.Kind kind : Piece.Kind.values()) {
      if (!kind.word().isEmpty() && counts.containsKey(kind)) {
        long count = counts.get(kind);
        parts.add("%,d %s%s".formatted(count, kind.word(), count == 1 ? "" : "s"));
      }
    }
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  /** Functions that may do more to what is shared, and objects that may be what is registered. */
  private Stream<SetAside> related() {
    Set<Name> variables = defined(Piece.Kind.VARIABLE, Name.Space.values());
    Set<Name> structs = defined(Piece.Kind.TYPE, Name.Space.TAG);
    Set<Name> functions = defined(Piece.Kind.FUNCTION, Name.Space.ORDINARY);
    return pieces.stream()
        .filter(p -> !needed.contains(p))
        .flatMap(
            p ->
                switch (p.kind()) {
                  case FUNCTION -> remark(p, p.uses(), variables, SHARES);
                  case VARIABLE -> remark(p, p.uses(), structs, IS_OF);
                  case OTHER -> remark(p, p.mayDefine(), functions, NAMES);
                  default -> Stream.of();
                });
  }

  private Stream<SetAside> remark(Piece piece, Set<Name> has, Set<Name> cut, String why) {
    return has.stream()
        .filter(cut::contains)
        .limit(1)
        .map(name -> new SetAside(problems.place(piece.first()), why));
  }

  private Set<Name> defined(Piece.Kind kind, Name.Space... spaces) {
    return needed.stream()
        .filter(p -> p.kind() == kind)
        .flatMap(p -> p.defines().stream())
        .filter(n -> List.of(spaces).contains(n.space()))
        .collect(Collectors.toSet());
  }
}

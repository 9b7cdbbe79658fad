package quiesce.source.cut;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;

/** What a file defines at its top level. */
public final class TopLevel {
  private final SourceFile file;
  private final List<Piece> pieces;
  private final Map<Name, List<Piece>> definitions = new HashMap<>();
  private final Map<Name, List<Piece>> others = new HashMap<>();

  private TopLevel(SourceFile file, List<Piece> pieces) {
    this.file = file;
    this.pieces = pieces;
    pieces.forEach(
        piece -> {
          piece
              .defines()
              .forEach(n -> definitions.computeIfAbsent(n, k -> new ArrayList<>()).add(piece));
          piece
              .mayDefine()
              .forEach(n -> others.computeIfAbsent(n, k -> new ArrayList<>()).add(piece));
        });
  }

  /** That of any file of C. */
  public static TopLevel of(SourceFile file) {
    return new TopLevel(file, Splitter.split(file.text()));
  }

  /** The names of what can be cut out: functions and variables. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Piece piece : pieces) {
      Set<Name> defined = piece.defines().isEmpty() ? piece.mayDefine() : piece.defines();
      if (piece.kind() == Piece.Kind.FUNCTION || piece.kind() == Piece.Kind.VARIABLE) {
        defined.stream()
            .filter(n -> n.space() != Name.Space.TAG)
            .map(Name::text)
            .forEach(names::add);
      }
    }
    return names;
  }

  /** Whether something in it has a word for its role. */
  public boolean hasRoles() {
    return pieces.stream().anyMatch(Piece::roles);
  }

  /**
   * The same file with nothing in it but what has these names, and what that needs.
   *
   * @param wanted of {@link #names()}
   * @throws SourceException if the file does not say which of two definitions is meant
   */
  public SourceFile cut(List<String> wanted) {
    return new Cutting(file, pieces, definitions, others).of(wanted);
  }
}

package quiesce.sweep;

import java.util.Optional;
import quiesce.property.Property;
import quiesce.report.Mark;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.Scope;
import quiesce.verdict.Verdict;

/**
 * The verdict on a property at a point, without its trace: there may be thousands.
 *
 * @param scope what a pass is for
 * @param fewer whether that is less than was asked for: given numbers where that was any
 * @param reason why it is not applicable or unknown
 */
public record Found(
    Property property, Mark mark, Optional<Scope> scope, boolean fewer, String reason) {

  static Found of(Point point, PropertyVerdict v) {
    Optional<Scope> scope =
        v.verdict() instanceof Verdict.Holds h ? Optional.of(h.scope()) : Optional.empty();
    boolean fewer =
        scope
            .filter(
                s ->
                    point.cpus().any() && !s.cpus().any()
                        || point.registrations().any() && !s.registrations().any())
            .isPresent();
    String reason =
        v.verdict() instanceof Verdict.NotApplicable n
            ? n.reason()
            : v.verdict() instanceof Verdict.Unknown u ? u.message() : "";
    return new Found(v.property(), Mark.of(v), scope, fewer, reason);
  }

  /** The numbers of a pass. */
  String numbers() {
    return scope
        .map(s -> new Scope(s.cpus(), s.registrations(), Optional.empty(), Optional.empty()).text())
        .orElse("");
  }

  /** The word of formats for programs, such as {@code not-applicable}. */
  String word() {
    return mark.meaning().replace(' ', '-');
  }
}

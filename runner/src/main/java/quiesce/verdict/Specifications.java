package quiesce.verdict;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import quiesce.module.Count;
import quiesce.module.Emitter;
import quiesce.module.NotLifted;
import quiesce.module.Options;
import quiesce.module.Specification;
import quiesce.steps.Program;

/** The specifications of a program, each generated when it is needed, once. */
final class Specifications {
  private final Program program;
  private final Options asked;
  private final boolean exact;
  private final Map<Integer, Specification> made = new ConcurrentHashMap<>();
  private final Map<Options, Lifted> anyNumber = new ConcurrentHashMap<>();

  Specifications(Program program, Options asked) {
    this(program, asked, false);
  }

  /**
   * @param exact whether numbers that were asked for are explored as they are, however many
   */
  Specifications(Program program, Options asked, boolean exact) {
    this.program = program;
    this.asked = asked;
    this.exact = exact;
  }

  /** With the numbers that were asked for, two where that was any. */
  Specification given() {
    return with(asked.cpus().number());
  }

  /** The same with another number of CPUs, and of tasks of each kind. */
  Specification with(int cpus) {
    return made.computeIfAbsent(
        cpus,
        number ->
            Emitter.emit(
                program, asked.with(Count.of(number), Count.of(asked.registrations().number()))));
  }

  /**
   * That for any number, if it was asked for; and instead of one for many CPUs or registrations,
   * which has far more states: a pass for any number is one for each.
   */
  Lifted lifted() {
    return anyNumber.computeIfAbsent(
        asked,
        options ->
            options.anyNumber()
                ? lifted(options)
                : options.reductions() && !exact && many(options)
                    ? insteadOfMany(options)
                    : new Lifted.Unasked());
  }

  private static boolean many(Options options) {
    return options.cpus().number() > Count.ANY.number()
        || options.registrations().number() > Count.ANY.number();
  }

  /** It must pass for as many registrations as were asked for, where not for any number. */
  private Lifted insteadOfMany(Options options) {
    Count registrations = new Count(options.registrations().number(), true);
    return lifted(options.with(Count.ANY, registrations)) instanceof Lifted.To to
        ? new Lifted.To(to.specification(), Optional.empty())
        : new Lifted.Unasked();
  }

  private Lifted lifted(Options options) {
    try {
      return new Lifted.To(Emitter.emit(program, options), Optional.empty());
    } catch (NotLifted e) {
      return options.cpus().any() && options.registrations().any()
          ? withFewer(options, e.getMessage())
          : new Lifted.Not(e.getMessage());
    }
  }

  /** For any number of CPUs alone, if that is what it has. */
  private Lifted withFewer(Options options, String why) {
    Count registrations = Count.of(options.registrations().number());
    Lifted fewer = lifted(options.with(options.cpus(), registrations));
    return fewer instanceof Lifted.To to
        ? new Lifted.To(to.specification(), Optional.of(why))
        : fewer;
  }
}

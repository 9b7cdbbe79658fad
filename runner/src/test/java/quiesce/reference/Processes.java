package quiesce.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quiesce.litmus.tree.Constant;
import quiesce.litmus.tree.LitmusTest;
import quiesce.reference.Instruction.Kind;
import quiesce.reference.Instruction.Order;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Statement;

/** The processes of a litmus test as instructions, from the tree of its text. */
final class Processes {
  private static final Pattern EXCHANGE =
      Pattern.compile("(?:atomic_)?(xchg|cmpxchg)(_relaxed|_acquire|_release)?");
  private static final Pattern CALCULATE =
      Pattern.compile(
          "atomic_(fetch_)?(add|sub|inc|dec|and|or|xor)(_return)?(_relaxed|_acquire|_release)?");
  private static final Set<String> LOADS =
      Set.of(
          "READ_ONCE",
          "atomic_read",
          "rcu_dereference",
          "rcu_dereference_raw",
          "lockless_dereference",
          "rcu_access_pointer",
          "spin_is_locked");
  private static final Set<String> ACQUIRES = Set.of("smp_load_acquire", "atomic_read_acquire");
  private static final Set<String> STORES = Set.of("WRITE_ONCE", "atomic_set");
  private static final Set<String> RELEASES =
      Set.of("smp_store_release", "rcu_assign_pointer", "atomic_set_release");

  private final List<Instruction> instructions = new ArrayList<>();
  private final List<Map<String, Object>> registers = new ArrayList<>();
  private final List<List<Integer>> programs = new ArrayList<>();
  private final Map<String, Object> initial = new HashMap<>();
  private final Set<String> locations = new TreeSet<>();

  private Set<String> parameters = Set.of();
  private int temporaries;

  Processes(LitmusTest test) {
    test.processes().forEach(p -> registers.add(new HashMap<>()));
    test.initial()
        .forEach(
            s -> {
              Object value = s.value().map(Processes::value).orElse(0);
              if (s.spot().process().isPresent()) {
                registers.get(s.spot().process().getAsInt()).put(s.spot().name(), value);
              } else {
                initial.put(s.spot().name(), value);
                locations.add(s.spot().name());
              }
              if (value instanceof String variable) {
                locations.add(variable);
              }
            });
    for (Item.Function p : test.processes()) {
      parameters = new TreeSet<>(p.parameters().stream().map(Item.Parameter::name).toList());
      locations.addAll(parameters);
      List<Integer> program = new ArrayList<>();
      statement(p.body().orElseThrow(), program);
      programs.add(List.copyOf(program));
    }
  }

  List<Instruction> instructions() {
    return instructions;
  }

  List<List<Integer>> programs() {
    return programs;
  }

  Map<String, Object> registers(int process) {
    return registers.get(process);
  }

  List<String> locations() {
    return List.copyOf(locations);
  }

  Object initial(String location) {
    return initial.getOrDefault(location, 0);
  }

  private static Object value(Constant c) {
    return c instanceof Constant.Number n ? n.value() : ((Constant.Address) c).variable();
  }

  private void add(Instruction instruction, List<Integer> to) {
    to.add(instructions.size());
    instructions.add(instruction);
  }

  private void statement(Statement s, List<Integer> to) {
    if (s instanceof Statement.Block b) {
      b.statements().forEach(each -> statement(each, to));
    } else if (s instanceof Statement.Declaration d) {
      d.initialiser().ifPresent(e -> assign(d.name(), e, to));
    } else if (s instanceof Statement.Evaluation e
        && e.expression() instanceof Expression.Assign a) {
      if (a.target().bare() instanceof Expression.Name n) {
        assign(n.name(), a.value(), to);
      } else {
        Term address = term(((Expression.Dereference) a.target().bare()).operand(), to);
        add(new Instruction.Store(address, term(a.value(), to), false), to);
      }
    } else if (s instanceof Statement.Evaluation e) {
      call((Expression.Call) e.expression().bare(), Optional.empty(), to);
    } else if (s instanceof Statement.If i) {
      Term condition = term(i.condition(), to);
      List<Integer> then = new ArrayList<>();
      List<Integer> otherwise = new ArrayList<>();
      statement(i.then(), then);
      i.otherwise().ifPresent(e -> statement(e, otherwise));
      add(new Instruction.If(condition, List.copyOf(then), List.copyOf(otherwise)), to);
    }
  }

  private void assign(String register, Expression value, List<Integer> to) {
    Expression bare = value.bare();
    if (bare instanceof Expression.Call c) {
      Term result = call(c, Optional.of(register), to);
      if (!result.equals(new Term.Register(register))) {
        add(new Instruction.Assign(register, result), to);
      }
    } else if (bare instanceof Expression.Dereference d) {
      add(new Instruction.Load(register, term(d.operand(), to), false), to);
    } else {
      add(new Instruction.Assign(register, term(value, to)), to);
    }
  }

  private Term term(Expression expression, List<Integer> to) {
    Expression e = expression.bare();
    if (e instanceof Expression.Number n) {
      return new Term.Constant(n.value());
    } else if (e instanceof Expression.Null) {
      return new Term.Constant(0);
    } else if (e instanceof Expression.Truth t) {
      return new Term.Constant(t.value() ? 1 : 0);
    } else if (e instanceof Expression.Name n) {
      return parameters.contains(n.name())
          ? new Term.Constant(n.name())
          : new Term.Register(n.name());
    } else if (e instanceof Expression.AddressOf a) {
      return a.operand().bare() instanceof Expression.Dereference d
          ? term(d.operand(), to)
          : term(a.operand(), to);
    } else if (e instanceof Expression.Not n) {
      return new Term.Not(term(n.operand(), to));
    } else if (e instanceof Expression.Binary b) {
      return new Term.Binary(b.operator().c(), term(b.left(), to), term(b.right(), to));
    } else if (e instanceof Expression.Dereference d) {
      String temporary = temporary();
      add(new Instruction.Load(temporary, term(d.operand(), to), false), to);
      return new Term.Register(temporary);
    }
    return call((Expression.Call) e, Optional.empty(), to);
  }

  private String temporary() {
    temporaries++;
    return "$" + temporaries;
  }

  /** The address of a variable, whether it is given as {@code *x} or as {@code x}. */
  private Term address(Expression e, List<Integer> to) {
    return term(e.bare() instanceof Expression.Dereference d ? d.operand() : e, to);
  }

  private String name(Expression e, List<Integer> to) {
    return (String) ((Term.Constant) address(e, to)).value();
  }

  private Term call(Expression.Call c, Optional<String> target, List<Integer> to) {
    List<Expression> given = c.arguments();
    String f = c.name();
    if (LOADS.contains(f) || ACQUIRES.contains(f)) {
      String register = target.orElseGet(this::temporary);
      add(new Instruction.Load(register, address(given.get(0), to), ACQUIRES.contains(f)), to);
      return new Term.Register(register);
    } else if (STORES.contains(f) || RELEASES.contains(f) || f.equals("smp_store_mb")) {
      Term address = address(given.get(0), to);
      add(new Instruction.Store(address, term(given.get(1), to), RELEASES.contains(f)), to);
      if (f.equals("smp_store_mb")) {
        add(new Instruction.Fence(Kind.ALL), to);
      }
      return new Term.Constant(0);
    }
    Matcher exchange = EXCHANGE.matcher(f);
    Matcher calculate = CALCULATE.matcher(f);
    if (exchange.matches()) {
      return exchange(exchange, given, target, to);
    } else if (calculate.matches()) {
      return calculate(calculate, given, target, to);
    }
    return synchronisation(c, target, to);
  }

  private Term exchange(
      Matcher m, List<Expression> given, Optional<String> target, List<Integer> to) {
    String register = target.orElseGet(this::temporary);
    Term at = address(given.get(0), to);
    Term first = term(given.get(1), to);
    Optional<Term> second =
        given.size() > 2 ? Optional.of(term(given.get(2), to)) : Optional.empty();
    add(
        new Instruction.Update(
            Optional.of(register), at, m.group(1), first, second, order(m.group(2))),
        to);
    return new Term.Register(register);
  }

  private Term calculate(
      Matcher m, List<Expression> given, Optional<String> target, List<Integer> to) {
    boolean fetches = m.group(1) != null;
    boolean returns = m.group(3) != null;
    boolean unit = m.group(2).equals("inc") || m.group(2).equals("dec");
    Term operand = unit ? new Term.Constant(1) : term(given.get(0), to);
    Term at = address(given.get(unit ? 0 : 1), to);
    String operator =
        Map.of("add", "+", "inc", "+", "sub", "-", "dec", "-", "and", "&", "or", "|", "xor", "^")
            .get(m.group(2));
    if (!fetches && !returns) {
      add(
          new Instruction.Update(
              Optional.empty(), at, operator, operand, Optional.empty(), Order.RELAXED),
          to);
      return new Term.Constant(0);
    }
    String register = fetches ? target.orElseGet(this::temporary) : temporary();
    add(
        new Instruction.Update(
            Optional.of(register), at, operator, operand, Optional.empty(), order(m.group(4))),
        to);
    Term old = new Term.Register(register);
    return fetches ? old : new Term.Binary(operator, old, operand);
  }

  private static Order order(String suffix) {
    return suffix == null ? Order.FULL : Order.valueOf(suffix.substring(1).toUpperCase());
  }

  private Term synchronisation(Expression.Call c, Optional<String> target, List<Integer> to) {
    List<Expression> given = c.arguments();
    switch (c.name()) {
      case "smp_mb",
          "smp_mb__before_atomic",
          "smp_mb__after_atomic",
          "smp_mb__after_spinlock",
          "smp_mb__after_unlock_lock",
          "smp_mb__after_srcu_read_unlock" ->
          add(new Instruction.Fence(Kind.ALL), to);
      case "smp_rmb" -> add(new Instruction.Fence(Kind.LOADS), to);
      case "smp_wmb" -> add(new Instruction.Fence(Kind.STORES), to);
      case "barrier" -> {}
      case "rcu_read_lock" -> add(new Instruction.ReadLock("", ""), to);
      case "rcu_read_unlock" -> add(new Instruction.ReadUnlock("", ""), to);
      case "synchronize_rcu", "synchronize_rcu_expedited" -> gracePeriod("", to);
      case "synchronize_srcu", "synchronize_srcu_expedited" ->
          gracePeriod(name(given.get(0), to), to);
      case "srcu_read_lock", "srcu_down_read" -> {
        add(new Instruction.Assign(target.orElseThrow(), new Term.Constant(0)), to);
        add(new Instruction.ReadLock(name(given.get(0), to), target.orElseThrow()), to);
        return new Term.Register(target.orElseThrow());
      }
      case "srcu_read_unlock", "srcu_up_read" -> {
        String index = ((Term.Register) term(given.get(1), to)).name();
        add(new Instruction.ReadUnlock(name(given.get(0), to), index), to);
      }
      case "spin_lock" -> add(new Instruction.Lock(name(given.get(0), to)), to);
      case "spin_unlock" -> add(new Instruction.Unlock(name(given.get(0), to)), to);
      case "spin_trylock" -> {
        String register = target.orElseGet(this::temporary);
        add(new Instruction.Trylock(register, name(given.get(0), to)), to);
        return new Term.Register(register);
      }
      default -> throw new UnsupportedOperationException(c.name());
    }
    return new Term.Constant(0);
  }

  private void gracePeriod(String domain, List<Integer> to) {
    add(new Instruction.GracePeriodBegins(domain), to);
    add(new Instruction.GracePeriodEnds(domain), to);
  }
}

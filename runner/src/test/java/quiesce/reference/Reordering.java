package quiesce.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import quiesce.reference.Instruction.Kind;
import quiesce.reference.Instruction.Order;

/** Which instructions a process may perform before the one that is next. */
final class Reordering {
  private final List<Instruction> instructions;

  private final Set<Object> touched = new HashSet<>();
  private final Set<String> pending = new HashSet<>();
  private boolean unknownAddress;
  private boolean stored;
  private boolean fenced;

  private Reordering(List<Instruction> instructions) {
    this.instructions = instructions;
  }

  /** The places in what is still to be done, the next one left out. */
  static List<Integer> early(List<Integer> rest, List<Instruction> instructions) {
    Reordering passed = new Reordering(instructions);
    List<Integer> found = new ArrayList<>();
    for (int k = 0; k < rest.size(); k++) {
      if (rest.get(k) == State.LEAVE) {
        continue;
      }
      Instruction i = instructions.get(rest.get(k));
      if (k > 0 && passed.lets(i)) {
        found.add(k);
      }
      if (!passed.passes(i)) {
        break;
      }
    }
    return found;
  }

  private boolean lets(Instruction i) {
    if (i instanceof Instruction.Store s) {
      return !s.release()
          && !unknownAddress
          && !fenced
          && s.value().registers().stream().noneMatch(pending::contains)
          && s.to() instanceof Term.Constant to
          && !touched.contains(to.value());
    }
    return i instanceof Instruction.ReadLock
        || i instanceof Instruction.Fence f && f.kind() == Kind.STORES && !stored && !fenced;
  }

  /** Notes that the instruction is passed by; says whether any can be. */
  private boolean passes(Instruction i) {
    if (i instanceof Instruction.Load l) {
      touch(l.from());
      pending.add(l.to());
      return !l.acquire();
    } else if (i instanceof Instruction.Store s) {
      touch(s.to());
      stored = true;
      return true;
    } else if (i instanceof Instruction.Assign a) {
      pending.add(a.to());
      return true;
    } else if (i instanceof Instruction.Fence f) {
      fenced |= f.kind() == Kind.STORES;
      return f.kind() != Kind.ALL;
    } else if (i instanceof Instruction.Update u) {
      touch(u.at());
      u.to().ifPresent(pending::add);
      stored = true;
      return (u.order() == Order.RELAXED || u.order() == Order.RELEASE)
          && u.at() instanceof Term.Constant;
    } else if (i instanceof Instruction.If branch) {
      stored = true;
      return harmless(branch.then()) && harmless(branch.otherwise());
    }
    return i instanceof Instruction.ReadUnlock;
  }

  private void touch(Term address) {
    if (address instanceof Term.Constant c) {
      touched.add(c.value());
    } else {
      unknownAddress = true;
    }
  }

  /** Whether a branch holds nothing but relaxed accesses of places that are known. */
  private boolean harmless(List<Integer> branch) {
    return branch.stream()
        .map(instructions::get)
        .allMatch(
            i -> {
              if (i instanceof Instruction.Load l) {
                touch(l.from());
                pending.add(l.to());
                return !l.acquire() && l.from() instanceof Term.Constant;
              } else if (i instanceof Instruction.Store s) {
                touch(s.to());
                return s.to() instanceof Term.Constant;
              } else if (i instanceof Instruction.Assign a) {
                pending.add(a.to());
                return true;
              }
              return i instanceof Instruction.If b && harmless(b.then()) && harmless(b.otherwise());
            });
  }
}

package quiesce.module;

import java.util.Locale;
import quiesce.steps.Access;
import quiesce.steps.Local;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/** What steps are called in a specification. */
final class Words {
  private Words() {}

  /** Where a thread is that is about to take this step. */
  static String place(Step s) {
    if (s instanceof Access.Load l && l.kind() == Access.Load.Kind.RELOAD) {
      return "reload " + l.location().name();
    } else if (s instanceof Access.Load l) {
      return "load " + l.location().name();
    } else if (s instanceof Access.Store l && l.late().isPresent()) {
      return "late store " + l.location().name();
    } else if (s instanceof Access.Store t) {
      return "store " + t.location().name();
    } else if (s instanceof Access.Rmw r) {
      return (r.operation().isCalculation() ? "atomic " : r.name().toLowerCase(Locale.ROOT) + " ")
          + r.location().name();
    } else if (s instanceof Local.Halt) {
      return "done";
    } else if (s instanceof Access.CallSlot c) {
      return "call " + c.slot();
    } else if (s instanceof Access.ReturnAny r) {
      return "in " + r.slot();
    } else if (s instanceof Access.ReturnFromSlot r) {
      return "end of " + r.slot();
    } else if (s instanceof Access.StaticCall c) {
      return "static_call " + c.site().name();
    } else if (s instanceof Access.StaticCallUpdate u) {
      return "patch " + u.site().name();
    } else if (s instanceof Access.GracePeriodBegins b) {
      return b.domain().isEmpty() ? "synchronize_rcu" : "synchronize_srcu " + b.domain();
    } else if (s instanceof Wait.GracePeriodEnds e) {
      return e.domain().isEmpty() ? "grace period" : "grace period of " + e.domain();
    } else if (s instanceof Wait.Lock l) {
      return l.kind().lock() + " " + l.lock();
    } else if (s instanceof Section.Unlock l) {
      return l.kind().unlock() + " " + l.lock();
    } else if (s instanceof Section.Begin) {
      return "idle";
    } else if (s instanceof Section.End) {
      return "return";
    } else if (s instanceof Local.Branch) {
      return "if";
    } else if (s instanceof Local.Assign a) {
      return "assign " + a.local();
    } else if (s instanceof Local.NextCpu) {
      return "next CPU";
    }
    return s instanceof Access.TearDown ? "tear down" : spaced(s.name());
  }

  /** What the action that takes this step does. */
  static String deed(Step s) {
    if (s instanceof Access.CallSlot c) {
      return "Call_" + c.slot();
    } else if (s instanceof Access.ReturnAny r) {
      return "Return_" + r.slot();
    } else if (s instanceof Access.ReturnFromSlot r) {
      return "Return_" + r.slot();
    } else if (s instanceof Access.StaticCall c) {
      return "StaticCall_" + c.site().name();
    } else if (s instanceof Access.StaticCallUpdate u) {
      return "StaticCallUpdate_" + u.site().name();
    } else if (s instanceof Section.Registered) {
      return "BeginUnregister";
    }
    return s.name();
  }

  private static String spaced(String camel) {
    return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}

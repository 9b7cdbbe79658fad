package quiesce.module;

import quiesce.steps.Access;
import quiesce.steps.Section;
import quiesce.steps.Step;

/** What actions are called. */
final class Words {
  private Words() {}

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
}

package quiesce.primitives;

import static quiesce.primitives.Dialect.STRATEGY;
import static quiesce.primitives.Primitive.Group.INTERRUPTS;

import java.util.List;
import java.util.stream.Stream;
import quiesce.primitives.Primitive.Result;
import quiesce.steps.Access;
import quiesce.steps.Local;

/** Interrupts (Documentation/core-api/genericirq.rst), and what devices have in their registers. */
final class Devices {
  private Devices() {}

  static void add(Table t) {
    t.in(STRATEGY)
        .does(
            INTERRUPTS,
            "says that `handler` is an IRQ handler, from before anybody registers; where `dev` is the address of"
                + " a global struct, the handler is given that. In a function that an initcall names; refused elsewhere")
        .special(
            "devm_request_irq(device, irq, handler, flags, name, dev)",
            "devm_request_threaded_irq(device, irq, handler, thread, flags, name, dev)")
        .does(
            INTERRUPTS,
            "the same in a function that an initcall names before anybody registers; elsewhere, the handler may"
                + " run from here on, or it fails with `-EBUSY`, as it does where it was requested before and not freed")
        .special("request_irq(irq, handler, flags, name, dev)")
        .does(
            INTERRUPTS,
            "the same with a handler that runs `thread` in a task where it returns `IRQ_WAKE_THREAD`."
                + " Without a handler, `NULL`, the interrupt runs the thread. Who waits for the handler waits for the"
                + " thread, too")
        .special("request_threaded_irq(irq, handler, thread, flags, name, dev)")
        .does(
            INTERRUPTS,
            "two steps: no run of the handler begins any more; waits until none is in progress. Warns if it was"
                + " not requested. `dev` must be what it was requested with")
        .special("free_irq(irq, dev)")
        .does(
            INTERRUPTS,
            "waits until each run of the handler that is in progress has ended; as for a section of SRCU, where"
                + " each line is requested before anybody registers and never disabled")
        .special("synchronize_irq(irq)", "synchronize_hardirq(irq)")
        .does(
            INTERRUPTS,
            "two steps: no run of the handler begins until it is enabled as often as it was disabled; waits until"
                + " none is in progress. What is disabled more than twice at a time counts as twice")
        .special("disable_irq(irq)", "disable_hardirq(irq)")
        .does(INTERRUPTS, "the same without the second step")
        .special("disable_irq_nosync(irq)")
        .does(
            INTERRUPTS,
            "runs may begin again, if it was disabled once. Orders like an unlock. Warns if it was not disabled")
        .special("enable_irq(irq)")
        .does(INTERRUPTS, "any value, not below 0");
    Stream.of(
            "readb", "readw", "readl", "readq", "readl_relaxed", "ioread8", "ioread16", "ioread32")
        .forEach(
            name ->
                t.returns(
                    name + "(data)",
                    Result.Kind.NUMBER,
                    Operands::read,
                    o -> new Local.AnyValue(o.local(), Access.Domain.UNSIGNED)));
    t.does(INTERRUPTS, "nothing: what a device does is not followed");
    Stream.of(
            "writeb",
            "writew",
            "writel",
            "writeq",
            "writel_relaxed",
            "iowrite8",
            "iowrite16",
            "iowrite32")
        .forEach(name -> t.steps(name + "(i, data)", o -> List.of()));
  }
}

// SPDX-License-Identifier: GPL-2.0
/* An ordinary comment; note: it says nothing. */
/**
 * strategy: per-cpu
 * title: A title that goes on
 *        in the next line, done: so
 * source: https://lore.kernel.org/kvm/20211111020738.2512932-1-seanjc@google.com/
 *         and https://lwn.net/
 * expect: NoDeadlock holds
 * expect weak: NoUseBeforeInit violated
 * providers:
 *   2
 * note:
 *
 * Free text with a colon: this is no key.
 * It goes on.
 *
 * A second paragraph, see https://kernel.org.
 *
 * question: does it hold?
 * A question's second line.
 */

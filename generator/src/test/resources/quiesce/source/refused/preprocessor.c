#include <linux/perf_event.h>
#include "kvm.h"
#define NMI 3
#define LONG(x) \
	do { x(); } while (0)
#ifdef CONFIG_KVM
void sample(void)
{
#if 1
	call();
#else
	other();
#endif
	x = a + 1;
}
#endif
#endif
#pragma once
# undef NMI

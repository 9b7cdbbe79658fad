/**
 * strategy: several
 * titel: mistyped
 */
#include <linux/kernel.h>
struct callbacks {
	bool (*is_in_guest)(void);
};
static struct callbacks *volatile perf_guest_cbs;

__nm1 void sample(void)
{
	for (;;)
		break;
	perf_guest_cbs.is_in_guest();
	goto nowhere;
}

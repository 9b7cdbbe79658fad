__nm1 void sample(void);
__regster void r(void);
__unregistered void u(void);
__hypervisor void h(void);
struct callbacks * __tsk t(void);
void late(void) __nmi
{
	x++;
}
__nmi int variable;
DEFINE_PER_CPU(__irq int, y);
void f(__task int x);

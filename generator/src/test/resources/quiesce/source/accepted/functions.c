void a();
void b(void);
static inline int c(int x, bool y);
static __always_inline noinline notrace bool d(struct callbacks *cbs) { return true; }
__nmi void e(void) { }
static __task __pins_provider void f(void) { }
void __irq g(void) { }
struct callbacks *__softirq h(void) { }
__register __permanent void i(struct callbacks *) ;
__unregister void j(struct callbacks *cbs, int y, unsigned long x)
{
};
__init static int k(const struct callbacks *const cbs) { return 0; }
void b(void)
{
}
void b(void);
void l(void), m(int);
